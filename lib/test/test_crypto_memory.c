/* SPDX-License-Identifier: Apache-2.0 */
/* test_crypto_memory.c - comparing and wiping. */
#include "crypto.h"
#include "support.h"

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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(compares_and_wipes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
