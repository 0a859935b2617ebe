/* SPDX-License-Identifier: Apache-2.0 */
/* test_work_python.c - every size of work, at every alignment: the three calls of python-dciauth.
 * */
#include "support.h"

/* call is the input of one call under test. */
typedef struct {
  sample s;
  dciauth_dci_request dci;
  dciauth_parsed_headers parsed;
} call;

static dciauth_status run_generate(const void *arg, dciauth_work work, char *text, size_t *len) {
  const call *c = arg;
  dciauth_dci_headers out;
  dciauth_status status = dciauth_generate_headers(
      row("dci2-v2.1"), &c->dci, S("remoteci/client_id"), S("secret"), SAMPLE_NOW, work, &out);
  if (status == DCIAUTH_E_SPACE) {
    assert_zero(out);
  }
  *len = copy_text(text, out.headers[1].value);
  return status;
}

static dciauth_status run_parse(const void *arg, dciauth_work work, char *text, size_t *len) {
  const call *c = arg;
  dciauth_parsed_headers out;
  dciauth_status status = dciauth_parse_headers(row("dci2-v2.1"), c->s.request.headers,
                                                c->s.request.num_headers, work, &out);
  if (status == DCIAUTH_E_SPACE) {
    assert_zero(out);
  }
  assert_int_equal(out.num_canonical_headers, status == DCIAUTH_OK ? 2 : 0);
  *len = copy_text(text, out.signature);
  return status;
}

static dciauth_status run_is_valid(const void *arg, dciauth_work work, char *text, size_t *len) {
  const call *c = arg;
  (void)text;
  *len = 0;
  return dciauth_is_valid(row("dci2-v2.1"), &c->dci, S(SECRET), &c->parsed, SAMPLE_NOW, work);
}

static void python_calls(void **state) {
  (void)state;
  static const dciauth_pair params[] = {{LIT("b"), LIT(" \xc3\xa9")}, {LIT("a"), LIT("")}};
  call c;
  dciauth_signed out;
  memset(&c, 0, sizeof c);
  c.dci.params = params;
  c.dci.num_params = 2;
  size_t bound = dciauth_dci_bound(row("dci2-v2.1"), &c.dci, S("remoteci/client_id"));
  sweep_work(run_generate, &c, bound, DCIAUTH_OK);
  memset(&c, 0, sizeof c);
  sample_init(&c.s, row("dci2-v2.1"));
  c.s.request.target = S("/");
  c.s.request.body = NOTHING;
  work_block b = sample_sign(&c.s, &out);
  bound = dciauth_parse_bound(c.s.request.headers, c.s.request.num_headers);
  sweep_work(run_parse, &c, bound, DCIAUTH_OK);
  work_block parsing = block_new(bound, 0);
  assert_ok(dciauth_parse_headers(row("dci2-v2.1"), c.s.request.headers, c.s.request.num_headers,
                                  parsing.work, &c.parsed));
  sweep_work(run_is_valid, &c, dciauth_is_valid_bound(row("dci2-v2.1"), &c.dci, &c.parsed),
             DCIAUTH_OK);
  block_free(&parsing);
  block_free(&b);
}

/* Names listed again, as often as a row allows, each with a long value: there is room for all. */
static void repeated_names(void **state) {
  (void)state;
  static char value[600];
  memset(value, 'v', sizeof value);
  const dciauth_pair given[] = {{S("h"), dciauth_bytes(value, sizeof value)}};
  call c;
  memset(&c, 0, sizeof c);
  c.dci.canonical_headers = given;
  c.dci.num_canonical_headers = 1;
  c.dci.signed_headers = S("h;h;h;h;h"); /* once, and MAX_REPEATED_NAMES times */
  size_t bound = dciauth_dci_bound(row("dci2-v2.1"), &c.dci, S("remoteci/client_id"));
  for (size_t alignment = 0; alignment < 16; alignment++) {
    dciauth_dci_headers out;
    work_block b = block_new(bound, alignment);
    assert_ok(dciauth_generate_headers(row("dci2-v2.1"), &c.dci, S("remoteci/client_id"),
                                       S("secret"), SAMPLE_NOW, b.work, &out));
    assert_int_equal(out.stages.headers.len, 5 * (sizeof value + 3));
    block_free(&b);
  }
  sweep_work(run_generate, &c, bound, DCIAUTH_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(python_calls),
      cmocka_unit_test(repeated_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
