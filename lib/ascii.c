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

ascii_sum ascii_sum_of(dciauth_span s) {
  ascii_sum sum = {~0, 0};
  for (size_t i = 0; i < s.len; i++) {
    sum.every &= ascii_table[s.ptr[i]];
    sum.some |= ascii_table[s.ptr[i]];
  }
  return sum;
}

/* word_at reads eight bytes at offset i, or the last eight of s: some are then looked at twice. */
static uint64_t word_at(dciauth_span s, size_t i) {
  uint64_t word;
  size_t last = s.len - sizeof word;
  memcpy(&word, s.ptr + (i < last ? i : last), sizeof word);
  return word;
}

/* A byte from which more is taken than it has borrows from the next one: the top bits say whether
 * there is such a byte, though not where. */
static const uint64_t each = UINT64_C(0x0101010101010101);
static const uint64_t top = UINT64_C(0x8080808080808080);

static bool has_control(dciauth_span s) {
  size_t i = 0;
  for (; s.len >= sizeof each && i < s.len; i += sizeof each) {
    uint64_t word = word_at(s, i);
    if (((word - each * ' ') & ~word & top) != 0) {
      return true;
    }
  }
  while (i < s.len && s.ptr[i] >= ' ') {
    i++;
  }
  return i < s.len;
}

bool ascii_all_visible(dciauth_span s) {
  size_t i = 0;
  for (; s.len >= sizeof each && i < s.len; i += sizeof each) {
    uint64_t word = word_at(s, i);
    if ((((word - each * '!') | word | (word + each)) & top) != 0) {
      return false;
    }
  }
  while (i < s.len && ascii_is_visible(s.ptr[i])) {
    i++;
  }
  return i >= s.len;
}

size_t ascii_find_raw(dciauth_span s) {
  if (!has_control(s)) {
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

bool ascii_eq_lower(dciauth_span a, dciauth_span b) {
  if (a.len != b.len) {
    return false;
  }
  size_t i = 0;
  while (i < a.len && a.ptr[i] == ascii_lower(b.ptr[i])) {
    i++;
  }
  return i == a.len;
}
