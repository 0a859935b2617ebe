/* SPDX-License-Identifier: Apache-2.0 */
/* test_rows_verify.c - what a verifier of the rows of python-dciauth reads differently: paths that
 * are decoded, the Authorization of version 1. */
#include "support.h"

/* Paths of which a decoding row would verify another request than the one that was signed. */
static void ambiguous_paths(void **state) {
  (void)state;
  static const struct {
    const char *target;
    int offset; /* -1: accepted */
    const char *view;
  } cases[] = {
      {"/a%20b%3F%25%C3%A9\xc3\xa9", -1, "/a b?%\xc3\xa9\xc3\xa9"},
      {"/a%252Fb", -1, "/a%2Fb"}, /* decoded once, not twice */
      {"/a%2Fb", 2, NULL},
      {"/a%0Ab", 2, NULL},
      {"/a%7f", 2, NULL},
      {"/%00", 1, NULL},
      {"/ab%zz", 3, NULL},
      {"/ab%4", 3, NULL},
      {"/%FF", 1, NULL},
      {"/a\xff", 2, NULL},
      {"/%C3", 1, NULL},
      {"/%C3\xa9", 1, NULL},
      {"/\xc3%A9", 1, NULL},
      {"/%ED%A0%80", 1, NULL},
      {"/%F0%9F%98%80", -1, "/\xf0\x9f\x98\x80"},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    sample s;
    dciauth_signed out;
    dciauth_verdict v;
    sample_init(&s, row("dci2"));
    s.request.target = dciauth_str(cases[i].target);
    work_block b = sample_sign(&s, &out);
    dciauth_policy policy = sample_policy(&s);
    dciauth_credential credential = {.secret_key = S(SECRET)};
    work_block second = block_new(dciauth_verify_bound(s.p, &s.request), 0);
    dciauth_status status = dciauth_verify(s.p, &s.request, &policy, SAMPLE_NOW, sample_lookup,
                                           &credential, second.work, &v);
    bool fine = cases[i].offset < 0;
    check_status(status, fine ? DCIAUTH_OK : DCIAUTH_E_MALFORMED_URI, cases[i].target, __FILE__,
                 __LINE__);
    if (fine) {
      assert_span(v.view.path, dciauth_str(cases[i].view));
    } else {
      assert_where(v.where, DCIAUTH_FIELD_TARGET, 0, (size_t)cases[i].offset);
    }
    block_free(&second);
    block_free(&b);
  }
}

static void version_one_claims(void **state) {
  (void)state;
  static const struct {
    const char *value;
    dciauth_status want;
    size_t offset;
  } cases[] = {
      {"DCI-HMAC-SHA256 Credential=a/b, SignedHeaders=dci-datetime, Signature=" EMPTY_HASH ",",
       DCIAUTH_OK, 0},
      {"DCI-HMAC-SHA256 Credential=a/b, SignedHeaders=dci-datetime, Signature=" EMPTY_HASH,
       DCIAUTH_E_MALFORMED_AUTH_HEADER, 134},
      {"DCI-HMAC-SHA256 Credential=a/b, SignedHeaders=dci-datetime, Signature=" EMPTY_HASH ",,",
       DCIAUTH_E_MALFORMED_AUTH_HEADER, 134},
      {"DCI-HMAC-SHA256 Credential=a, SignedHeaders=dci-datetime, Signature=" EMPTY_HASH ",",
       DCIAUTH_E_MALFORMED_CREDENTIAL, 28},
      {"DCI-HMAC-SHA256 Credential=a/b/c, SignedHeaders=dci-datetime, Signature=" EMPTY_HASH ",",
       DCIAUTH_E_MALFORMED_CREDENTIAL, 30},
      {"DCI-HMAC-SHA256 ,", DCIAUTH_E_MISSING_AUTH_PARAM, 17},
      {"DCI-HMAC-SHA256", DCIAUTH_E_MALFORMED_AUTH_HEADER, 15},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    dciauth_claim claim;
    dciauth_where where;
    dciauth_status status =
        dciauth_parse_authorization(row("dci1"), dciauth_str(cases[i].value), &claim, &where);
    check_status(status, cases[i].want, cases[i].value, __FILE__, __LINE__);
    check_where(where, status == DCIAUTH_OK ? DCIAUTH_FIELD_NONE : DCIAUTH_FIELD_HEADER_VALUE, 0,
                cases[i].offset, cases[i].value, __FILE__, __LINE__);
    if (status == DCIAUTH_OK) {
      assert_span(claim.access_key, S("a/b"));
      assert_int_equal(claim.scope.len + claim.date.len, 0);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ambiguous_paths),
      cmocka_unit_test(version_one_claims),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
