/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_lines.h - the signed headers, line by line, so that a mistake can be made in how they are
 * chosen, written, joined and sorted. */
#ifndef CONFORM_MISTAKE_LINES_H
#define CONFORM_MISTAKE_LINES_H

#include "mistake_case.h"

/* header_line is what is signed under one name. */
typedef struct {
  text name;            /* in lower case */
  dciauth_span spelled; /* as the first of its headers was sent */
  dciauth_span *values; /* in the order sent */
  size_t num_values;
  size_t index; /* of the first of its headers */
  text written; /* "name:value" with a line feed; more than one line, where a mistake has it so */
} header_line;

typedef struct {
  header_line *items;
  size_t num;
} header_lines;

/* lines_collect lists the lines of the names that are signed, in their order, not yet written. */
void lines_collect(const mistake_case *c, header_lines *out);
void lines_free(header_lines *lines);

/* lines_find returns the index of a name, in any case, or lines->num. */
size_t lines_find(const header_lines *lines, const char *name);
void lines_drop(header_lines *lines, size_t i);

/* lines_insert puts a line, which is not there yet, where its name belongs. */
void lines_insert(header_lines *lines, const char *name, dciauth_span value);

/* lines_order: as they were collected; in the order sent; by name; by name as it was sent; by what
 * is written. */
typedef enum { LINES_OWN, LINES_SENT, LINES_NAMES, LINES_SPELLED, LINES_WRITTEN } lines_order;

void lines_sort(header_lines *lines, lines_order order);

#endif
