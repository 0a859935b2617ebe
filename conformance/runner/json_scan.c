/* SPDX-License-Identifier: Apache-2.0 */
/* json_scan.c - the grammar of RFC 8259, checked before the parser sees the text: cJSON also accepts
 * invalid UTF-8, raw line feeds in strings, a byte order mark, 01, 1. and 1e400, cuts strings at
 * \u0000 and rounds integers above 2^53. Whatever one reader takes and another does not would make a
 * test vector mean two things. spec: RFC 8259, sections 2 to 8 */
#include "json_scan.h"

#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>

/* step is one level of nesting: the member or the element that is being read. */
typedef struct {
  dciauth_span key;
  size_t index;
  bool is_array;
} step;

typedef struct {
  dciauth_span in;
  size_t at;
  step path[JSON_MAX_DEPTH];
  size_t depth;
  json_error *error;
} scanner;

static bool scan_value(scanner *s);

void json_pointer_add(char *pointer, size_t size, dciauth_span step_name) {
  size_t len = strlen(pointer);
  if (len + 1 < size) {
    pointer[len++] = '/';
  }
  for (size_t i = 0; i < step_name.len && len + 2 < size; i++) {
    char c = (char)step_name.ptr[i];
    if (c == '~' || c == '/') {
      pointer[len++] = '~';
      c = c == '~' ? '0' : '1';
    }
    pointer[len++] = c;
  }
  pointer[len] = '\0';
}

static bool fail(scanner *s, const char *what) {
  json_error *e = s->error;
  *e = (json_error){.line = 1, .column = 1};
  for (size_t i = 0; i < s->at && i < s->in.len; i++) {
    e->column = s->in.ptr[i] == '\n' ? 1 : e->column + 1;
    e->line += s->in.ptr[i] == '\n' ? 1 : 0;
  }
  for (size_t i = 0; i < s->depth; i++) {
    char number[24];
    snprintf(number, sizeof number, "%zu", s->path[i].index);
    json_pointer_add(e->pointer, sizeof e->pointer,
                     s->path[i].is_array ? dciauth_str(number) : s->path[i].key);
  }
  snprintf(e->what, sizeof e->what, "%s", what);
  return false;
}

static int peek(const scanner *s) {
  return s->at < s->in.len ? s->in.ptr[s->at] : -1;
}

static void skip_blank(scanner *s) {
  while (peek(s) == ' ' || peek(s) == '\t' || peek(s) == '\n' || peek(s) == '\r') {
    s->at++;
  }
}

static bool take(scanner *s, char c) {
  if (peek(s) != c) {
    return false;
  }
  s->at++;
  return true;
}

