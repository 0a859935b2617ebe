/* SPDX-License-Identifier: Apache-2.0 */
/* test_policy_knobs.c - the other knobs of a policy, each through a whole verification: scope,
 * date, payload hash, session token, and what must be signed. */
#include "support.h"

#define ALLOW(name) ((unsigned)DCIAUTH_ALLOW_##name)

static dciauth_status verify(const sample *s, const dciauth_policy *policy) {
  dciauth_verdict v;
  return sample_verify(s, policy, &v);
}

static void scopes(void **state) {
  (void)state;
  static const struct {
    const char *region, *service;
    unsigned allow;
    dciauth_status strict;
  } cases[] = {{"other", "service", ALLOW(ANY_REGION), DCIAUTH_E_SCOPE_REGION},
               {"us-east-1", "other", ALLOW(ANY_SERVICE), DCIAUTH_E_SCOPE_SERVICE}};
  for (size_t i = 0; i < NUM(cases); i++) {
    sample s;
    dciauth_signed out;
    sample_init(&s, row("aws4"));
    work_block signing = sample_sign(&s, &out);
    dciauth_policy policy = {.region = dciauth_str(cases[i].region),
                             .service = dciauth_str(cases[i].service)};
    assert_status(verify(&s, &policy), cases[i].strict);
    policy.allow = cases[i].allow;
    assert_ok(verify(&s, &policy));
    policy.allow =
        ALLOW(ANY_SCOPE_DATE) | ((ALLOW(ANY_REGION) | ALLOW(ANY_SERVICE)) ^ cases[i].allow);
    assert_status(verify(&s, &policy), cases[i].strict);
    block_free(&signing);
  }
}

/* A scope date of another day, signed so: rows whose constants are the caller's can sign it. */
static void scope_date(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  sample_init(&s, row("dci2-v2.1"));
  s.params.datestamp = S("20150829");
  sample_derive(&s);
  work_block signing = sample_sign(&s, &out);
  dciauth_policy policy = sample_policy(&s);
  assert_status(verify(&s, &policy), DCIAUTH_E_SCOPE_DATE_MISMATCH);
  policy.allow = ALLOW(ANY_REGION) | ALLOW(ANY_SERVICE);
  assert_status(verify(&s, &policy), DCIAUTH_E_SCOPE_DATE_MISMATCH);
  policy.allow = ALLOW(ANY_SCOPE_DATE);
  assert_ok(verify(&s, &policy));
  block_free(&signing);
}

static void no_skew(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  sample_init(&s, row("aws4"));
  work_block signing = sample_sign(&s, &out);
  dciauth_policy policy = sample_policy(&s);
  policy.max_skew = DCIAUTH_NO_SKEW;
  dciauth_credential credential = {.secret_key = S(SECRET)};
  static const struct {
    int64_t after;
    dciauth_status want;
  } cases[] = {{-1, DCIAUTH_E_SKEWED_FUTURE}, {0, DCIAUTH_OK}, {1, DCIAUTH_E_SKEWED_PAST}};
  for (size_t i = 0; i < NUM(cases); i++) {
    dciauth_verdict v;
    int64_t then;
    size_t offset;
    assert_true(dciauth_timestamp_parse(s.params.timestamp, &then, &offset));
    work_block b = block_new(dciauth_verify_bound(s.p, &s.request), 0);
    assert_status(dciauth_verify(s.p, &s.request, &policy, then + cases[i].after, sample_lookup,
                                 &credential, b.work, &v),
                  cases[i].want);
    block_free(&b);
  }
  block_free(&signing);
}

/* ---- Payload hash and session token ---------------------------------------------------------- */

static void no_payload_header(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  sample_init(&s, row("aws4")); /* signs the same bytes, without the header */
  work_block signing = sample_sign(&s, &out);
  s.p = row("aws4-s3");
  s.request.target = S("/a%2520b/c?x=1&y=%20z"); /* which aws4 encodes once more */
  dciauth_policy policy = sample_policy(&s);
  assert_status(verify(&s, &policy), DCIAUTH_E_PAYLOAD_HASH_MISSING);
  policy.allow = ALLOW(NO_PAYLOAD_HEADER);
  assert_ok(verify(&s, &policy));
  s.request.body = S("other");
  assert_status(verify(&s, &policy), DCIAUTH_E_SIGNATURE_MISMATCH);
  block_free(&signing);
}

#define HELLO "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
#define UPPER "2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824"

