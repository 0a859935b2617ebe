/* SPDX-License-Identifier: Apache-2.0 */
/* diff.c - a line of a canonical request may be as long as a request: what stands around the place
 * tells enough, and the JSON lines have it all. */
#include "diff.h"

#include "utf8.h"
#include "visible.h"

enum { BEFORE = 160, AFTER = 240 };

/* character_at moves back to the beginning of the character that holds the byte at `at`. */
static size_t character_at(dciauth_span s, size_t at) {
  for (size_t back = 0; back < 4 && back <= at; back++) {
    uint32_t c;
    size_t len = utf8_next(s, at - back, &c);
    if (len > back) {
      return at - back;
    }
  }
  return at;
}

static void put_before(dciauth_span s, text *out) {
  size_t skip = s.len > BEFORE ? character_at(s, s.len - BEFORE) : 0;
  text_puts(out, skip > 0 ? "…" : "");
  visible_put(out, dciauth_bytes(s.ptr + skip, s.len - skip), SIZE_MAX);
}

void diff_cut(const text *value, size_t byte, diff *out) {
  dciauth_span s = text_span(value);
  *out = (diff){.marked = byte > 0};
  if (byte == 0) {
    visible_put(&out->before, s, BEFORE + AFTER);
    return;
  }
  size_t at = byte - 1 < s.len ? character_at(s, byte - 1) : s.len, len = 0;
  put_before(dciauth_bytes(s.ptr, at), &out->before);
  out->ends = at == s.len;
  if (!out->ends) {
    uint32_t c;
    len = utf8_next(s, at, &c);
    len = len > 0 ? len : 1;
    visible_put(&out->mark, dciauth_bytes(s.ptr + at, len), SIZE_MAX);
  }
  visible_put(&out->after, dciauth_bytes(s.ptr + at + len, s.len - at - len), AFTER);
}

void diff_free(diff *d) {
  text_free(&d->before);
  text_free(&d->mark);
  text_free(&d->after);
  *d = (diff){0};
}
