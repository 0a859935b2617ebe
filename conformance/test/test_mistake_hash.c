/* SPDX-License-Identifier: Apache-2.0 */
/* test_mistake_hash.c - the known answers of FIPS 180 and RFC 4231. */
#include "mistake_hash.h"

#include "sample.h"

static void check_hmac(dciauth_span key, const char *message, const char *expected) {
  text mac = {0}, hex = {0};
  hash_hmac(key, dciauth_str(message), &mac);
  assert_int_equal(mac.len, 32);
  hash_put_hex(text_span(&mac), &hex);
  text_free(&mac);
  check_text(&hex, expected);
}

static void test_hash(void **state) {
  (void)state;
  text hex = {0};
  hash_hex(dciauth_bytes(NULL, 0), &hex);
  check_text(&hex, SAMPLE_HASH);
  text_puts(&hex, "before ");
  hash_hex(dciauth_str("abc"), &hex);
  check_text(&hex, "before ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/* RFC 4231, sections 4.2, 4.3 and 4.7. */
static void test_hmac(void **state) {
  (void)state;
  uint8_t long_key[131];
  memset(long_key, 0xaa, sizeof long_key);
  check_hmac(dciauth_bytes("\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b"
                           "\x0b\x0b\x0b",
                           20),
             "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  check_hmac(dciauth_str("Jefe"), "what do ya want for nothing?",
             "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  check_hmac(dciauth_bytes(long_key, sizeof long_key),
             "Test Using Larger Than Block-Size Key - Hash Key First",
             "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_hash), cmocka_unit_test(test_hmac)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
