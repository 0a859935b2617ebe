/* SPDX-License-Identifier: Apache-2.0 */
/* test_verify_keys.c - keys that are not known, kept or too long; session tokens. */
#include "support.h"

static dciauth_status verify(const sample *s, const dciauth_policy *policy,
                             dciauth_credential *credential, int64_t now, work_block *b,
                             dciauth_verdict *out) {
  *b = block_new(dciauth_verify_bound(s->p, &s->request), 0);
  dciauth_status status =
      dciauth_verify(s->p, &s->request, policy, now, sample_lookup, credential, b->work, out);
  assert_status(out->status, status);
  return status;
}

static bool knows_nobody(void *arg, const dciauth_claim *claim, dciauth_credential *out) {
  *(dciauth_claim *)arg = *claim;
  out->secret_key = S(SECRET); /* what a look-up leaves behind when it fails is not used */
  return false;
}

static void keys_that_are_not_known(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    sample s;
    dciauth_signed out;
    dciauth_verdict v;
    sample_init(&s, kind(p));
    work_block signing = sample_sign(&s, &out);
    dciauth_policy policy = sample_policy(&s);
    dciauth_claim seen;
    work_block b = block_new(dciauth_verify_bound(s.p, &s.request), 0);
    assert_status(
        dciauth_verify(s.p, &s.request, &policy, SAMPLE_NOW, knows_nobody, &seen, b.work, &v),
        DCIAUTH_E_UNKNOWN_KEY);
    assert_where(v.where, DCIAUTH_FIELD_ACCESS_KEY, 0, 0);
    assert_span(seen.access_key, s.params.access_key);
    assert_span(seen.region, S("us-east-1"));
    block_free(&b);
    dciauth_credential empty = {0};
    assert_status(verify(&s, &policy, &empty, SAMPLE_NOW, &b, &v), DCIAUTH_E_UNKNOWN_KEY);
    block_free(&b);
    block_free(&signing);
  }
}

/* Whatever a zeroed or wiped key would sign with could be guessed; it is no key. */
static void a_wiped_key_is_no_key(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    sample s;
    dciauth_signed out;
    dciauth_verdict v;
    work_block b;
    char hex[64];
    sample_init(&s, kind(p));
    work_block signing = sample_sign(&s, &out);
    dciauth_policy policy = sample_policy(&s);
    dciauth_key wiped = s.key;
    dciauth_key_wipe(&wiped);
    dciauth_credential kept = {.secret_key = S(SECRET), .key = &wiped};
    assert_status(verify(&s, &policy, &kept, SAMPLE_NOW, &b, &v), DCIAUTH_E_UNKNOWN_KEY);
    block_free(&b);
    memset(hex, 'x', sizeof hex);
    assert_status(dciauth_signature(&wiped, S("text"), hex), DCIAUTH_E_ARGUMENT);
    assert_zero(hex);
    block_free(&signing);
  }
}

/* a target with a blank in it can be signed, but it cannot have arrived */
static void a_blank_in_the_target(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    sample s;
    dciauth_signed out;
    dciauth_verdict v;
    work_block b;
    sample_init(&s, kind(p));
    s.request.target = S("/a b");
    work_block signing = sample_sign(&s, &out);
    dciauth_policy policy = sample_policy(&s);
    dciauth_credential secret = {.secret_key = S(SECRET)};
    assert_status(verify(&s, &policy, &secret, SAMPLE_NOW, &b, &v), DCIAUTH_E_MALFORMED_URI);
    block_free(&b);
    block_free(&signing);
  }
}

static void a_kept_key_is_as_good_as_the_secret(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    sample s;
    dciauth_signed out;
    dciauth_verdict v;
    work_block b;
    char one[8192];
    char two[8192];
    sample_init(&s, kind(p));
    work_block signing = sample_sign(&s, &out);
    dciauth_policy policy = sample_policy(&s);
    dciauth_credential secret = {.secret_key = S(SECRET)};
    dciauth_credential kept = {.key = &s.key};
    assert_ok(verify(&s, &policy, &secret, SAMPLE_NOW, &b, &v));
    size_t len = describe_verdict(&v, one, sizeof one);
    block_free(&b);
    assert_ok(verify(&s, &policy, &kept, SAMPLE_NOW, &b, &v));
    assert_int_equal(describe_verdict(&v, two, sizeof two), len);
    assert_memory_equal(one, two, len);
    block_free(&b);
    dciauth_key other = s.key;
    other.opaque[0] ^= 1;
    dciauth_credential wrong = {.secret_key = S(SECRET), .key = &other};
    assert_status(verify(&s, &policy, &wrong, SAMPLE_NOW, &b, &v), DCIAUTH_E_SIGNATURE_MISMATCH);
    block_free(&b);
    block_free(&signing);
  }
}

