/* SPDX-License-Identifier: Apache-2.0 */
/* json_print.c - values in one line, in UTF-8. Each request of a run is printed, and the library's
 * printer, which measures every piece again to find its end, would be a tenth of a round trip. */
#include "json.h"
#include "plain_run.h"

/* put_number: what is whole is written so; else with the digits that read as the same number. */
static void put_number(const json *value, double number, text *out) {
  int64_t whole;
  if (json_int(value, &whole)) {
    text_printf(out, "%lld", (long long)whole);
  } else {
    text_printf(out, "%.17g", number);
  }
}

static void put_escape(char c, text *out) {
  static const char letters[] = "\"\"\\\\\nn\tt\rr\bb\ff";
  for (const char *pair = letters; *pair != '\0'; pair += 2) {
    if (pair[0] == c) {
      const char escape[2] = {'\\', pair[1]};
      text_put(out, escape, 2);
      return;
    }
  }
  text_printf(out, "\\u%04x", (unsigned)c);
}

/* put_string: what was read is UTF-8 and holds no NUL, so a byte that is no control is written. */
static void put_string(const char *string, text *out) {
  dciauth_span s = dciauth_str(string);
  text_reserve(out, s.len + 2); /* mostly all that is needed */
  text_puts(out, "\"");
  for (size_t at = 0; at < s.len; at++) {
    size_t run = plain_run(s, at);
    text_put(out, s.ptr + at, run);
    at += run;
    if (at < s.len && s.ptr[at] >= 0x7F) {
      text_put(out, s.ptr + at, 1);
    } else if (at < s.len) {
      put_escape((char)s.ptr[at], out);
    }
  }
  text_puts(out, "\"");
}

static void put_scalar(const json *value, text *out) {
  const char *s = json_string(value);
  double number;
  bool truth;
  if (s != NULL) {
    put_string(s, out);
  } else if (json_number(value, &number)) {
    put_number(value, number, out);
  } else if (json_bool(value, &truth)) {
    text_puts(out, truth ? "true" : "false");
  } else {
    text_puts(out, "null");
  }
}

void json_print(const json *value, text *out) {
  bool object = json_is_object(value);
  if (!object && !json_is_array(value)) {
    put_scalar(value, out);
    return;
  }
  text_puts(out, object ? "{" : "[");
  for (const json *m = json_first(value); m != NULL; m = json_next(m)) {
    text_puts(out, m != json_first(value) ? "," : "");
    if (object) {
      put_string(json_key(m), out);
      text_puts(out, ":");
    }
    json_print(m, out);
  }
  text_puts(out, object ? "}" : "]");
}
