/* SPDX-License-Identifier: Apache-2.0 */
/* json_out.c - writing needs no tree: a comma is due unless the text ends in an opening bracket, a
 * colon or nothing. Strings are written in ASCII, so that a terminal shows every character. */
#include "json_out.h"

#include "base64.h"
#include "plain_run.h"
#include "utf8.h"

#include <stdio.h>

static void put_comma(text *out) {
  char last = out->len > 0 ? out->ptr[out->len - 1] : '{';
  if (last != '{' && last != '[' && last != ':' && last != '\n') {
    text_puts(out, ",");
  }
}

static void put_character(text *out, uint32_t c) {
  if (c == '\n') {
    text_puts(out, "\\n");
  } else if (c >= 0x20 && c < 0x7F) { /* a quote or a backslash: else it were simple */
    const char pair[2] = {'\\', (char)c};
    text_put(out, pair, 2);
  } else if (c < 0x10000) {
    text_printf(out, "\\u%04x", (unsigned)c);
  } else {
    text_printf(out, "\\u%04x\\u%04x", (unsigned)(0xD800 + ((c - 0x10000) >> 10)),
                (unsigned)(0xDC00 + ((c - 0x10000) & 0x3FF)));
  }
}

void out_string(text *out, dciauth_span s) {
  text_reserve(out, s.len + 2); /* mostly all that is needed */
  text_puts(out, "\"");
  for (size_t at = 0; at < s.len;) {
    size_t run = plain_run(s, at);
    text_put(out, s.ptr + at, run);
    at += run;
    if (at < s.len) {
      uint32_t c = 0;
      size_t len = utf8_next(s, at, &c);
      put_character(out, len > 0 && c != 0 ? c : 0xFFFD);
      at += len > 0 ? len : 1;
    }
  }
  text_puts(out, "\"");
}

void out_key(text *out, const char *key) {
  put_comma(out);
  out_string(out, dciauth_str(key));
  text_puts(out, ":");
}

void out_member(text *out, const char *key, const char *value) {
  out_key(out, key);
  out_string(out, dciauth_str(value));
}

void out_number(text *out, const char *key, long long value) {
  out_key(out, key);
  text_printf(out, "%lld", value);
}

void out_bytes(text *out, const char *field, dciauth_span bytes) {
  if (utf8_is_plain(bytes)) {
    out_key(out, field);
    out_string(out, bytes);
    return;
  }
  char name[64];
  snprintf(name, sizeof name, "%s_b64", field);
  out_key(out, name);
  text_puts(out, "\"");
  base64_put(out, bytes);
  text_puts(out, "\"");
}

void out_open(text *out, char bracket) {
  put_comma(out);
  text_put(out, &bracket, 1);
}

void out_close(text *out, char bracket) {
  text_put(out, &bracket, 1);
}
