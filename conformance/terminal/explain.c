/* SPDX-License-Identifier: Apache-2.0 */
/* explain.c - what a maintainer reads first. Long lines are cut to a window around the first byte
 * that differs; control characters are shown by name. */
#include "explain.h"

#include "screen.h"
#include "visible.h"

enum { BEFORE = 40, WINDOW = 100, NOISE = 800, WRAP = 92 };

void explain_place(const outcome *o, text *out) {
  text_puts(out, o->stage[0] != '\0' ? o->stage : outcome_name(o->status));
  if (o->flaky) {
    text_puts(out, "(flaky)");
  }
  if (o->multiline) {
    text_printf(out, ", line %zu", o->line);
  }
  if (o->byte > 0) {
    text_printf(out, ", byte %zu", o->byte);
  }
}

static void put_value(const char *label, const text *value, size_t start, text *out) {
  dciauth_span all = text_span(value);
  text_printf(out, "  %s  ", label);
  if (all.len == 0) {
    text_puts(out, "(empty)\n");
    return;
  }
  size_t skip = start < all.len ? start : all.len;
  text_puts(out, skip > 0 ? "…" : "");
  visible_put(out, dciauth_bytes(all.ptr + skip, all.len - skip), WINDOW);
  text_puts(out, "\n");
}

/* window_start moves to the beginning of a character. */
static size_t window_start(const outcome *o) {
  size_t at = o->byte > BEFORE + 1 ? o->byte - 1 - BEFORE : 0;
  while (at > 0 && at < o->expected.len && ((uint8_t)o->expected.ptr[at] & 0xC0) == 0x80) {
    at--;
  }
  return at;
}

void explain_put_values(const outcome *o, text *out) {
  size_t start = o->byte > 0 ? window_start(o) : 0;
  put_value("expected", &o->expected, start, out);
  put_value("actual  ", &o->actual, start, out);
  if (o->byte == 0 || o->expected.len < start) {
    return;
  }
  dciauth_span shown = dciauth_bytes(text_str(&o->expected) + start, o->expected.len - start);
  size_t width = visible_width(shown, o->byte - 1 - start) + (start > 0 ? 1 : 0);
  text_printf(out, "            %*s^\n", (int)width, "");
}

void explain_put_wrapped(const char *words, size_t column, size_t indent, size_t most, text *out) {
  size_t begun = column;
  while (*words != '\0') {
    size_t len = strcspn(words, " \n");
    if (column + 1 + len > most && column > begun) {
      text_printf(out, "\n%*s", (int)indent, "");
      column = begun = indent;
    }
    text_puts(out, " ");
    text_put(out, words, len);
    column += len + 1;
    words += len + strspn(words + len, " \n");
  }
  text_puts(out, "\n");
}

/* put_wrapped appends visible words beside a label. */
static void put_wrapped(const char *label, const char *words, text *out) {
  text_printf(out, "  %s ", label);
  explain_put_wrapped(words, 11, 11, WRAP, out);
}

static void put_comment(const char *comment, text *out) {
  text shown = {0};
  visible_put(&shown, dciauth_str(comment), SIZE_MAX);
  put_wrapped("why     ", text_str(&shown), out);
  text_free(&shown);
}

void explain_put_noise(const text *noise, text *out) {
  size_t skip = noise->len > NOISE ? noise->len - NOISE : 0;
  dciauth_span left = dciauth_bytes(text_str(noise) + skip, noise->len - skip);
  text_puts(out, left.len > 0 ? "  standard error ends with:\n" : "");
  while (left.len > 0) {
    const uint8_t *end = memchr(left.ptr, '\n', left.len);
    size_t len = end != NULL ? (size_t)(end - left.ptr) : left.len;
    text_puts(out, "    | ");
    visible_put(out, dciauth_bytes(left.ptr, len), len);
    text_puts(out, "\n");
    size_t used = end != NULL ? len + 1 : len;
    left = dciauth_bytes(left.ptr + used, left.len - used);
  }
}

void explain_put(const vector *v, const outcome *o, text *out) {
  text_printf(out, "%sFAIL%s %s%s%s at ", screen_colour(COLOUR_RED), screen_colour(COLOUR_OFF),
              screen_colour(COLOUR_BOLD), v->id, screen_colour(COLOUR_OFF));
  explain_place(o, out);
  text_puts(out, "\n  ");
  visible_put(out, dciauth_str(v->title), SIZE_MAX);
  const char *severity = meaning_severity(v->severity, o);
  if (severity[0] != '\0' && strcmp(severity, "none") != 0) {
    text_puts(out, " (severity ");
    visible_put(out, dciauth_str(severity), 40);
    text_puts(out, ")");
  }
  text_puts(out, "\n");
  if (o->expected.len > 0 || o->actual.len > 0) {
    explain_put_values(o, out);
  }
  if (o->mistake.len > 0) {
    put_wrapped("mistake ", text_str(&o->mistake), out);
  }
  if (o->message.len > 0) {
    put_wrapped("message ", text_str(&o->message), out);
  }
  if (v->comment[0] != '\0') {
    put_comment(v->comment, out);
  }
  explain_put_noise(&o->noise, out);
}
