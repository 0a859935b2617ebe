/* SPDX-License-Identifier: Apache-2.0 */
/* utf8.c - one strict decoder for everything that reads or shows text. */
#include "utf8.h"

#include "plain_run.h"

static bool is_tail(dciauth_span s, size_t at) {
  return at < s.len && (s.ptr[at] & 0xC0) == 0x80;
}

static size_t length_of(uint8_t first) {
  if (first < 0x80) {
    return 1;
  }
  if (first >= 0xC2 && first <= 0xDF) {
    return 2;
  }
  if (first >= 0xE0 && first <= 0xEF) {
    return 3;
  }
  return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

size_t utf8_next(dciauth_span s, size_t at, uint32_t *character) {
  static const uint32_t smallest[5] = {0, 0, 0x80, 0x800, 0x10000};
  static const uint8_t mask[5] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  size_t len = length_of(s.ptr[at]);
  uint32_t c = s.ptr[at] & mask[len];
  for (size_t i = 1; i < len; i++) {
    if (!is_tail(s, at + i)) {
      return 0;
    }
    c = c << 6 | (s.ptr[at + i] & 0x3Fu);
  }
  if (c < smallest[len] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
    return 0;
  }
  *character = c;
  return len;
}

bool utf8_is_visible(uint32_t c) {
  bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xFEFF;
  bool separator = c == 0x2028 || c == 0x2029;
  bool bidi = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
              (c >= 0x2066 && c <= 0x2069);
  return !control && !separator && !bidi;
}

bool utf8_is_plain(dciauth_span s) {
  for (size_t at = plain_run(s, 0); at < s.len; at += plain_run(s, at)) {
    uint32_t c;
    size_t len = utf8_next(s, at, &c);
    if (len == 0 || (c != '\n' && !utf8_is_visible(c))) {
      return false;
    }
    at += len;
  }
  return true;
}
