/* SPDX-License-Identifier: Apache-2.0 */
/* test_crypto.c - known answers of SHA-256 (FIPS 180-4, NIST's examples) and HMAC-SHA-256 (RFC
 * 4231). */
#include "crypto.h"

#include <stdlib.h>

#include "codec.h"
#include "support.h"

static void check_sha256(dciauth_span message, const char *want) {
  uint8_t hash[32];
  char hex[64];
  assert_ok(crypto_sha256(message, NULL, hash));
  encode_hex32(hash, hex);
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
  check_sha256(dciauth_bytes(million, 1000000),
               "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  check_sha256(dciauth_bytes(million, 1 << 20),
               "9bc1b2a288b26af7257a36277ae3816a7d4f16e89c1e7e77d0a5c48bad62b360");
  free(million);
}

static void check_hmac(dciauth_span key, dciauth_span message, const char *want) {
  for (size_t cut = 0; cut <= key.len; cut++) { /* the key in two parts, at every place */
    dciauth_key prepared;
    uint8_t mac[32];
    char hex[64];
    assert_ok(crypto_hmac_key(dciauth_bytes(key.ptr, cut),
                              dciauth_bytes(key.ptr + cut, key.len - cut), &prepared));
    assert_ok(crypto_hmac(&prepared, message, NULL, mac));
    encode_hex32(mac, hex);
    assert_memory_equal(hex, want, strlen(want));
    assert_ok(crypto_hmac(&prepared, message, NULL, mac)); /* a key is not used up */
    encode_hex32(mac, hex);
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
  check_hmac(dciauth_bytes(bytes, 20), S("Test With Truncation"),
             "a3b6167473100ee06e0c796c2955552b");
  memset(bytes, 0xaa, 131);
  check_hmac(dciauth_bytes(bytes, 131), S("Test Using Larger Than Block-Size Key - Hash Key First"),
             "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
  check_hmac(dciauth_bytes(bytes, 131),
             S("This is a test using a larger than block-size key and a larger than block-size "
               "data. The key needs to "
               "be hashed before being used by the HMAC algorithm."),
             "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
}

/* A key of exactly one block is used as it is, one byte more is hashed: HMAC of both is known to
 * differ. */
static void keys_around_a_block(void **state) {
  (void)state;
  uint8_t bytes[65];
  memset(bytes, 'k', sizeof bytes);
  check_hmac(dciauth_bytes(bytes, 63), S("m"),
             "e458f5dd7e8afee6b774e5d451ae43f4d268bf11646030143d0b0231dcb02383");
  check_hmac(dciauth_bytes(bytes, 64), S("m"),
             "3b7a8d453e76edb519238a515105a57508d0f169f480ebeee120a9e7803289fa");
  check_hmac(dciauth_bytes(bytes, 65), S("m"),
             "c2d7d4c2256ddb097409ec0c67e1d58fa1a007fc6932cac0d892a525d08af7cc");
  check_hmac(dciauth_bytes(bytes, 0), S(""),
             "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

/* A message of any length, sealed in its place: with room of just so many bytes, of which none
 * behind is touched. */
static void hashed_in_place(void **state) {
  (void)state;
  dciauth_key key;
  assert_ok(crypto_hmac_key(S("key"), NOTHING, &key));
  for (size_t len = 0; len < 200; len++) {
    work_block block = block_new(len + CRYPTO_SEAL, len % 16);
    uint8_t *text = block.work.ptr;
    uint8_t *room = text + len;
    const dciauth_span message = dciauth_bytes(text, len);
    uint8_t wanted[32];
    uint8_t hash[32];
    memset(text, 'a', block.work.len);
    assert_ok(crypto_sha256(message, NULL, wanted));
    assert_int_equal(*room, 'a');
    assert_ok(crypto_sha256(message, room, hash));
    assert_memory_equal(hash, wanted, 32);
    assert_ok(crypto_hmac(&key, message, NULL, wanted));
    assert_ok(crypto_hmac(&key, message, room, hash));
    assert_memory_equal(hash, wanted, 32);
    for (size_t i = 0; i < len; i++) {
      assert_int_equal(text[i], 'a');
    }
    block_free(&block);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sha256_known_answers),
      cmocka_unit_test(hmac_known_answers),
      cmocka_unit_test(keys_around_a_block),
      cmocka_unit_test(hashed_in_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
