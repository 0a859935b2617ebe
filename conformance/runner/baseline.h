/* SPDX-License-Identifier: Apache-2.0 */
/* baseline.h - an earlier report, to say what is new since then and what is mended. */
#ifndef CONFORM_BASELINE_H
#define CONFORM_BASELINE_H

#include "options.h"
#include "result.h"

/* baseline_entry is what became of one vector. */
typedef struct {
  char *id;
  outcome_status status;
} baseline_entry;

/* baseline_target is what the report says of one target. */
typedef struct {
  text name;
  baseline_entry *entries; /* sorted by id */
  size_t num;
  bool ended;       /* there is a summary */
  bool had_problem; /* it did not start, or not end well */
} baseline_target;

typedef struct {
  const char *path;
  baseline_target *targets;
  size_t num;
} baseline;

/* baseline_read reads a report that --json wrote. False: `problem` says file, line and what to do.
 * Call baseline_free in either case. */
bool baseline_read(const char *path, baseline *out, text *problem);
void baseline_free(baseline *b);

/* baseline_find returns what the report says of a target, or NULL. */
const baseline_target *baseline_find(const baseline *b, const char *name);

/* baseline_status returns what became of a vector, OUTCOME_NONE if the report has it not. */
outcome_status baseline_status(const baseline_target *t, const char *id);

/* baseline_put appends what is new, what is mended and what is no longer judged of a target. */
void baseline_put(const baseline *b, const vector_set *set, const options *o, const result *r,
                  text *out);

#endif
