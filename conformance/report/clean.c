/* SPDX-License-Identifier: Apache-2.0 */
/* clean.c - the one place through which foreign text goes: what is let through is harmless in XML,
 * in HTML once its five characters are entities, and on a terminal. */
#include "clean.h"

#include "utf8.h"

static const char *entity(uint32_t c) {
  switch (c) {
  case '&': return "&amp;";
  case '<': return "&lt;";
  case '>': return "&gt;";
  case '"': return "&quot;";
  case '\'': return "&#39;";
  default: return NULL;
  }
}

/* is_kept: U+FFFE and U+FFFF are no characters in XML. */
static bool is_kept(uint32_t c) {
  return c == '\n' || (utf8_is_visible(c) && (c & 0xFFFE) != 0xFFFE);
}

typedef struct {
  bool html, line;
} style;

/* put_one appends what stands at byte `at` and returns its length. */
static size_t put_one(text *out, dciauth_span s, size_t at, style how) {
  uint32_t c = 0;
  size_t len = utf8_next(s, at, &c);
  const char *name = how.html ? entity(c) : NULL;
  if (len > 0 && (c == '\t' || (c == '\n' && how.line))) {
    text_puts(out, " ");
  } else if (len == 0 || !is_kept(c)) {
    text_puts(out, "\xEF\xBF\xBD");
  } else if (name != NULL) {
    text_puts(out, name);
  } else {
    text_put(out, s.ptr + at, len);
  }
  return len > 0 ? len : 1;
}

static void put_all(text *out, dciauth_span s, style how) {
  for (size_t at = 0; at < s.len;) {
    at += put_one(out, s, at, how);
  }
}

void clean_put(text *out, dciauth_span s) {
  put_all(out, s, (style){false, false});
}

void clean_put_html(text *out, dciauth_span s) {
  put_all(out, s, (style){true, false});
}

void clean_put_line(text *out, dciauth_span s) {
  put_all(out, s, (style){false, true});
}
