/* SPDX-License-Identifier: Apache-2.0 */
/* blank.c - the characters that str.split() of Python splits at: 25 in all, of one, two or three
 * bytes. A header value that is no UTF-8 has them where their bytes stand. */
/* spec: cpython-urllib str.split */
#include "blank.h"

static bool is_one_byte(uint8_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x1f);
}

/* is_three_bytes: U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000. */
static bool is_three_bytes(const uint8_t *c) {
  if (c[0] == 0xe2 && c[1] == 0x80) {
    return (c[2] >= 0x80 && c[2] <= 0x8a) || c[2] == 0xa8 || c[2] == 0xa9 || c[2] == 0xaf;
  }
  return (c[0] == 0xe1 && c[1] == 0x9a && c[2] == 0x80) ||
         (c[0] == 0xe2 && c[1] == 0x81 && c[2] == 0x9f) ||
         (c[0] == 0xe3 && c[1] == 0x80 && c[2] == 0x80);
}

/* first_len returns the length of the white space character that s starts with, or 0. */
static size_t first_len(dciauth_span s) {
  if (s.len > 0 && is_one_byte(s.ptr[0])) {
    return 1;
  }
  if (s.len > 1 && s.ptr[0] == 0xc2 && (s.ptr[1] == 0x85 || s.ptr[1] == 0xa0)) {
    return 2;
  }
  return s.len > 2 && is_three_bytes(s.ptr) ? 3 : 0;
}

size_t blank_run(dciauth_span s) {
  size_t len = 0;
  for (size_t step = first_len(s); step > 0; step = first_len(span_from(s, len))) {
    len += step;
  }
  return len;
}
