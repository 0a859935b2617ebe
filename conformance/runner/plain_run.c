/* SPDX-License-Identifier: Apache-2.0 */
/* plain_run.c - eight bytes at a time, each in a lane of a 64-bit word. */
#include "plain_run.h"

#define LANES(byte) (UINT64_C(0x0101010101010101) * (byte))

static uint64_t has_zero(uint64_t word) {
  return (word - LANES(1)) & ~word & LANES(0x80);
}

/* is_plain_word: no byte below 0x20 or above 0x7E (the two sums set the top bit of a lane), none
 * that is a quote or a backslash. A borrow between lanes can only follow a byte that is not plain.
 */
static bool is_plain_word(uint64_t word) {
  uint64_t low = word - LANES(0x20), high = word + LANES(1);
  uint64_t marks = has_zero(word ^ LANES('"')) | has_zero(word ^ LANES('\\'));
  return ((word | low | high) & LANES(0x80)) == 0 && marks == 0;
}

static bool is_plain_byte(uint8_t c) {
  return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

size_t plain_run(dciauth_span s, size_t at) {
  size_t end = at;
  for (uint64_t word; s.len - end >= sizeof word; end += sizeof word) {
    memcpy(&word, s.ptr + end, sizeof word);
    if (!is_plain_word(word)) {
      break;
    }
  }
  while (end < s.len && is_plain_byte(s.ptr[end])) {
    end++;
  }
  return end - at;
}
