/* SPDX-License-Identifier: Apache-2.0 */
/* json_scan.c - the grammar of RFC 8259, checked before the parser sees the text: cJSON also
 * accepts invalid UTF-8, raw line feeds in strings, a byte order mark, 01, 1. and 1e400, cuts
 * strings at \u0000 and rounds integers above 2^53. Whatever one reader takes and another does not
 * would make a test vector mean two things. See RFC 8259, sections 2 to 8 */
#include "json_scanner.h"

#include <stdio.h>

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

bool scan_fail(scanner *s, const char *what) {
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

static void skip_blank(scanner *s) {
  if (scan_peek(s) > ' ') {
    return;
  }
  while (scan_peek(s) == ' ' || scan_peek(s) == '\t' || scan_peek(s) == '\n' ||
         scan_peek(s) == '\r') {
    s->at++;
  }
}

static bool scan_word(scanner *s, const char *word) {
  for (; *word != '\0'; word++) {
    if (!scan_take(s, *word)) {
      return scan_fail(s, "a value belongs here: null, true, false, a number, a string, [ or {");
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
  return scan_take(s, ':') || scan_fail(s, "':' belongs between a key and its value");
}

static bool scan_items(scanner *s, char close) {
  step *level = &s->path[s->depth - 1];
  skip_blank(s);
  if (scan_take(s, close)) {
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
    if (scan_take(s, close)) {
      return true;
    }
    if (!scan_take(s, ',')) {
      return scan_fail(s, level->is_array ? "',' or ']' belongs here" : "',' or '}' belongs here");
    }
  }
}

static bool scan_nested(scanner *s, char close) {
  if (s->depth == JSON_MAX_DEPTH) {
    return scan_fail(s, "nested more than 64 deep: make it flatter");
  }
  s->path[s->depth++] = (step){.is_array = close == ']'};
  if (!scan_items(s, close)) {
    return false;
  }
  s->depth--;
  return true;
}

static bool scan_value(scanner *s) {
  switch (scan_peek(s)) {
  case '"': return scan_string(s);
  case '{': s->at++; return scan_nested(s, '}');
  case '[': s->at++; return scan_nested(s, ']');
  case 't': return scan_word(s, "true");
  case 'f': return scan_word(s, "false");
  case 'n': return scan_word(s, "null");
  case -1: return scan_fail(s, "the text ends where a value belongs");
  default: break;
  }
  bool number = scan_peek(s) == '-' || (scan_peek(s) >= '0' && scan_peek(s) <= '9');
  return number ? scan_number(s) : scan_word(s, "null");
}

bool json_scan(dciauth_span in, json_error *error) {
  scanner s = {.in = in, .error = error};
  if (in.len >= 3 && memcmp(in.ptr, "\xEF\xBB\xBF", 3) == 0) {
    return scan_fail(&s, "a byte order mark: remove it");
  }
  skip_blank(&s);
  if (!scan_value(&s)) {
    return false;
  }
  skip_blank(&s);
  return s.at == in.len || scan_fail(&s, "something follows the end of the document: remove it");
}
