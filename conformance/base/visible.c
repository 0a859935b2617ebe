/* SPDX-License-Identifier: Apache-2.0 */
/* visible.c - nothing that a program under test prints reaches the terminal as it is. */
#include "visible.h"

#include "utf8.h"

static bool put_named(text *out, uint8_t c) {
  static const char from[] = "\n\t\r\\", to[] = "ntr\\";
  const char *at = c != 0 ? strchr(from, c) : NULL;
  if (at != NULL) {
    text_printf(out, "\\%c", to[at - from]);
  }
  return at != NULL;
}

/* put_one appends what stands at byte `at` and returns its length. */
static size_t put_one(text *out, dciauth_span s, size_t at) {
  uint32_t c = 0;
  size_t len = utf8_next(s, at, &c);
  if (put_named(out, s.ptr[at])) {
    return 1;
  }
  if (len == 0 || c < 0x80) {
    bool shown = len > 0 && utf8_is_visible(c);
    text_printf(out, shown ? "%c" : "\\x%02x", (int)s.ptr[at]);
    return 1;
  }
  if (utf8_is_visible(c)) {
    text_put(out, s.ptr + at, len);
  } else {
    text_printf(out, "\\u{%x}", (unsigned)c);
  }
  return len;
}

void visible_put(text *out, dciauth_span s, size_t most) {
  size_t at = 0;
  while (at < s.len && at < most) {
    at += put_one(out, s, at);
  }
  if (at < s.len) {
    text_puts(out, "…");
  }
}

size_t visible_width(dciauth_span s, size_t len) {
  text shown = {0};
  size_t width = 0, at = 0;
  while (at < s.len && at < len) {
    at += put_one(&shown, s, at);
  }
  for (size_t i = 0; i < shown.len; i++) {
    width += (shown.ptr[i] & 0xC0) != 0x80 ? 1 : 0; /* one column a character will do here */
  }
  text_free(&shown);
  return width;
}
