/* SPDX-License-Identifier: Apache-2.0 */
/* test_crypto.c - known answers of SHA-256 (FIPS 180-4, NIST's examples) and HMAC-SHA-256 (RFC 4231), and what happens
 * everywhere above when OpenSSL fails: the n-th call of its SHA-256 is made to fail, for every n. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include "crypto.h"

#include <openssl/sha.h>
#include <stdlib.h>

#include "codec.h"
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

static void check_sha256(dciauth_span message, const char *want) {
  uint8_t hash[32];
  char hex[64];
  assert_ok(crypto_sha256(message, hash));
  encode_hex(dciauth_bytes(hash, 32), hex);
  assert_span(dciauth_bytes(hex, 64), dciauth_str(want));
}

static void sha256_known_answers(void **state) {
  (void)state;
  check_sha256(NOTHING, EMPTY_HASH);
  check_sha256(S("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  check_sha256(S("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
               "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  uint8_t *million = malloc(1 << 20);
  memset(million, 'a', 1 << 20);
  check_sha256(dciauth_bytes(million, 1000000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  check_sha256(dciauth_bytes(million, 1 << 20), "9bc1b2a288b26af7257a36277ae3816a7d4f16e89c1e7e77d0a5c48bad62b360");
  free(million);
}

static void check_hmac(dciauth_span key, dciauth_span message, const char *want) {
  for (size_t cut = 0; cut <= key.len; cut++) { /* the key in two parts, at every place */
    dciauth_key prepared;
    uint8_t mac[32];
    char hex[64];
    assert_ok(crypto_hmac_key(dciauth_bytes(key.ptr, cut), dciauth_bytes(key.ptr + cut, key.len - cut), &prepared));
    assert_ok(crypto_hmac(&prepared, message, mac));
    encode_hex(dciauth_bytes(mac, 32), hex);
    assert_memory_equal(hex, want, strlen(want));
    assert_ok(crypto_hmac(&prepared, message, mac)); /* a key is not used up */
    encode_hex(dciauth_bytes(mac, 32), hex);
    assert_memory_equal(hex, want, strlen(want));
  }
}

