/* SPDX-License-Identifier: Apache-2.0 */
/* test_crypto_failure.c - what happens in every call when OpenSSL fails: the n-th call of its
 * SHA-256 is made to fail, for every n. The status is DCIAUTH_E_CRYPTO, and nothing half-made comes
 * out. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include "crypto.h"
#include "support.h"

int __real_SHA256_Init(SHA256_CTX *c);
int __real_SHA256_Update(SHA256_CTX *c, const void *data, size_t len);
int __real_SHA256_Final(unsigned char *md, SHA256_CTX *c);
int __wrap_SHA256_Init(SHA256_CTX *c);
int __wrap_SHA256_Update(SHA256_CTX *c, const void *data, size_t len);
int __wrap_SHA256_Final(unsigned char *md, SHA256_CTX *c);

static long calls_left = -1; /* -1: never fail */

static bool fails_now(void) {
  return calls_left >= 0 && calls_left-- == 0;
}

int __wrap_SHA256_Init(SHA256_CTX *c) {
  return fails_now() ? 0 : __real_SHA256_Init(c);
}

int __wrap_SHA256_Update(SHA256_CTX *c, const void *data, size_t len) {
  return fails_now() ? 0 : __real_SHA256_Update(c, data, len);
}

int __wrap_SHA256_Final(unsigned char *md, SHA256_CTX *c) {
  if (fails_now()) {
    memset(md, 0x77, 32); /* what a failed call leaves must not be handed on */
    return 0;
  }
  return __real_SHA256_Final(md, c);
}

static void primitives_fail_clean(void **state) {
  (void)state;
  uint8_t out[32];
  uint8_t long_key[65] = {1};
  dciauth_key key;
  for (calls_left = 0;;) {
    long n = calls_left;
    memset(out, 1, sizeof out);
    dciauth_status status = crypto_sha256(S("abc"), NULL, out);
    if (status == DCIAUTH_OK) {
      break;
    }
    assert_status(status, DCIAUTH_E_CRYPTO);
    assert_zero(out);
    calls_left = n + 1;
  }
  for (long n = 0; n < 8; n++) { /* 4 calls hash the long key, 2 and 2 absorb it */
    calls_left = n;
    memset(&key, 1, sizeof key);
    assert_status(crypto_hmac_key(dciauth_bytes(long_key, 60), dciauth_bytes(long_key, 5), &key),
                  DCIAUTH_E_CRYPTO);
    assert_zero(key);
  }
  calls_left = -1;
  assert_ok(crypto_hmac_key(S("key"), NOTHING, &key));
  for (long n = 0; n < 3; n++) {
    calls_left = n;
    memset(out, 1, sizeof out);
    assert_status(crypto_hmac(&key, S("abc"), NULL, out), DCIAUTH_E_CRYPTO);
    assert_zero(out);
  }
  calls_left = -1;
}

/* Each call is tried with its n-th use of SHA-256 failing, n from 0 up, until it succeeds
 * untouched. It must have failed before, with DCIAUTH_E_CRYPTO alone. */
typedef dciauth_status (*attempt)(void *arg);

static long fail_each_call(attempt call, void *arg) {
  for (long n = 0;; n++) {
    calls_left = n;
    dciauth_status status = call(arg);
    bool untouched = calls_left >= 0;
    calls_left = -1;
    if (untouched) {
      assert_ok(status);
      return n;
    }
    assert_status(status, DCIAUTH_E_CRYPTO);
  }
}

static dciauth_status try_derive(void *arg) {
  const sample *s = arg;
  dciauth_key key;
  memset(&key, 1, sizeof key);
  const dciauth_scope scope = {NOTHING, S("20150830"), s->params.region, s->params.service,
                               NOTHING};
  dciauth_status status = dciauth_key_derive(s->p, S(SECRET), &scope, &key);
  if (status != DCIAUTH_OK) {
    assert_zero(key);
  }
  return status;
}

