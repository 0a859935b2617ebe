/* SPDX-License-Identifier: Apache-2.0 */
/* claim_tidy.c - what a policy tolerates in an Authorization header is mended before the header is
 * read: blanks put right, parameters dropped that are unknown or repeated, the signature put into
 * lower case. What it does not tolerate stays as it is. So there is one reader alone, the strict
 * one, and no tolerance can open a way around it. */
#include "claim_tidy.h"

#include "ascii.h"

enum { NUM_KNOWN = 3 };
static const dciauth_span known[NUM_KNOWN] = {{(const uint8_t *)"Credential=", 11},
                                              {(const uint8_t *)"SignedHeaders=", 14},
                                              {(const uint8_t *)"Signature=", 10}};
enum { SIGNATURE = 2 };

/* tidying is one header: what is tolerated, and where the last parameter of each name stands. */
typedef struct {
  const dciauth_profile *p;
  bool blanks, unknown, last, upper;
  const uint8_t *last_of[NUM_KNOWN];
} tidying;

static dciauth_span trim(dciauth_span s) {
  s = span_from(s, ascii_span(s, ASCII_BLANK));
  while (s.len > 0 && ascii_is(s.ptr[s.len - 1], ASCII_BLANK)) {
    s.len--;
  }
  return s;
}

/* is_separated: the blanks before a parameter are those that the row has behind a comma. */
static bool is_separated(const dciauth_profile *p, size_t blanks, const uint8_t *at, bool first) {
  if (first) {
    return blanks == 0;
  }
  return p->separator == SEPARATOR_COMMA || (blanks == 1 && at[0] == ' ');
}

/* parameter is one between two commas: without the blanks around it if those are in order, else
 * with them. */
typedef struct {
  dciauth_span text;
  bool in_order;
} parameter;

/* next_param cuts a parameter off *rest. */
static parameter next_param(const tidying *t, dciauth_span *rest, bool first) {
  span_cut_result cut = span_cut(*rest, ',');
  dciauth_span text = trim(cut.head);
  *rest = cut.tail;
  size_t before = text.len == 0 ? cut.head.len : (size_t)(text.ptr - cut.head.ptr);
  bool right = before + text.len == cut.head.len && is_separated(t->p, before, cut.head.ptr, first);
  bool in_order = t->blanks || right;
  return (parameter){in_order ? text : cut.head, in_order};
}

/* name_of returns which of the known names it has; else NUM_KNOWN. */
static size_t name_of(dciauth_span param) {
  size_t i = 0;
  while (i < NUM_KNOWN && !span_starts_with(param, known[i])) {
    i++;
  }
  return i;
}

/* is_named: a name, which is a token, stands before a '='. */
static bool is_named(dciauth_span param) {
  size_t name = ascii_span(param, ASCII_TOKEN);
  return name > 0 && name < param.len && param.ptr[name] == '=';
}

static bool is_kept(const tidying *t, parameter param) {
  size_t name = name_of(param.text);
  if (!param.in_order) {
    return true;
  }
  if (name == NUM_KNOWN) {
    return !t->unknown || !is_named(param.text);
  }
  return !t->last || t->last_of[name] == param.text.ptr;
}

static void find_last(tidying *t, dciauth_span params) {
  bool first = true;
  for (dciauth_span rest = params; rest.len > 0; first = false) {
    parameter param = next_param(t, &rest, first);
    size_t name = name_of(param.text);
    if (name < NUM_KNOWN && param.in_order) {
      t->last_of[name] = param.text.ptr;
    }
  }
}

/* copy is for the few headers that come here; copy_span is for those that come all the time. */
static uint8_t *copy(uint8_t *out, dciauth_span s) {
  if (s.len > 0) {
    memcpy(out, s.ptr, s.len);
  }
  return out + s.len;
}

static uint8_t *copy_text(uint8_t *out, const char *text) {
  return copy(out, dciauth_str(text));
}

static uint8_t *copy_param(const tidying *t, uint8_t *out, dciauth_span param) {
  uint8_t *end = copy(out, param);
  for (uint8_t *at = out; t->upper && name_of(param) == SIGNATURE && at < end; at++) {
    *at = (size_t)(at - out) < known[SIGNATURE].len ? *at : ascii_lower(*at);
  }
  return end;
}

/* copy_params writes those that are kept. */
static uint8_t *copy_params(const tidying *t, uint8_t *out, dciauth_span params) {
  bool first = true;
  bool begun = false;
  for (dciauth_span rest = params; rest.len > 0; first = false) {
    parameter param = next_param(t, &rest, first);
    if (is_kept(t, param)) {
      bool behind = begun || (!first && !param.in_order); /* or what was dropped would mend it */
      out = behind ? copy_text(out, param.in_order ? ", " : ",") : out;
      out = copy_param(t, out, param.text);
      begun = true;
    }
  }
  bool comma = params.len > 0 && params.ptr[params.len - 1] == ',';
  return comma ? copy_text(out, ",") : out; /* one that may not be there */
}

/* drop_comma cuts the comma off that ends the header, if one may; true if the row wants one there.
 */
static bool drop_comma(const tidying *t, dciauth_span *params) {
  bool bare = t->p->authorization == AUTHORIZATION_BARE;
  bool there = params->len > 0 && params->ptr[params->len - 1] == ',';
  if (there && (bare || t->blanks)) {
    params->len--;
    *params = t->blanks ? trim(*params) : *params;
  }
  return bare && (there || t->blanks);
}

dciauth_span claim_tidy(const dciauth_profile *p, unsigned allow, dciauth_span value, buf *b) {
  tidying t = {p,
               (allow & DCIAUTH_ALLOW_BLANKS) != 0,
               (allow & DCIAUTH_ALLOW_UNKNOWN_PARAMS) != 0,
               (allow & DCIAUTH_ALLOW_REPEATED_PARAMS) != 0,
               (allow & DCIAUTH_ALLOW_UPPER_SIGNATURE) != 0,
               {NULL, NULL, NULL}};
  value = t.blanks ? trim(value) : value;
  size_t head = 0;
  while (head < value.len && value.ptr[head] != ' ' && (!t.blanks || value.ptr[head] != '\t')) {
    head++;
  }
  uint8_t *out = take(b, plus(times(value.len, 2), 1), 1);
  if (out == NULL || head == value.len) {
    return out == NULL ? dciauth_bytes(NULL, 0) : value;
  }
  dciauth_span params = span_from(value, head + 1);
  params = t.blanks ? trim(params) : params;
  bool comma = drop_comma(&t, &params);
  find_last(&t, params);
  uint8_t *end = copy_text(copy(out, span_to(value, head)), " ");
  end = copy_params(&t, end, params);
  end = comma ? copy_text(end, ",") : end;
  return dciauth_bytes(out, (size_t)(end - out));
}
