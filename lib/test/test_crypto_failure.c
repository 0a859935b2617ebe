/* SPDX-License-Identifier: Apache-2.0 */
/* test_crypto_failure.c - what happens in every call when OpenSSL fails: the n-th call of its
 * SHA-256 is made to fail, for every n. The status is DCIAUTH_E_CRYPTO, and nothing half-made comes
 * out. */
#include "crypto.h"
#include "openssl_fails.h"
#include "support.h"

/* Each call is tried with its n-th use of SHA-256 failing, n from 0 up, until it succeeds
 * untouched. It must have failed before, with DCIAUTH_E_CRYPTO alone. */
typedef dciauth_status (*attempt)(void *arg);

static long fail_each_call(attempt call, void *arg) {
  for (long n = 0;; n++) {
    openssl_fails_after(n);
    dciauth_status status = call(arg);
    bool untouched = !openssl_has_failed();
    if (untouched) {
      assert_ok(status);
      return n;
    }
    assert_status(status, DCIAUTH_E_CRYPTO);
  }
}

static dciauth_status try_sha256(void *arg) {
  (void)arg;
  uint8_t out[32];
  memset(out, 1, sizeof out);
  dciauth_status status = crypto_sha256(S("abc"), NULL, out);
  if (status != DCIAUTH_OK) {
    assert_zero(out);
  }
  return status;
}

static dciauth_status try_hmac_key(void *arg) {
  const uint8_t long_key[65] = {1};
  dciauth_key *key = arg;
  memset(key, 1, sizeof *key);
  dciauth_status status =
      crypto_hmac_key(dciauth_bytes(long_key, 60), dciauth_bytes(long_key, 5), key);
  if (status != DCIAUTH_OK) {
    assert_zero(*key);
  }
  return status;
}

static dciauth_status try_hmac(void *arg) {
  uint8_t out[32];
  memset(out, 1, sizeof out);
  dciauth_status status = crypto_hmac(arg, S("abc"), NULL, out);
  if (status != DCIAUTH_OK) {
    assert_zero(out);
  }
  return status;
}

static void primitives_fail_clean(void **state) {
  (void)state;
  dciauth_key key;
  assert_true(fail_each_call(try_sha256, NULL) > 2);
  assert_true(fail_each_call(try_hmac_key, &key) > 3);
  assert_true(fail_each_call(try_hmac, &key) > 2);
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
