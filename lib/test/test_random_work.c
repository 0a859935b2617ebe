/* SPDX-License-Identifier: Apache-2.0 */
/* test_random_work.c - thousands of random requests in blocks of exactly the bound: there is always
 * room, whatever the request holds. A sanitizer sees what is written or read beyond. */
#include <stdio.h>

#include "generate.h"
#include "support.h"

enum { ROUNDS = 4000 };

static generated g;

static bool lookup(void *arg, const dciauth_claim *claim, dciauth_credential *out) {
  (void)arg;
  (void)claim;
  out->secret_key = S("secret");
  return true;
}

static void fill_params(random_source *r, const dciauth_profile *p, dciauth_sign_params *params) {
  bool dci = is_dci(p);
  bool scope = strcmp(row_text(p, "scope"), "date") != 0;
  memset(params, 0, sizeof *params);
  params->access_key = dci ? S("a/b") : S("a");
  params->timestamp = S("20150830T123600Z");
  params->region = scope ? S("us-east-1") : NOTHING;
  params->service = scope ? S("s3") : NOTHING;
  params->session_token = dci || random_below(r, 2) == 0 ? NOTHING : S("tok  en");
  if (is_functional(p) && random_below(r, 2) == 0) {
    params->signed_headers = S("x-dci-date;host");
    params->algorithm = S("X");
  }
}

/* put_claim adds an Authorization of many names to the request. */
static void put_claim(random_source *r, const dciauth_profile *p) {
  static char value[4000];
  bool bare = strcmp(row_text(p, "authorization"), "bare") == 0;
  size_t at = (size_t)snprintf(
      value, sizeof value, "%s Credential=%s%s%s, SignedHeaders=", row_text(p, "algorithm"),
      is_dci(p) ? "a/b" : "a", bare ? "" : "/20150830/r/s/", row_text(p, "terminator"));
  for (size_t i = random_below(r, 900); i > 0; i--) {
    value[at++] = (char)('a' + random_below(r, 26));
    value[at++] = ';';
  }
  strcpy(value + at, bare ? "z, Signature=" EMPTY_HASH "," : "z, Signature=" EMPTY_HASH);
  g.headers[g.request.num_headers++] = (dciauth_pair){S("Authorization"), dciauth_str(value)};
  g.headers[g.request.num_headers++] =
      (dciauth_pair){dciauth_str(row_text(p, "date_header")), S("20150830T123600Z")};
}

static void verify_in_bound(random_source *r, const dciauth_profile *p) {
  static const unsigned allows[] = {0, 15, DCIAUTH_ALLOW_UNCOVERED | DCIAUTH_ALLOW_ANY_SCOPE};
  dciauth_policy policy;
  dciauth_verdict out;
  memset(&policy, 0, sizeof policy);
  bool scope = strcmp(row_text(p, "scope"), "date") != 0;
  policy.region = scope ? S("us-east-1") : NOTHING;
  policy.service = scope ? S("s3") : NOTHING;
  policy.repeat = random_below(r, 2) == 0 ? DCIAUTH_REPEAT_ROW : DCIAUTH_REPEAT_FIRST;
  policy.allow = allows[random_below(r, is_dci(p) ? 3 : 1)];
  work_block b = block_new(dciauth_verify_bound(p, &g.request), random_below(r, 16));
  dciauth_status status =
      dciauth_verify(p, &g.request, &policy, SAMPLE_NOW, lookup, NULL, b.work, &out);
  assert_int_not_equal(status, DCIAUTH_E_SPACE);
  block_free(&b);
}

