/* SPDX-License-Identifier: Apache-2.0 */
/* matrix.c - a group is found by its name: reports of different suites have different ones. */
#include "matrix.h"

#include "memory.h"

#include <stdlib.h>

/* rank orders the end of a profile, '/', before every other character: aws4, then aws4-s3. */
static int rank(char c) {
  return c == '\0' ? 0 : c == '/' ? 1 : 2 + (uint8_t)c;
}

static int compare_names(const void *a, const void *b) {
  const char *x = *(const char *const *)a, *y = *(const char *const *)b;
  while (*x != '\0' && *x == *y) {
    x++;
    y++;
  }
  return rank(*x) - rank(*y);
}

static void add_group(matrix *m, const char *name) {
  for (size_t i = m->num; i-- > 0;) {
    if (strcmp(m->groups[i], name) == 0) {
      return;
    }
  }
  m->groups = mem_resize(m->groups, m->num + 1, sizeof *m->groups);
  m->groups[m->num++] = name;
}

static void add_groups(const run *r, matrix *m) {
  const char *last = "";
  for (size_t i = 0; i < r->num; i++) {
    if (strcmp(r->entries[i].group, last) != 0) {
      last = r->entries[i].group;
      add_group(m, last);
    }
  }
}

static size_t find_group(const matrix *m, const char *name) {
  const char **found = bsearch(&name, m->groups, m->num, sizeof *m->groups, compare_names);
  return (size_t)(found - m->groups);
}

static void count(const run *r, size_t column, matrix *m) {
  m->group[column] = mem_alloc(r->num, sizeof **m->group);
  for (size_t i = 0; i < r->num; i++) {
    const entry *e = &r->entries[i];
    size_t row = find_group(m, e->group);
    m->group[column][i] = row;
    m->sweeps[row] = e->sweep;
    tally_count(&m->cells[row * m->num_runs + column], e->severity, &e->result);
  }
}

void matrix_make(const runs *all, matrix *out) {
  *out = (matrix){.num_runs = all->num};
  for (size_t i = 0; i < all->num; i++) {
    add_groups(&all->items[i], out);
  }
  if (out->num > 0) {
    qsort(out->groups, out->num, sizeof *out->groups, compare_names);
  }
  out->cells = mem_alloc(out->num * all->num, sizeof *out->cells);
  out->sweeps = mem_alloc(out->num, sizeof *out->sweeps);
  out->group = mem_alloc(all->num, sizeof *out->group);
  for (size_t i = 0; i < all->num; i++) {
    count(&all->items[i], i, out);
  }
}

void matrix_free(matrix *m) {
  for (size_t i = 0; i < m->num_runs; i++) {
    free(m->group[i]);
  }
  free(m->group);
  free(m->groups);
  free(m->cells);
  free(m->sweeps);
  *m = (matrix){0};
}

const tally *matrix_cell(const matrix *m, size_t row, size_t column) {
  return &m->cells[row * m->num_runs + column];
}

size_t tally_judged(const tally *t) {
  return tally_bad(t) + t->count[OUTCOME_PASS];
}

bool matrix_applies(const matrix *m, size_t row) {
  bool any = false;
  for (size_t i = 0; i < m->num_runs && !any; i++) {
    const tally *t = matrix_cell(m, row, i);
    any = t->total > t->count[OUTCOME_NOT_APPLICABLE];
  }
  return any;
}

static int compare_sizes(const void *a, const void *b) {
  const group *x = a, *y = b;
  return x->num != y->num ? (x->num < y->num) - (x->num > y->num)
                          : strcmp(text_str(&x->label), text_str(&y->label));
}

void mistakes_of(const run *r, bool news, groups *out) {
  *out = (groups){0};
  for (size_t i = 0; i < r->num; i++) {
    const entry *e = &r->entries[i];
    bool counts = outcome_is_failure(e->result.status) && !(news && !outcome_is_news(&e->result));
    if (counts && e->result.mistake.len > 0) {
      groups_add(out, text_str(&e->result.mistake), e->id);
    }
  }
  if (out->num > 0) {
    qsort(out->items, out->num, sizeof *out->items, compare_sizes);
  }
}