static void hmac_known_answers(void **state) {
  (void)state;
  uint8_t bytes[152];
  memset(bytes, 0x0b, 20);
  check_hmac(dciauth_bytes(bytes, 20), S("Hi There"),
             "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  check_hmac(S("Jefe"), S("what do ya want for nothing?"),
             "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  uint8_t data[50];
  memset(bytes, 0xaa, 20);
  memset(data, 0xdd, 50);
  check_hmac(dciauth_bytes(bytes, 20), dciauth_bytes(data, 50),
             "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
  for (uint8_t i = 0; i < 25; i++) {
    bytes[i] = (uint8_t)(i + 1);
  }
  memset(data, 0xcd, 50);
  check_hmac(dciauth_bytes(bytes, 25), dciauth_bytes(data, 50),
             "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
  memset(bytes, 0x0c, 20);
  check_hmac(dciauth_bytes(bytes, 20), S("Test With Truncation"), "a3b6167473100ee06e0c796c2955552b");
  memset(bytes, 0xaa, 131);
  check_hmac(dciauth_bytes(bytes, 131), S("Test Using Larger Than Block-Size Key - Hash Key First"),
             "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
  check_hmac(dciauth_bytes(bytes, 131),
             S("This is a test using a larger than block-size key and a larger than block-size data. The key needs to "
               "be hashed before being used by the HMAC algorithm."),
             "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
}

/* A key of exactly one block is used as it is, one byte more is hashed: HMAC of both is known to differ. */
static void keys_around_a_block(void **state) {
  (void)state;
  uint8_t bytes[65];
  memset(bytes, 'k', sizeof bytes);
  check_hmac(dciauth_bytes(bytes, 63), S("m"), "e458f5dd7e8afee6b774e5d451ae43f4d268bf11646030143d0b0231dcb02383");
  check_hmac(dciauth_bytes(bytes, 64), S("m"), "3b7a8d453e76edb519238a515105a57508d0f169f480ebeee120a9e7803289fa");
  check_hmac(dciauth_bytes(bytes, 65), S("m"), "c2d7d4c2256ddb097409ec0c67e1d58fa1a007fc6932cac0d892a525d08af7cc");
  check_hmac(dciauth_bytes(bytes, 0), S(""), "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

static void compares_and_wipes(void **state) {
  (void)state;
  uint8_t a[32];
  uint8_t b[32];
  memset(a, 1, sizeof a);
  memset(b, 1, sizeof b);
  assert_true(crypto_equal32(a, b));
  for (size_t i = 0; i < 32; i++) {
    b[i] ^= 0x80;
    assert_false(crypto_equal32(a, b));
    b[i] ^= 0x80;
  }
  assert_true(crypto_equal(S("ab"), S("ab")));
  assert_false(crypto_equal(S("ab"), S("aB")));
  assert_false(crypto_equal(S("ab"), S("abc")));
  assert_true(crypto_equal(NOTHING, S("")));
  crypto_wipe(a, sizeof a);
  assert_zero(a);
}

static void primitives_fail_clean(void **state) {
  (void)state;
  uint8_t out[32];
  uint8_t long_key[65] = {1};
  dciauth_key key;
  for (calls_left = 0;;) {
    long n = calls_left;
    memset(out, 1, sizeof out);
    dciauth_status status = crypto_sha256(S("abc"), out);
    if (status == DCIAUTH_OK) {
      break;
    }
    assert_status(status, DCIAUTH_E_CRYPTO);
    assert_zero(out);
    calls_left = n + 1;
  }
  for (long n = 0; n < 7; n++) { /* 3 calls hash the long key, 2 and 2 absorb it */
    calls_left = n;
    memset(&key, 1, sizeof key);
    assert_status(crypto_hmac_key(dciauth_bytes(long_key, 65), NOTHING, &key), DCIAUTH_E_CRYPTO);
    assert_zero(key);
  }
  calls_left = -1;
  assert_ok(crypto_hmac_key(S("key"), NOTHING, &key));
  for (long n = 0; n < 4; n++) {
    calls_left = n;
    memset(out, 1, sizeof out);
    assert_status(crypto_hmac(&key, S("abc"), out), DCIAUTH_E_CRYPTO);
    assert_zero(out);
  }
  calls_left = -1;
}

/* Each call is tried with its n-th use of SHA-256 failing, n from 0 up, until it succeeds untouched. It must have failed
 * before, with DCIAUTH_E_CRYPTO alone. */
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
  const dciauth_scope scope = {NOTHING, S("20150830"), S("r"), S("s"), NOTHING};
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

static dciauth_status try_string_to_sign(void *arg) {
  const sample *s = arg;
  dciauth_text out;
  work_block b = block_new(1024, 0);
  const dciauth_scope scope = {NOTHING, NOTHING, S("r"), S("s"), NOTHING};
  dciauth_status status = dciauth_string_to_sign(s->p, &scope, s->params.timestamp, S("x"), b.work, &out);
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
  work_block b = block_new(dciauth_dci_bound(&request, S("a/b")), 0);
  dciauth_status status = dciauth_generate_headers(&request, S("a/b"), S("secret"), 0, b.work, &out);
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
    assert_true(fail_each_call(try_derive, &s) > 10);
    assert_true(fail_each_call(try_sign, &s) > 8);
    assert_true(fail_each_call(try_string_to_sign, &s) > 2);
    assert_true(fail_each_call(try_signature, &s) > 3);
    work_block b = sample_sign(&s, &out);
    assert_true(fail_each_call(try_verify, &s) > 20);
    block_free(&b);
  }
  assert_true(fail_each_call(try_generate, NULL) > 20);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sha256_known_answers), cmocka_unit_test(hmac_known_answers),
      cmocka_unit_test(keys_around_a_block),  cmocka_unit_test(compares_and_wipes),
      cmocka_unit_test(primitives_fail_clean), cmocka_unit_test(calls_fail_clean),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
