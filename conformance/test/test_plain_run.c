/* SPDX-License-Identifier: Apache-2.0 */
/* test_plain_run.c - every byte at every place of a word, and behind it. */
#include "plain_run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static bool is_plain(int c) {
  return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

/* check_filled puts one byte into a text of others, which are at the edges of what is plain. */
static void check_filled(uint8_t fill, size_t place, int c) {
  enum { LEN = 21 };
  uint8_t bytes[LEN];
  memset(bytes, fill, sizeof bytes);
  bytes[place] = (uint8_t)c;
  for (size_t at = 0; at <= place; at++) {
    size_t expected = (is_plain(c) ? LEN : place) - at;
    assert_int_equal(plain_run(dciauth_bytes(bytes, LEN), at), expected);
  }
}

static void test_every_byte(void **state) {
  (void)state;
  static const uint8_t fills[] = {0x20, 0x21, 0x23, 0x5B, 0x5D, 0x7E};
  for (size_t f = 0; f < sizeof fills; f++) {
    for (size_t place = 0; place < 21; place++) {
      for (int c = 0; c < 256; c++) {
        check_filled(fills[f], place, c);
      }
    }
  }
}

static void test_lengths(void **state) {
  (void)state;
  for (size_t len = 0; len < 20; len++) {
    assert_int_equal(plain_run(dciauth_bytes("abcdefghijklmnopqrst", len), 0), len);
    assert_int_equal(plain_run(dciauth_bytes("abcdefghijklmnopqrst", len), len), 0);
  }
  assert_int_equal(plain_run(dciauth_bytes(NULL, 0), 0), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_byte),
                                     cmocka_unit_test(test_lengths)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
