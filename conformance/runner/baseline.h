/* SPDX-License-Identifier: Apache-2.0 */
/* baseline.h - an earlier report, to say what is new since then and what is mended. */
#ifndef CONFORM_BASELINE_H
#define CONFORM_BASELINE_H

#include "options.h"
#include "result.h"

/* baseline_entry is what became of one vector; its strings belong to the runs. */
typedef struct {
  const char *target, *id;
  outcome_status status;
} baseline_entry;

typedef struct {
  const char *path;
  struct runs *all;        /* NULL: there is none */
  baseline_entry *entries; /* of all targets, sorted */
  size_t num;
} baseline;

/* baseline_read reads a report that --json wrote. False: `problem` says file, line and what to do.
 * Call baseline_free in either case. */
bool baseline_read(const char *path, baseline *out, text *problem);
void baseline_free(baseline *b);

/* baseline_has says whether the report speaks of a target; baseline_had_problem whether that did
 * not start, or not end well. */
bool baseline_has(const baseline *b, const char *target);
bool baseline_had_problem(const baseline *b, const char *target);

/* baseline_put_targets appends the names of its targets, a blank before each. */
void baseline_put_targets(const baseline *b, text *out);

/* baseline_status returns what became of a vector, OUTCOME_NONE if the report has it not. */
outcome_status baseline_status(const baseline *b, const char *target, const char *id);

/* baseline_put appends what is new, what is mended and what is no longer judged of a target. */
void baseline_put(const baseline *b, const vector_set *set, const options *o, const result *r,
                  text *out);

#endif
