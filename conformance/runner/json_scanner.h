/* SPDX-License-Identifier: Apache-2.0 */
/* json_scanner.h - what the two halves of the scanner share: json_scan.c (structure) and
 * json_scan_text.c (strings and numbers). */
#ifndef CONFORM_JSON_SCANNER_H
#define CONFORM_JSON_SCANNER_H

#include "json_scan.h"

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

/* scan_fail fills the error with the place the scanner is at; false. */
bool scan_fail(scanner *s, const char *what);

/* scan_peek returns the next byte, or -1; scan_take passes it if it is c. Called for every byte, so
 * they are here. */
static inline int scan_peek(const scanner *s) {
  return s->at < s->in.len ? s->in.ptr[s->at] : -1;
}

static inline bool scan_take(scanner *s, char c) {
  if (scan_peek(s) != c) {
    return false;
  }
  s->at++;
  return true;
}

bool scan_string(scanner *s);
bool scan_number(scanner *s);

#endif
