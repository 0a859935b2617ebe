/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_escape.c - the library encodes as its dialects do; mistakes need other sets of bytes. */
#include "mistake_escape.h"

static bool is_alphanumeric(uint8_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_among(uint8_t c, const char *set) {
  return c != '\0' && strchr(set, c) != NULL;
}

void escape_put(dciauth_span s, const char *keep, text *out) {
  for (size_t i = 0; i < s.len; i++) {
    uint8_t c = s.ptr[i];
    if (is_alphanumeric(c) || is_among(c, "-._~") || is_among(c, keep)) {
      text_put(out, &c, 1);
    } else {
      text_printf(out, "%%%02X", c);
    }
  }
}

static int value_of(uint8_t digit) {
  if (digit >= '0' && digit <= '9') {
    return digit - '0';
  }
  uint8_t lower = digit | 0x20;
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* is_escape: three bytes of s, from `at` on. */
static bool is_escape(dciauth_span s, size_t at) {
  return s.len - at > 2 && s.ptr[at] == '%' && value_of(s.ptr[at + 1]) >= 0 &&
         value_of(s.ptr[at + 2]) >= 0;
}

void escape_undo(dciauth_span s, text *out) {
  for (size_t i = 0; i < s.len; i++) {
    uint8_t c = s.ptr[i];
    if (is_escape(s, i)) {
      c = (uint8_t)(16 * value_of(s.ptr[i + 1]) + value_of(s.ptr[i + 2]));
      i += 2;
    }
    text_put(out, &c, 1);
  }
}

void escape_replace(dciauth_span s, const char *what, const char *with, text *out) {
  size_t len = strlen(what);
  for (size_t i = 0; i < s.len;) {
    if (s.len - i >= len && memcmp(s.ptr + i, what, len) == 0) {
      text_puts(out, with);
      i += len;
    } else {
      text_put(out, s.ptr + i, 1);
      i++;
    }
  }
}

void escape_lower(text *t, size_t from) {
  for (size_t i = from; i < t->len; i++) {
    if (is_escape(text_span(t), i)) {
      t->ptr[i + 1] |= t->ptr[i + 1] >= 'A' ? 0x20 : 0;
      t->ptr[i + 2] |= t->ptr[i + 2] >= 'A' ? 0x20 : 0;
      i += 2;
    }
  }
}