static dciauth_status try_sign(void *arg) {
  const sample *s = arg;
  dciauth_signed out;
  work_block b = block_new(dciauth_sign_bound(s->p, &s->request, &s->params), 0);
  dciauth_status status = dciauth_sign(s->p, &s->request, &s->params, &s->key, b.work, &out);
  if (status != DCIAUTH_OK) {
    assert_int_equal(out.signature.len, 0);
    assert_int_equal(out.authorization.len, 0);
    assert_int_equal(out.num_added, 0);
  }
  block_free(&b);
  return status;
}

static dciauth_status try_payload_hash(void *arg) {
  const sample *s = arg;
  dciauth_text out;
  work_block b = block_new(64, 0);
  dciauth_status status = dciauth_payload_hash(s->p, &s->request, b.work, &out);
  if (status != DCIAUTH_OK) {
    assert_int_equal(out.text.len, 0);
  }
  block_free(&b);
  return status;
}

static dciauth_status try_string_to_sign(void *arg) {
  const sample *s = arg;
  dciauth_text out;
  work_block b = block_new(1024, 0);
  const dciauth_scope scope = {NOTHING, NOTHING, s->params.region, s->params.service, NOTHING};
  dciauth_status status =
      dciauth_string_to_sign(s->p, &scope, s->params.timestamp, S("x"), b.work, &out);
  if (status != DCIAUTH_OK) {
    assert_int_equal(out.text.len, 0);
  }
  block_free(&b);
  return status;
}

static dciauth_status try_signature(void *arg) {
  const sample *s = arg;
  char hex[64];
  char zeros[64];
  memset(zeros, '0', sizeof zeros);
  dciauth_status status = dciauth_signature(&s->key, S("text"), hex);
  assert_int_equal(memcmp(hex, zeros, 64) == 0, status != DCIAUTH_OK);
  return status;
}

static dciauth_status try_verify(void *arg) {
  const sample *s = arg;
  dciauth_verdict out;
  dciauth_policy policy = sample_policy(s);
  dciauth_status status = sample_verify(s, &policy, &out);
  assert_status(out.status, status);
  if (status != DCIAUTH_OK) {
    assert_zero(out.view);
  }
  return status;
}

static dciauth_status try_generate(void *arg) {
  (void)arg;
  dciauth_dci_request request;
  dciauth_dci_headers out;
  memset(&request, 0, sizeof request);
  request.data = S("body");
  work_block b = block_new(dciauth_dci_bound(row("dci2-v2.1"), &request, S("a/b")), 0);
  dciauth_status status =
      dciauth_generate_headers(row("dci2-v2.1"), &request, S("a/b"), S("secret"), 0, b.work, &out);
  if (status != DCIAUTH_OK) {
    assert_int_equal(out.num_headers, 0);
    assert_int_equal(out.signature.len, 0);
  }
  block_free(&b);
  return status;
}

static void calls_fail_clean(void **state) {
  (void)state;
  for (size_t i = 0; i < SAMPLE_NUM_ROWS; i++) {
    sample s;
    dciauth_signed out;
    sample_init(&s, dciauth_profile_at(i));
    bool one_link = strcmp(row_text(s.p, "scope"), "date") == 0;
    assert_true(fail_each_call(try_derive, &s) > (one_link ? 7 : 10));
    assert_true(fail_each_call(try_sign, &s) > 6);
    assert_true(fail_each_call(try_payload_hash, &s) > 2);
    assert_true(fail_each_call(try_string_to_sign, &s) > 2);
    assert_true(fail_each_call(try_signature, &s) > 2);
    work_block b = sample_sign(&s, &out);
    assert_true(fail_each_call(try_verify, &s) > (one_link ? 14 : 20));
    block_free(&b);
  }
  assert_true(fail_each_call(try_generate, NULL) > 20);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(primitives_fail_clean),
      cmocka_unit_test(calls_fail_clean),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