static bool scan_hex4(scanner *s, uint32_t *unit) {
  *unit = 0;
  for (int i = 0; i < 4; i++, s->at++) {
    int c = peek(s);
    bool digit = c >= '0' && c <= '9';
    bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (!digit && !letter) {
      return fail(s, "\\u needs four hex digits");
    }
    *unit = *unit << 4 | (uint32_t)(digit ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return true;
}

static bool scan_unicode(scanner *s) {
  uint32_t unit;
  if (!scan_hex4(s, &unit)) {
    return false;
  }
  if (unit == 0) {
    return fail(s, "\\u0000 in a string: use the sibling field *_b64 for such bytes");
  }
  if (unit >= 0xDC00 && unit <= 0xDFFF) {
    return fail(s, "a low surrogate without a high one: use the sibling field *_b64");
  }
  if (unit < 0xD800 || unit > 0xDBFF) {
    return true;
  }
  bool pair = take(s, '\\') && take(s, 'u');
  if (!pair || !scan_hex4(s, &unit) || unit < 0xDC00 || unit > 0xDFFF) {
    return fail(s, "a high surrogate without a low one: use the sibling field *_b64");
  }
  return true;
}

static bool scan_escape(scanner *s) {
  int c = peek(s);
  if (c <= 0 || strchr("\"\\/bfnrtu", c) == NULL) {
    return fail(s, "unknown escape: write \\\\ for a backslash");
  }
  s->at++;
  return c != 'u' || scan_unicode(s);
}

static bool scan_string(scanner *s) {
  if (!take(s, '"')) {
    return fail(s, "a string in double quotes belongs here");
  }
  while (!take(s, '"')) {
    uint32_t character;
    if (peek(s) < 0) {
      return fail(s, "the text ends inside a string");
    }
    size_t len = utf8_next(s->in, s->at, &character);
    if (len == 0) {
      return fail(s, "invalid UTF-8: use the sibling field *_b64 for such bytes");
    }
    if (character < 0x20) {
      return fail(s, "a raw control character in a string: write it as an escape, or use *_b64");
    }
    s->at += len;
    if (character == '\\' && !scan_escape(s)) {
      return false;
    }
  }
  return true;
}

static bool scan_digits(scanner *s) {
  size_t start = s->at;
  while (peek(s) >= '0' && peek(s) <= '9') {
    s->at++;
  }
  return s->at > start || fail(s, "a digit belongs here");
}

static bool check_size(scanner *s, size_t start, bool integer) {
  char copy[64];
  size_t len = s->at - start;
  if (len >= sizeof copy) {
    return fail(s, "a number of more than 63 characters");
  }
  memcpy(copy, s->in.ptr + start, len);
  copy[len] = '\0';
  double value = strtod(copy, NULL);
  double most = integer ? 9007199254740992.0 : 1e308;
  return (value < most && value > -most) || fail(s, "a number too large to be read exactly");
}

static bool scan_number(scanner *s) {
  size_t start = s->at;
  bool integer = true;
  take(s, '-');
  if (take(s, '0')) {
    if (peek(s) >= '0' && peek(s) <= '9') {
      return fail(s, "a number must not begin with 0");
    }
  } else if (!scan_digits(s)) {
    return false;
  }
  if (take(s, '.')) {
    integer = false;
    if (!scan_digits(s)) {
      return false;
    }
  }
  if (take(s, 'e') || take(s, 'E')) {
    integer = false;
    if (!take(s, '+')) {
      take(s, '-');
    }
    if (!scan_digits(s)) {
      return false;
    }
  }
  return check_size(s, start, integer);
}

static bool scan_word(scanner *s, const char *word) {
  for (; *word != '\0'; word++) {
    if (!take(s, *word)) {
      return fail(s, "a value belongs here: null, true, false, a number, a string, [ or {");
    }
  }
  return true;
}

static bool scan_member(scanner *s, step *level) {
  size_t start = s->at + 1;
  if (!scan_string(s)) {
    return false;
  }
  level->key = dciauth_bytes(s->in.ptr + start, s->at - 1 - start);
  skip_blank(s);
  return take(s, ':') || fail(s, "':' belongs between a key and its value");
}

static bool scan_items(scanner *s, char close) {
  step *level = &s->path[s->depth - 1];
  skip_blank(s);
  if (take(s, close)) {
    return true;
  }
  for (;; level->index++) {
    skip_blank(s);
    if (!level->is_array && !scan_member(s, level)) {
      return false;
    }
    skip_blank(s);
    if (!scan_value(s)) {
      return false;
    }
    skip_blank(s);
    if (take(s, close)) {
      return true;
    }
    if (!take(s, ',')) {
      return fail(s, level->is_array ? "',' or ']' belongs here" : "',' or '}' belongs here");
    }
  }
}

static bool scan_nested(scanner *s, char close) {
  if (s->depth == JSON_MAX_DEPTH) {
    return fail(s, "nested too deeply");
  }
  s->path[s->depth++] = (step){.is_array = close == ']'};
  if (!scan_items(s, close)) {
    return false;
  }
  s->depth--;
  return true;
}

static bool scan_value(scanner *s) {
  switch (peek(s)) {
  case '"': return scan_string(s);
  case '{': s->at++; return scan_nested(s, '}');
  case '[': s->at++; return scan_nested(s, ']');
  case 't': return scan_word(s, "true");
  case 'f': return scan_word(s, "false");
  case 'n': return scan_word(s, "null");
  case -1: return fail(s, "the text ends where a value belongs");
  default: break;
  }
  bool number = peek(s) == '-' || (peek(s) >= '0' && peek(s) <= '9');
  return number ? scan_number(s) : scan_word(s, "null");
}

bool json_scan(dciauth_span in, json_error *error) {
  scanner s = {.in = in, .error = error};
  if (in.len >= 3 && memcmp(in.ptr, "\xEF\xBB\xBF", 3) == 0) {
    return fail(&s, "a byte order mark: remove it");
  }
  skip_blank(&s);
  if (!scan_value(&s)) {
    return false;
  }
  skip_blank(&s);
  return s.at == in.len || fail(&s, "something follows the end of the document: remove it");
}
