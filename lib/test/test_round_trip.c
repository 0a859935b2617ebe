/* SPDX-License-Identifier: Apache-2.0 */
/* test_round_trip.c - what a row signs, the same row verifies, for random requests; and the view
 * holds the signed headers and the decoded arguments, nothing else. */
#include "codec.h"
#include "generate.h"
#include "support.h"

enum { ROUNDS = 3000 };

static generated g;

/* dci_names is a list that the strict verifier of a dci row takes: sorted, with host and date; or
 * the row's own. */
static dciauth_span dci_names(random_source *r, const dciauth_profile *p) {
  return random_below(r, 2) == 0 ? NOTHING : dciauth_str(row_text(p, "default_signed"));
}

static void check_args(const dciauth_profile *p, const dciauth_verdict *v) {
  dciauth_text out;
  static uint8_t joined[1 << 17];
  size_t at = 0;
  for (size_t i = 0; i < v->view.num_args; i++) {
    bool plus = strcmp(row_text(p, "blank"), "+") == 0;
    if (i > 0) {
      joined[at++] = '&';
    }
    at += encode_pct(v->view.args[i].name, plus, joined + at);
    joined[at++] = '=';
    at += encode_pct(v->view.args[i].value, plus, joined + at);
  }
  assert_span(dciauth_bytes(joined, at), v->stages.query); /* the view encodes to what was signed */
  work_block b = block_new(dciauth_query_bound(p, v->stages.query), 0);
  assert_ok(dciauth_canon_query(p, v->stages.query, b.work, &out));
  assert_span(out.text, v->stages.query); /* a canonical query is its own canonical form */
  block_free(&b);
}

static void check_headers(const dciauth_verdict *v) {
  dciauth_span names = v->claim.signed_headers;
  size_t at = 0;
  for (size_t i = 0; i < v->view.num_headers; i++) {
    dciauth_span name = v->view.headers[i].name;
    assert_span(dciauth_bytes(names.ptr + at, name.len), name);
    at += name.len + 1;
  }
  assert_int_equal(at, names.len + 1);
}

static void round_trip(random_source *r, const dciauth_profile *p) {
  bool dci = is_dci(p);
  sample s;
  dciauth_signed out;
  dciauth_verdict v;
  sample_init(&s, p);
  s.request = g.request;
  s.params.session_token = dci || random_below(r, 2) == 0 ? NOTHING : S("t/o+k  en=");
  s.params.signed_headers = dci ? dci_names(r, p) : NOTHING;
  work_block signing = block_new(dciauth_sign_bound(p, &s.request, &s.params), 1);
  assert_ok(dciauth_sign(p, &s.request, &s.params, &s.key, signing.work, &out));
  for (size_t i = 0; i < out.num_added; i++) {
    g.headers[s.request.num_headers++] = out.added[i];
  }
  dciauth_policy policy = sample_policy(&s);
  dciauth_credential credential = {.secret_key = S(SECRET),
                                   .session_token = s.params.session_token};
  work_block b = block_new(dciauth_verify_bound(p, &s.request), 2);
  assert_ok(
      dciauth_verify(p, &s.request, &policy, SAMPLE_NOW, sample_lookup, &credential, b.work, &v));
  assert_span(v.stages.canonical_request, out.stages.canonical_request);
  assert_span(v.stages.string_to_sign, out.stages.string_to_sign);
  check_args(p, &v);
  check_headers(&v);
  block_free(&b);
  block_free(&signing);
}

static void every_row_verifies_what_it_signs(void **state) {
  (void)state;
  random_source r = {1};
  for (size_t i = 0; i < ROUNDS; i++) {
    for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
      generate_request(&r, dciauth_profile_at(p), GENERATE_VALID, &g);
      round_trip(&r, dciauth_profile_at(p));
    }
  }
}

/* What generate_headers signs, is_valid takes for valid, and the row verifies too. */
static void python_round_trip(void **state) {
  (void)state;
  random_source r = {2};
  for (size_t i = 0; i < ROUNDS; i++) {
    dciauth_dci_request request;
    dciauth_dci_headers out;
    dciauth_parsed_headers parsed;
    generate_request(&r, row("dci2-v2.1"), GENERATE_VALID, &g);
    memset(&request, 0, sizeof request);
    request.method = g.request.method;
    request.endpoint = S("/api/v1/jobs");
    request.params = g.params;
    request.num_params = g.num_params;
    request.data = g.request.body;
    work_block b = block_new(dciauth_dci_bound(row("dci2-v2.1"), &request, S("a/b")), 0);
    assert_ok(dciauth_generate_headers(row("dci2-v2.1"), &request, S("a/b"), S("s"),
                                       SAMPLE_NOW + 900, b.work, &out));
    const dciauth_pair headers[] = {
        {S("Host"), S("api.distributed-ci.io")}, out.headers[0], out.headers[1]};
    work_block parsing = block_new(dciauth_parse_bound(headers, 3), 0);
    assert_ok(dciauth_parse_headers(row("dci2-v2.1"), headers, 3, parsing.work, &parsed));
    work_block last = block_new(dciauth_is_valid_bound(row("dci2-v2.1"), &request, &parsed), 0);
    assert_ok(dciauth_is_valid(row("dci2-v2.1"), &request, S("s"), &parsed, SAMPLE_NOW, last.work));
    assert_status(
        dciauth_is_valid(row("dci2-v2.1"), &request, S("t"), &parsed, SAMPLE_NOW, last.work),
        DCIAUTH_E_SIGNATURE_MISMATCH);
    assert_status(
        dciauth_is_valid(row("dci2-v2.1"), &request, S("s"), &parsed, SAMPLE_NOW - 1, last.work),
        DCIAUTH_E_SKEWED_FUTURE);
    block_free(&last);
    block_free(&parsing);
    block_free(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_row_verifies_what_it_signs),
      cmocka_unit_test(python_round_trip),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