static void python_calls_in_bound(random_source *r) {
  dciauth_dci_request request;
  dciauth_dci_headers out;
  dciauth_parsed_headers parsed;
  memset(&request, 0, sizeof request);
  request.endpoint = g.request.target;
  request.params = g.params;
  request.num_params = g.num_params;
  request.data = g.request.body;
  work_block b =
      block_new(dciauth_dci_bound(row("dci2-v2.1"), &request, S("a/b")), random_below(r, 16));
  assert_int_not_equal(dciauth_generate_headers(row("dci2-v2.1"), &request, S("a/b"), S("s"),
                                                SAMPLE_NOW, b.work, &out),
                       DCIAUTH_E_SPACE);
  block_free(&b);
  b = block_new(dciauth_parse_bound(g.request.headers, g.request.num_headers), 1);
  dciauth_status status = dciauth_parse_headers(row("dci2-v2.1"), g.request.headers,
                                                g.request.num_headers, b.work, &parsed);
  assert_int_not_equal(status, DCIAUTH_E_SPACE);
  if (status == DCIAUTH_OK) {
    work_block second = block_new(dciauth_is_valid_bound(row("dci2-v2.1"), &request, &parsed), 2);
    status =
        dciauth_is_valid(row("dci2-v2.1"), &request, S("secret"), &parsed, SAMPLE_NOW, second.work);
    assert_int_not_equal(status, DCIAUTH_E_SPACE);
    block_free(&second);
  }
  block_free(&b);
}

static void sign_in_bound(random_source *r, const dciauth_profile *p) {
  dciauth_sign_params params;
  dciauth_signed out;
  dciauth_key key;
  memset(&key, 0, sizeof key);
  fill_params(r, p, &params);
  const dciauth_scope scope = {NOTHING, S("20150830"), params.region, params.service, NOTHING};
  assert_ok(dciauth_key_derive(p, S("secret"), &scope, &key));
  work_block b = block_new(dciauth_sign_bound(p, &g.request, &params), random_below(r, 16));
  dciauth_status status = dciauth_sign(p, &g.request, &params, &key, b.work, &out);
  assert_int_not_equal(status, DCIAUTH_E_SPACE);
  for (size_t i = 0; i < out.num_added; i++) {
    g.headers[g.request.num_headers++] = out.added[i];
  }
  if (status != DCIAUTH_OK || random_below(r, 2) == 0) {
    g.request.num_headers -= out.num_added;
    put_claim(r, p);
  }
  verify_in_bound(r, p);
  python_calls_in_bound(r); /* the added headers lie in b */
  block_free(&b);
}

static void stages_in_bound(random_source *r, const dciauth_profile *p) {
  dciauth_text out;
  dciauth_headers headers;
  dciauth_span target = g.request.target;
  work_block b = block_new(dciauth_path_bound(p, target), random_below(r, 16));
  assert_int_not_equal(dciauth_canon_path(p, target, b.work, &out), DCIAUTH_E_SPACE);
  block_free(&b);
  b = block_new(dciauth_query_bound(p, target), random_below(r, 16));
  assert_int_not_equal(dciauth_canon_query(p, target, b.work, &out), DCIAUTH_E_SPACE);
  block_free(&b);
  b = block_new(dciauth_headers_bound(p, g.headers, g.request.num_headers, S("host")), 3);
  assert_int_not_equal(
      dciauth_canon_headers(p, g.headers, g.request.num_headers, S("host"), b.work, &headers),
      DCIAUTH_E_SPACE);
  block_free(&b);
  b = block_new(dciauth_headers_bound(p, g.headers, g.request.num_headers, NOTHING), 3);
  assert_int_not_equal(
      dciauth_canon_headers(p, g.headers, g.request.num_headers, NOTHING, b.work, &headers),
      DCIAUTH_E_SPACE);
  block_free(&b);
}

static void the_bound_is_always_enough(void **state) {
  (void)state;
  random_source r = {20240919};
  for (size_t i = 0; i < ROUNDS; i++) {
    for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
      const dciauth_profile *profile = dciauth_profile_at(p);
      generate_request(&r, profile, i % 2 == 0 ? GENERATE_WILD : GENERATE_VALID, &g);
      stages_in_bound(&r, profile);
      sign_in_bound(&r, profile);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(the_bound_is_always_enough)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
