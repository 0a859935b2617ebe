/* SPDX-License-Identifier: Apache-2.0 */
/* kill_matrix.h - mutants by groups of vectors, told to people and to programs. */
#ifndef CONFORM_KILL_MATRIX_H
#define CONFORM_KILL_MATRIX_H

#include "kills.h"

typedef struct {
  const group_list *groups;
  kill_row *rows;
  size_t num;
  size_t left; /* mutants that were wanted too, when it was interrupted */
} kill_matrix;

/* kill_matrix_survived counts the mutants that ran and that no vector noticed. */
size_t kill_matrix_survived(const kill_matrix *m);

/* group_sum is what a group is good for: how many mutants it kills, and how many nobody else does.
 */
typedef struct {
  size_t killed, alone;
} group_sum;

group_sum kill_matrix_sum_of(const kill_matrix *m, size_t group);

/* kill_matrix_put_group appends the name of a group, kill_matrix_put_sum how many mutants there are
 * and what became of them, a line. */
void kill_matrix_put_group(const vector_group *g, text *out);
void kill_matrix_put_sum(const kill_matrix *m, text *out);

/* kill_matrix_put appends a line for each mutant with the groups that notice it, one for each group
 * with how many it notices, and how many have survived. */
void kill_matrix_put(const kill_matrix *m, text *out);

/* kill_report_* append the same as Markdown, groups in columns, and as one JSON object. */
void kill_report_put_markdown(const kill_matrix *m, text *out);
void kill_report_put_json(const kill_matrix *m, text *out);

#endif
