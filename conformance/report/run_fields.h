/* SPDX-License-Identifier: Apache-2.0 */
/* run_fields.h - the fields of an event, and what is said of one that is wrong. */
#ifndef CONFORM_RUN_FIELDS_H
#define CONFORM_RUN_FIELDS_H

#include "json.h"
#include "runs.h"

/* reading is a stream of events, at one of its lines. */
typedef struct {
  const char *name; /* the file's, for messages */
  size_t line;
  const char *suite, *runner; /* of the start event; NULL: there was none */
  size_t first;               /* run of this stream */
  runs *all;
  text *problem;
} reading;

/* reading_fail says file, line and field ("": none) of what is wrong, and returns false. */
bool reading_fail(const reading *in, const char *field, const char *what);

/* fields_bytes appends a field that may be missing. False: it is bad. */
bool fields_bytes(const reading *in, const json *event, const char *field, text *out);

/* fields_string returns one that has no NUL, "" if it is missing; fields_lines a list of them, an
 * LF between two. NULL: it is bad. */
const char *fields_string(const reading *in, const json *event, const char *field);
const char *fields_lines(const reading *in, const json *event, const char *field);

/* fields_flag and fields_number return false and 0 for what is missing or another kind of value. */
bool fields_flag(const json *event, const char *field);
size_t fields_number(const json *event, const char *field);

#endif
