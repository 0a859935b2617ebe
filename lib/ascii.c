/* SPDX-License-Identifier: Apache-2.0 */
/* ascii.c - the table of byte classes. */
#include "ascii.h"

#include "word.h"

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

ascii_sum ascii_sum_of(dciauth_span s) {
  ascii_sum sum = {~0, 0};
  for (size_t i = 0; i < s.len; i++) {
    sum.every &= ascii_table[s.ptr[i]];
    sum.some |= ascii_table[s.ptr[i]];
  }
  return sum;
}

/* A byte from which more is taken than it has borrows from the next one: the top bits say whether
 * there is such a byte, though not where. */
static inline uint64_t controls_in(uint64_t word) {
  return (word - WORD_EACH * 0x20) & ~word & WORD_TOPS;
}

static inline uint64_t invisible_in(uint64_t word) {
  return ((word - WORD_EACH * 0x21) | word | (word + WORD_EACH)) & WORD_TOPS;
}

int ascii_scan(dciauth_span s) {
  /* the last word may overlap the one before; that of a short span is filled up */
  bool whole = s.len >= WORD;
  uint64_t word =
      whole ? word_at(s.ptr + s.len - WORD) : word_of(s) | (WORD_EACH * '!') << 8 * s.len;
  uint64_t controls = controls_in(word);
  uint64_t invisible = invisible_in(word);
  for (size_t at = 0; at + WORD < s.len; at += WORD) {
    word = word_at(s.ptr + at);
    controls |= controls_in(word);
    invisible |= invisible_in(word);
  }
  return (controls != 0 ? ASCII_SOME_CONTROL : 0) | (invisible != 0 ? ASCII_SOME_INVISIBLE : 0);
}

size_t ascii_find_raw(dciauth_span s) {
  size_t i = (ascii_scan(s) & ASCII_SOME_CONTROL) == 0 ? s.len : 0;
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
