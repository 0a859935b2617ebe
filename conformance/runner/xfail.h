/* SPDX-License-Identifier: Apache-2.0 */
/* xfail.h - a file of expected failures: what is known to fail, and how. It is strict both ways: an
 * entry that says what is not so fails the run as a new failure does. */
#ifndef CONFORM_XFAIL_H
#define CONFORM_XFAIL_H

#include "json.h"
#include "options.h"
#include "result.h"

/* xfail_entry is one element of the file, at /<index>; its strings belong to the document. */
typedef struct {
  const json *node;
  size_t index;
  const char *id;     /* of a vector, or of an area: "aws4/query" followed by a slash and '*' */
  const char *target; /* as a command line names it; NULL: every target */
  const char *status; /* of the answer, or crash, timeout, protocol_error */
  const char *got, *until; /* NULL: none */
  bool expired;            /* the suite has reached `until`: it excuses nothing */
} xfail_entry;

typedef struct {
  const char *path;
  json *document;
  xfail_entry *items; /* in the order of the file */
  size_t num;
  const xfail_entry **sorted; /* by id and target */
} xfail;

/* xfail_read reads the file. False: `problem` says file, JSON pointer and what to do. Call
 * xfail_free in either case. */
bool xfail_read(const char *path, const char *suite, xfail *out, text *problem);
void xfail_free(xfail *x);

/* xfail_compare orders entries by id, and of one id those with a target behind the one without. */
int xfail_compare(const xfail_entry *a, const xfail_entry *b);

/* xfail_find returns the entry that speaks of a vector and a target, or NULL: the vector's own
 * before that of an area, of areas the innermost, and one that names the target before one that
 * does not. */
const xfail_entry *xfail_find(const xfail *x, const char *target, const char *id);

/* xfail_status and xfail_got name what a target did in the words of the file: "ok" and "accept".
 * got: NULL if the status says it all. */
const char *xfail_status(const outcome *o);
const char *xfail_got(const outcome *o);

/* xfail_fits says whether an outcome is the failure that an entry tells. */
bool xfail_fits(const xfail_entry *e, const outcome *o);

#endif
