/* SPDX-License-Identifier: Apache-2.0 */
/* ascii.c - the table of byte classes. */
#include "ascii.h"

enum {
  T = ASCII_TOKEN,
  S = ASCII_SCOPE,
  PUNCT = S,
  MARK = T | S,
  SAFE = T | S | ASCII_UNRESERVED,
  DIGIT = SAFE | ASCII_HEX | ASCII_HEX_LOWER | ASCII_DIGIT,
  UP = SAFE | ASCII_UPPER,
  UP_HEX = UP | ASCII_HEX,
  LOW = SAFE,
  LOW_HEX = SAFE | ASCII_HEX | ASCII_HEX_LOWER
};

/* clang-format off */
/* spec: rfc9110 5.6.2 */
/* spec: rfc3986 2.3 */
const uint8_t ascii_table[256] = {
    ['\t'] = ASCII_BLANK, [' '] = ASCII_BLANK, ['!'] = MARK, ['"'] = PUNCT, ['#'] = MARK,
    ['$'] = MARK, ['%'] = MARK, ['&'] = MARK, ['\''] = MARK, ['('] = PUNCT, [')'] = PUNCT,
    ['*'] = MARK, ['+'] = MARK, ['-'] = SAFE, ['.'] = SAFE, ['0'] = DIGIT, ['1'] = DIGIT,
    ['2'] = DIGIT, ['3'] = DIGIT, ['4'] = DIGIT, ['5'] = DIGIT, ['6'] = DIGIT, ['7'] = DIGIT,
    ['8'] = DIGIT, ['9'] = DIGIT, [':'] = PUNCT, [';'] = PUNCT, ['<'] = PUNCT, ['='] = PUNCT,
    ['>'] = PUNCT, ['?'] = PUNCT, ['@'] = PUNCT, ['A'] = UP_HEX, ['B'] = UP_HEX, ['C'] = UP_HEX,
    ['D'] = UP_HEX, ['E'] = UP_HEX, ['F'] = UP_HEX, ['G'] = UP, ['H'] = UP, ['I'] = UP,
    ['J'] = UP, ['K'] = UP, ['L'] = UP, ['M'] = UP, ['N'] = UP, ['O'] = UP, ['P'] = UP,
    ['Q'] = UP, ['R'] = UP, ['S'] = UP, ['T'] = UP, ['U'] = UP, ['V'] = UP, ['W'] = UP,
    ['X'] = UP, ['Y'] = UP, ['Z'] = UP, ['['] = PUNCT, ['\\'] = PUNCT, [']'] = PUNCT,
    ['^'] = MARK, ['_'] = SAFE, ['`'] = MARK, ['a'] = LOW_HEX, ['b'] = LOW_HEX, ['c'] = LOW_HEX,
    ['d'] = LOW_HEX, ['e'] = LOW_HEX, ['f'] = LOW_HEX, ['g'] = LOW, ['h'] = LOW, ['i'] = LOW,
    ['j'] = LOW, ['k'] = LOW, ['l'] = LOW, ['m'] = LOW, ['n'] = LOW, ['o'] = LOW, ['p'] = LOW,
    ['q'] = LOW, ['r'] = LOW, ['s'] = LOW, ['t'] = LOW, ['u'] = LOW, ['v'] = LOW, ['w'] = LOW,
    ['x'] = LOW, ['y'] = LOW, ['z'] = LOW, ['{'] = PUNCT, ['|'] = MARK, ['}'] = PUNCT,
    ['~'] = SAFE,
};
/* clang-format on */

size_t ascii_span(dciauth_span s, int classes) {
  size_t i = 0;
  while (i < s.len && ascii_is(s.ptr[i], classes)) {
    i++;
  }
  return i;
}

/* any_below: some byte of s is below `limit`, which is at most 0x80. Eight bytes at a time, the
 * last ones perhaps twice: a byte below the limit borrows from its own top bit. */
static bool any_below(dciauth_span s, uint8_t limit) {
  const uint64_t each = UINT64_C(0x0101010101010101);
  size_t i = 0;
  for (; s.len >= sizeof each && i < s.len; i += sizeof each) {
    uint64_t word;
    memcpy(&word, s.ptr + (i <= s.len - sizeof word ? i : s.len - sizeof word), sizeof word);
    if (((word - each * limit) & ~word & each * 0x80) != 0) {
      return true;
    }
  }
  for (; i < s.len; i++) {
    if (s.ptr[i] < limit) {
      return true;
    }
  }
  return false;
}

size_t ascii_find_raw(dciauth_span s) {
  if (!any_below(s, ' ')) {
    return s.len;
  }
  size_t i = 0;
  while (i < s.len && s.ptr[i] != '\0' && s.ptr[i] != '\r' && s.ptr[i] != '\n') {
    i++;
  }
  return i;
}

uint8_t ascii_upper(uint8_t byte) {
  return byte >= 'a' && byte <= 'z' ? (uint8_t)(byte & ~0x20) : byte;
}

int ascii_cmp_lower(dciauth_span a, dciauth_span b) {
  size_t common = a.len < b.len ? a.len : b.len;
  for (size_t i = 0; i < common; i++) {
    int order = (int)a.ptr[i] - (int)ascii_lower(b.ptr[i]);
    if (order != 0) {
      return order;
    }
  }
  return a.len < b.len ? -1 : a.len > b.len;
}
