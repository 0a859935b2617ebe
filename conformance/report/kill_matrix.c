/* SPDX-License-Identifier: Apache-2.0 */
/* kill_matrix.c - on a terminal the matrix is written row by row, since few groups notice a bug;
 * below it stands what each group is good for: how many mutants it kills, and how many nobody else
 * does. */
#include "kill_matrix.h"

#include "screen.h"
#include "visible.h"

enum { NAME_WIDTH = 36, GROUP_WIDTH = 28, WIDTH = 100 };

void kill_matrix_put_group(const vector_group *g, text *out) {
  text_put(out, g->first->id, vectors_area_len(g->first->id));
}

size_t kill_matrix_survived(const kill_matrix *m) {
  size_t num = 0;
  for (size_t i = 0; i < m->num; i++) {
    num += m->rows[i].total == 0 && m->rows[i].problem.len == 0 ? 1 : 0;
  }
  return num;
}

/* put_killers appends "aws4/verify 9, dci2/verify 2", in lines that end before column 100. */
static void put_killers(const kill_matrix *m, const kill_row *row, text *out) {
  size_t column = NAME_WIDTH + 6;
  for (size_t g = 0, left = row->total; g < m->groups->num && left > 0; g++) {
    if (row->by_group[g] == 0) {
      continue;
    }
    left -= row->by_group[g];
    text cell = {0};
    kill_matrix_put_group(&m->groups->items[g], &cell);
    text_printf(&cell, " %zu%s", row->by_group[g], left > 0 ? "," : "");
    if (column + cell.len + 1 >= WIDTH) {
      text_printf(out, "\n%*s", NAME_WIDTH + 6, "");
      column = NAME_WIDTH + 6;
    }
    text_printf(out, " %s", cell.ptr);
    column += cell.len + 1;
    text_free(&cell);
  }
}

static void put_killed(const kill_matrix *m, text *out) {
  text_printf(out, "%-*s vectors that notice it\n", NAME_WIDTH, "mutant");
  for (size_t i = 0; i < m->num; i++) {
    const kill_row *row = &m->rows[i];
    if (row->total > 0) {
      text_printf(out, "%-*s %5zu", NAME_WIDTH, row->mutant->name, row->total);
      put_killers(m, row, out);
      text_puts(out, "\n");
    }
  }
}

/* put_others: those that live, or that nobody knows of, stand last, where they are seen. */
static void put_others(const kill_matrix *m, text *out) {
  for (size_t i = 0; i < m->num; i++) {
    const kill_row *row = &m->rows[i];
    bool ran = row->problem.len == 0;
    if (row->total > 0) {
      continue;
    }
    text_printf(out, "%s%s%s %s: ", screen_colour(COLOUR_RED), ran ? "SURVIVED" : "NOT RUN",
                screen_colour(COLOUR_OFF), row->mutant->name);
    visible_put(out, ran ? dciauth_str(row->mutant->story) : text_span(&row->problem), SIZE_MAX);
    text_puts(out, "\n");
  }
}

group_sum kill_matrix_sum_of(const kill_matrix *m, size_t group) {
  group_sum sum = {0, 0};
  for (size_t i = 0; i < m->num; i++) {
    size_t here = m->rows[i].by_group[group];
    sum.killed += here > 0 ? 1 : 0;
    sum.alone += here > 0 && here == m->rows[i].total ? 1 : 0;
  }
  return sum;
}

static void put_groups(const kill_matrix *m, text *out) {
  text_printf(out, "\n%-*s vectors  kills  of these alone\n", GROUP_WIDTH, "group");
  for (size_t g = 0; g < m->groups->num; g++) {
    group_sum sum = kill_matrix_sum_of(m, g);
    if (m->groups->items[g].first->sweep && sum.killed == 0) {
      continue; /* a sweep is run only where all else was silent */
    }
    text name = {0};
    kill_matrix_put_group(&m->groups->items[g], &name);
    text_printf(out, "%-*s %7zu %6zu %15zu\n", GROUP_WIDTH, name.ptr, m->groups->items[g].num,
                sum.killed, sum.alone);
    text_free(&name);
  }
}

void kill_matrix_put_sum(const kill_matrix *m, text *out) {
  size_t survived = kill_matrix_survived(m), killed = 0;
  for (size_t i = 0; i < m->num; i++) {
    killed += m->rows[i].total > 0 ? 1 : 0;
  }
  text_printf(out, "%zu mutants: %zu killed, %zu survived", m->num, killed, survived);
  if (killed + survived < m->num) {
    text_printf(out, ", %zu not run", m->num - killed - survived);
  }
  if (m->left > 0) {
    text_printf(out, "; interrupted, %zu more were wanted", m->left);
  }
  text_puts(out, "\n");
}

void kill_matrix_put(const kill_matrix *m, text *out) {
  put_killed(m, out);
  put_groups(m, out);
  text_puts(out, "\n");
  put_others(m, out);
  kill_matrix_put_sum(m, out);
}
