/* SPDX-License-Identifier: Apache-2.0 */
/* json_scan.h - is this text JSON, strictly? */
#ifndef CONFORM_JSON_SCAN_H
#define CONFORM_JSON_SCAN_H

#include <dciauth.h>

enum { JSON_MAX_DEPTH = 64 };

/* json_error says what is wrong, where, and what to do. Line and column count from 1, the column in
 * bytes; they are 0 where a key is there twice. `pointer` is a JSON pointer (RFC 6901), "" for the
 * document, cut if it is longer. */
typedef struct {
  size_t line, column;
  char pointer[200];
  char what[200];
} json_error;

/* json_scan returns false, and the first error, unless the text is one JSON document in valid UTF-8
 * whose strings hold no raw control character, no \u0000 and no lone surrogate, and whose numbers
 * are integers of at most 53 bits or finite fractions. Nesting is limited to JSON_MAX_DEPTH. */
bool json_scan(dciauth_span text, json_error *error);

/* json_pointer_add appends "/<step>" to a pointer, escaped, as far as it fits. */
void json_pointer_add(char *pointer, size_t size, dciauth_span step);

#endif
