/* SPDX-License-Identifier: Apache-2.0 */
/* xfail_check.h - does a file of expected failures say what is so? */
#ifndef CONFORM_XFAIL_CHECK_H
#define CONFORM_XFAIL_CHECK_H

#include "xfail.h"

/* xfail_count is what the selected vectors that an entry speaks of became. */
typedef struct {
  bool applies;  /* to this target */
  bool known;    /* the suite has such a vector */
  bool shadowed; /* entries of its parts speak of every one of its vectors */
  size_t fitting, wrong, unjudged, not_run;
  size_t first; /* a vector that does not fit, if there is one: of the wrong ones the first */
} xfail_count;

/* xfail_count_all returns the counts of every entry for one target, in the order of the file; the
 * caller frees them. */
xfail_count *xfail_count_all(const xfail *x, const vector_set *set, const options *o,
                             const result *r);

/* xfail_holds says whether what an entry says is so, as far as was run. `until` apart. */
bool xfail_holds(const xfail_entry *e, const xfail_count *c);

/* xfail_check appends a line for each entry that fails the run of this target: file, JSON pointer,
 * and what to do. */
void xfail_check(const xfail *x, const vector_set *set, const options *o, const result *r,
                 text *lines);

#endif
