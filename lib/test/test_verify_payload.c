/* SPDX-License-Identifier: Apache-2.0 */
/* test_verify_payload.c - what verifying makes of the body: its hash, a hash of the caller, a
 * header, a literal. */
#include "support.h"

static void unsigned_payload(void **state) {
  (void)state;
  for (size_t p = 0; p < 2; p++) {
    sample s;
    dciauth_signed out;
    dciauth_verdict v;
    sample_init(&s, kind(p));
    s.request.payload_hash = S("UNSIGNED-PAYLOAD");
    if (p == 0) {
      s.headers[s.request.num_headers++] =
          (dciauth_pair){S("x-amz-content-sha256"), S("UNSIGNED-PAYLOAD")};
    }
    work_block signing = sample_sign(&s, &out);
    dciauth_policy policy = sample_policy(&s);
    assert_status(sample_verify(&s, &policy, &v),
                  DCIAUTH_E_ARGUMENT); /* a literal is nothing that was received */
    assert_where(v.where, DCIAUTH_FIELD_PAYLOAD_HASH, 0, 0);
    s.request.payload_hash = NOTHING;
    assert_status(sample_verify(&s, &policy, &v), DCIAUTH_E_UNSIGNED_PAYLOAD_FORBIDDEN);
    policy.allow = DCIAUTH_ALLOW_UNSIGNED_PAYLOAD;
    assert_ok(sample_verify(&s, &policy, &v));
    assert_false(v.view.body_covered);
    s.request.body = S("another");
    assert_ok(sample_verify(&s, &policy, &v));
    block_free(&signing);
  }
}

static void payload_header_may_be_unsigned(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  dciauth_verdict v;
  sample_init(&s, row("aws4"));
  work_block signing = sample_sign(&s, &out);
  dciauth_policy policy = sample_policy(&s);
  s.headers[s.request.num_headers++] =
      (dciauth_pair){S("X-Amz-Content-Sha256"),
                     S("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824")};
  assert_ok(sample_verify(&s, &policy, &v));
  assert_int_equal(v.view.num_headers, 2);
  s.headers[s.request.num_headers - 1].value = S(EMPTY_HASH);
  assert_status(sample_verify(&s, &policy, &v), DCIAUTH_E_PAYLOAD_HASH_MISMATCH);
  assert_where(v.where, DCIAUTH_FIELD_HEADER_VALUE, 3, 0);
  s.headers[s.request.num_headers - 1].value = S("UNSIGNED-PAYLOAD");
  policy.allow = DCIAUTH_ALLOW_UNSIGNED_PAYLOAD;
  assert_status(sample_verify(&s, &policy, &v), DCIAUTH_E_SIGNATURE_MISMATCH);
  block_free(&signing);
}

/* A server that hashes while it reads hands over the hash instead of the body. */
static void payload_hash_of_the_caller(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    sample s;
    dciauth_signed out;
    dciauth_verdict v;
    sample_init(&s, kind(p));
    work_block signing = sample_sign(&s, &out);
    dciauth_policy policy = sample_policy(&s);
    s.request.body = NOTHING;
    s.request.payload_hash = S("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    assert_ok(sample_verify(&s, &policy, &v));
    s.request.payload_hash = S(EMPTY_HASH);
    assert_status(sample_verify(&s, &policy, &v),
                  p == 1 ? DCIAUTH_E_PAYLOAD_HASH_MISMATCH : DCIAUTH_E_SIGNATURE_MISMATCH);
    s.request.payload_hash = S("x");
    assert_status(sample_verify(&s, &policy, &v), DCIAUTH_E_PAYLOAD_HASH_INVALID);
    block_free(&signing);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(unsigned_payload),
      cmocka_unit_test(payload_header_may_be_unsigned),
      cmocka_unit_test(payload_hash_of_the_caller),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