static void payload_hash_in_upper_case(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  sample_init(&s, row("aws4-s3"));
  work_block signing = sample_sign(&s, &out);
  for (size_t i = 0; i < s.request.num_headers; i++) {
    if (s.headers[i].value.len == 64 && memcmp(s.headers[i].value.ptr, HELLO, 64) == 0) {
      s.headers[i].value = S(UPPER);
    }
  }
  dciauth_policy policy = sample_policy(&s);
  assert_status(verify(&s, &policy), DCIAUTH_E_PAYLOAD_HASH_INVALID);
  policy.allow = ALLOW(UPPER_PAYLOAD_HASH); /* the text is what is signed, and it was another */
  assert_status(verify(&s, &policy), DCIAUTH_E_SIGNATURE_MISMATCH);
  s.request.body = S("other");
  assert_status(verify(&s, &policy), DCIAUTH_E_PAYLOAD_HASH_MISMATCH);
  block_free(&signing);
}

static void a_spare_token(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  sample_init(&s, row("aws4"));
  s.params.session_token = S("token");
  work_block signing = sample_sign(&s, &out);
  s.params.session_token = NOTHING; /* of the key that is looked up */
  dciauth_policy policy = sample_policy(&s);
  assert_status(verify(&s, &policy), DCIAUTH_E_TOKEN_UNEXPECTED);
  policy.allow = ALLOW(SPARE_TOKEN);
  assert_ok(verify(&s, &policy));
  s.params.session_token = S("another"); /* of a temporary key every letter counts */
  assert_status(verify(&s, &policy), DCIAUTH_E_TOKEN_INVALID);
  block_free(&signing);
}

/* ---- What must be signed --------------------------------------------------------------------- */

static void guards(void **state) {
  (void)state;
  static const struct {
    const char *guard, *header;
    unsigned allow;
    bool refused;
  } cases[] = {{"content-type", "Content-Type", 0, true},
               {"content-type", "content_type", 0, true},
               {"content-type", "Content-Type-Options", 0, false},
               {"content-type", "Content", 0, false},
               {"x-internal-*", "X-Internal-User", 0, true},
               {"x-internal-*", "x_internal_user", 0, true},
               {"x-internal-*", "X-Internal-", 0, true},
               {"x-internal-*", "X-Internal", 0, false},
               {"*", "Range", 0, true},
               {"host", "Range", 0, false},
               {"content-type", "Content-Type", ALLOW(UNCOVERED), true}};
  for (size_t i = 0; i < NUM(cases); i++) {
    for (size_t p = 0; p < NUM_KINDS; p++) {
      sample s;
      dciauth_signed out;
      dciauth_verdict v;
      sample_init(&s, kind(p));
      work_block signing = sample_sign(&s, &out);
      dciauth_policy policy = sample_policy(&s);
      const dciauth_span names[2] = {S("x-other"), dciauth_str(cases[i].guard)};
      policy.guard = names;
      policy.num_guard = 2;
      policy.allow = cases[i].allow;
      assert_ok(p == 1 && cases[i].guard[0] == '*' ? DCIAUTH_OK : sample_verify(&s, &policy, &v));
      s.headers[s.request.num_headers++] = (dciauth_pair){dciauth_str(cases[i].header), S("v")};
      check_status(sample_verify(&s, &policy, &v),
                   cases[i].refused ? DCIAUTH_E_HEADER_NOT_SIGNED : DCIAUTH_OK, cases[i].header,
                   __FILE__, __LINE__);
      assert_int_equal(v.where.index, cases[i].refused ? s.request.num_headers - 1 : 0);
      block_free(&signing);
    }
  }
}

/* A row without a prefix of its own has no headers that must be signed for it. */
static void a_row_that_guards_nothing(void **state) {
  (void)state;
  static const struct {
    dciauth_rule rule;
    dciauth_status want;
  } cases[] = {{{"guarded_prefix", "x-amz-", 0}, DCIAUTH_E_HEADER_NOT_SIGNED},
               {{"guarded_prefix", "", 0}, DCIAUTH_OK}};
  for (size_t i = 0; i < NUM(cases); i++) {
    work_block block = block_new(dciauth_profile_bound(&cases[i].rule, 1), 0);
    dciauth_own_profile own;
    assert_ok(dciauth_profile_make(row("aws4"), &cases[i].rule, 1, block.work, &own));
    sample s;
    dciauth_signed out;
    sample_init(&s, own.profile);
    work_block signing = sample_sign(&s, &out);
    s.headers[s.request.num_headers++] = (dciauth_pair){S("X-Amz-Acl"), S("private")};
    dciauth_policy policy = sample_policy(&s);
    assert_status(verify(&s, &policy), cases[i].want);
    block_free(&signing);
    block_free(&block);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(scopes),
      cmocka_unit_test(scope_date),
      cmocka_unit_test(no_skew),
      cmocka_unit_test(no_payload_header),
      cmocka_unit_test(payload_hash_in_upper_case),
      cmocka_unit_test(a_spare_token),
      cmocka_unit_test(guards),
      cmocka_unit_test(a_row_that_guards_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
