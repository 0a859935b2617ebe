/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_tokens.c - the dialect's own encoder does what is right; these rewrite what goes in or
 * comes out. */
#include "mistake_tokens.h"

#include "mistake_escape.h"
#include "spans.h"

void read_plus_as_plus(dciauth_span pair, text *out) {
  escape_replace(pair, "+", "%2B", out);
}

/* read_plus_late turns a plus into a blank when it is decoded already. */
void read_plus_late(dciauth_span pair, text *out) {
  text upper = {0};
  escape_replace(pair, "%2b", "%2B", &upper);
  text bare = {0};
  escape_replace(text_span(&upper), "%2B", "+", &bare);
  escape_replace(text_span(&bare), "+", "%20", out);
  text_free(&upper);
  text_free(&bare);
}

/* read_escapes_as_data lets what is encoded be encoded again. */
void read_escapes_as_data(dciauth_span pair, text *out) {
  text escaped = {0};
  escape_replace(pair, "%", "%25", &escaped);
  read_plus_as_plus(text_span(&escaped), out);
  text_free(&escaped);
}

void read_up_to_equals(dciauth_span pair, text *out) {
  bool bare = !spans_has(pair, '=');
  text_put_span(out, spans_cut(&pair, '='));
  text_puts(out, bare ? "" : "=");
  text_put_span(out, spans_cut(&pair, '='));
}

void encode_blank_as_plus(dciauth_span encoded, text *out) {
  escape_replace(encoded, "%20", "+", out);
}

void encode_plus_as_blank(dciauth_span encoded, text *out) {
  escape_replace(encoded, "+", "%20", out);
}

void encode_bare_equals(dciauth_span encoded, text *out) {
  escape_replace(encoded, "%3D", "=", out);
}

void encode_bare_slash(dciauth_span encoded, text *out) {
  escape_replace(encoded, "%2F", "/", out);
}

void encode_escaped_tilde(dciauth_span encoded, text *out) {
  escape_replace(encoded, "~", "%7E", out);
}

void encode_lower_case(dciauth_span encoded, text *out) {
  size_t from = out->len;
  text_put_span(out, encoded);
  escape_lower(out, from);
}

void encode_bare_marks(dciauth_span encoded, text *out) {
  static const char *const marks[][2] = {
      {"%21", "!"}, {"%27", "'"}, {"%28", "("}, {"%29", ")"}, {"%2A", "*"}};
  text now = {0};
  text_put_span(&now, encoded);
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    text next = {0};
    escape_replace(text_span(&now), marks[i][0], marks[i][1], &next);
    text_free(&now);
    now = next;
  }
  text_put_span(out, text_span(&now));
  text_free(&now);
}
