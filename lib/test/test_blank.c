/* SPDX-License-Identifier: Apache-2.0 */
/* test_blank.c - the white space of str.split: every character that CPython 3.11 names, and its
 * neighbours. */
#include "blank.h"

#include "support.h"

/* put_utf8 writes one character of the basic plane and returns its length. */
static size_t put_utf8(unsigned code, char out[3]) {
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  if (code < 0x800) {
    out[0] = (char)(0xc0 | (code >> 6));
    out[1] = (char)(0x80 | (code & 0x3f));
    return 2;
  }
  out[0] = (char)(0xe0 | (code >> 12));
  out[1] = (char)(0x80 | ((code >> 6) & 0x3f));
  out[2] = (char)(0x80 | (code & 0x3f));
  return 3;
}

static bool is_space(unsigned code) {
  static const unsigned spaces[] = {0x20,   0x85,   0xa0,   0x1680, 0x2000, 0x2001, 0x2002,
                                    0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009,
                                    0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000};
  bool found = (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x1f);
  for (size_t i = 0; i < NUM(spaces); i++) {
    found = found || spaces[i] == code;
  }
  return found;
}

static void knows_every_character_of_the_basic_plane(void **state) {
  (void)state;
  for (unsigned code = 0; code < 0x10000; code++) {
    char bytes[4];
    size_t len = put_utf8(code, bytes);
    bytes[len] = 'x';
    size_t want = is_space(code) ? len : 0;
    if (blank_run(dciauth_bytes(bytes, len + 1)) != want ||
        blank_run(dciauth_bytes(bytes, len)) != want ||
        blank_run(dciauth_bytes(bytes, len - 1)) != 0) {
      explain("U+%04X", code);
    }
  }
}

static void takes_runs(void **state) {
  (void)state;
  assert_int_equal(blank_run(NOTHING), 0);
  assert_int_equal(blank_run(S(" \t\xc2\xa0\xe3\x80\x80 a")), 8);
  assert_int_equal(blank_run(S(" \xc2")), 1);
  assert_int_equal(blank_run(S("\x1c\x1f\v\f")), 4);
  assert_int_equal(blank_run(S("\0 ")), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(knows_every_character_of_the_basic_plane),
      cmocka_unit_test(takes_runs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