static void a_secret_too_long(void **state) {
  (void)state;
  static uint8_t secret[DCIAUTH_MAX_SECRET + 1];
  memset(secret, 's', sizeof secret);
  sample s;
  dciauth_signed out;
  dciauth_verdict v;
  work_block b;
  sample_init(&s, row("aws4"));
  work_block signing = sample_sign(&s, &out);
  dciauth_policy policy = sample_policy(&s);
  dciauth_credential credential = {.secret_key = dciauth_bytes(secret, sizeof secret)};
  assert_status(verify(&s, &policy, &credential, SAMPLE_NOW, &b, &v), DCIAUTH_E_LIMIT_EXCEEDED);
  assert_where(v.where, DCIAUTH_FIELD_SECRET_KEY, 0, DCIAUTH_MAX_SECRET);
  assert_zero(v.view);
  block_free(&b);
  block_free(&signing);
}

static void session_tokens(void **state) {
  (void)state;
  static const struct {
    const char *sent, *known;
    dciauth_status want;
    dciauth_field field;
  } cases[] = {
      {"", "", DCIAUTH_OK, DCIAUTH_FIELD_NONE},
      {"to+k/en=", "to+k/en=", DCIAUTH_OK, DCIAUTH_FIELD_NONE},
      {"a  b", "a  b", DCIAUTH_OK, DCIAUTH_FIELD_NONE},
      {"", "token", DCIAUTH_E_TOKEN_MISSING, DCIAUTH_FIELD_HEADERS},
      {"token", "", DCIAUTH_E_TOKEN_UNEXPECTED, DCIAUTH_FIELD_HEADER_NAME},
      {"token", "toker", DCIAUTH_E_TOKEN_INVALID, DCIAUTH_FIELD_HEADER_VALUE},
      {"token", "token2", DCIAUTH_E_TOKEN_INVALID, DCIAUTH_FIELD_HEADER_VALUE},
      {"TOKEN", "token", DCIAUTH_E_TOKEN_INVALID, DCIAUTH_FIELD_HEADER_VALUE},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    for (size_t p = 0; p < 2; p++) {
      sample s;
      dciauth_signed out;
      dciauth_verdict v;
      work_block b;
      sample_init(&s, kind(p));
      s.params.session_token = dciauth_str(cases[i].sent);
      work_block signing = sample_sign(&s, &out);
      dciauth_policy policy = sample_policy(&s);
      dciauth_credential credential = {.secret_key = S(SECRET),
                                       .session_token = dciauth_str(cases[i].known)};
      check_status(verify(&s, &policy, &credential, SAMPLE_NOW, &b, &v), cases[i].want,
                   cases[i].sent, __FILE__, __LINE__);
      assert_int_equal(v.where.field, cases[i].field);
      block_free(&b);
      block_free(&signing);
    }
  }
}

static void token_header_twice_or_in_dci(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  dciauth_verdict v;
  work_block b;
  sample_init(&s, row("aws4"));
  s.params.session_token = S("t");
  work_block signing = sample_sign(&s, &out);
  s.headers[s.request.num_headers++] = (dciauth_pair){S("x-amz-security-token"), S("t")};
  dciauth_policy policy = sample_policy(&s);
  assert_status(sample_verify(&s, &policy, &v), DCIAUTH_E_TOKEN_INVALID);
  block_free(&signing);
  sample_init(&s, row("dci2-v2.1"));
  signing = sample_sign(&s, &out);
  policy = sample_policy(&s);
  dciauth_credential credential = {.secret_key = S(SECRET), .session_token = S("t")};
  assert_status(verify(&s, &policy, &credential, SAMPLE_NOW, &b, &v), DCIAUTH_E_TOKEN_MISSING);
  block_free(&b);
  block_free(&signing);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keys_that_are_not_known),
      cmocka_unit_test(a_kept_key_is_as_good_as_the_secret),
      cmocka_unit_test(a_wiped_key_is_no_key),
      cmocka_unit_test(a_blank_in_the_target),
      cmocka_unit_test(a_secret_too_long),
      cmocka_unit_test(session_tokens),
      cmocka_unit_test(token_header_twice_or_in_dci),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
