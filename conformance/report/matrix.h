/* SPDX-License-Identifier: Apache-2.0 */
/* matrix.h - runs by groups, and what is named most often. */
#ifndef CONFORM_MATRIX_H
#define CONFORM_MATRIX_H

#include "groups.h"
#include "runs.h"

/* matrix: a row is a group, "aws4/query", a column a run. */
typedef struct {
  const char **groups; /* sorted by profile, then area */
  size_t num, num_runs;
  tally *cells;   /* num * num_runs */
  bool *sweeps;   /* of each group: it is a sweep */
  size_t **group; /* of each run, of each entry: its row */
} matrix;

void matrix_make(const runs *all, matrix *out);
void matrix_free(matrix *m);

const tally *matrix_cell(const matrix *m, size_t row, size_t column);

/* matrix_applies says whether anything of a group was judged, for one of the runs. */
bool matrix_applies(const matrix *m, size_t row);

/* tally_judged is how many passed or deviate. */
size_t tally_judged(const tally *t);

/* mistakes_of collects the mistakes that were named, the most frequent first; `news`: of failures
 * without an excuse alone. Call groups_free. */
void mistakes_of(const run *r, bool news, groups *out);

#endif
