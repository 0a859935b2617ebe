/* SPDX-License-Identifier: Apache-2.0 */
/* baseline.c - an earlier report is read as the command `report` reads it: one that breaks off
 * would make failures look new. */
#include "baseline.h"

#include "memory.h"
#include "run_reader.h"
#include "visible.h"

#include <stdlib.h>

static int compare_entries(const void *left, const void *right) {
  const baseline_entry *a = left, *b = right;
  int targets = strcmp(a->target, b->target);
  return targets != 0 ? targets : strcmp(a->id, b->id);
}

static void sort_entries(baseline *b) {
  size_t total = 0;
  for (size_t i = 0; i < b->all->num; i++) {
    total += b->all->items[i].num;
  }
  b->entries = mem_alloc(total, sizeof *b->entries);
  for (size_t i = 0; i < b->all->num; i++) {
    const run *r = &b->all->items[i];
    for (size_t k = 0; k < r->num; k++) {
      b->entries[b->num++] =
          (baseline_entry){r->name, r->entries[k].id, r->entries[k].result.status};
    }
  }
  if (b->num > 0) {
    qsort(b->entries, b->num, sizeof *b->entries, compare_entries);
  }
}

bool baseline_read(const char *path, baseline *out, text *problem) {
  *out = (baseline){.path = path, .all = mem_alloc(1, sizeof(runs))};
  if (!runs_read_file(path, out->all, problem) || !runs_finish(out->all, problem)) {
    return false;
  }
  sort_entries(out);
  return true;
}

void baseline_free(baseline *b) {
  free(b->entries);
  if (b->all != NULL) {
    runs_free(b->all);
  }
  free(b->all);
  *b = (baseline){0};
}

static size_t num_runs(const baseline *b) {
  return b->all != NULL ? b->all->num : 0;
}

bool baseline_has(const baseline *b, const char *target) {
  bool has = false;
  for (size_t i = 0; i < num_runs(b) && !has; i++) {
    has = strcmp(b->all->items[i].name, target) == 0;
  }
  return has;
}

bool baseline_had_problem(const baseline *b, const char *target) {
  bool had = false;
  for (size_t i = 0; i < num_runs(b) && !had; i++) {
    const run *r = &b->all->items[i];
    had = r->problem[0] != '\0' && strcmp(r->name, target) == 0;
  }
  return had;
}

void baseline_put_targets(const baseline *b, text *out) {
  for (size_t i = 0; i < num_runs(b); i++) {
    text_puts(out, " ");
    visible_put(out, dciauth_str(b->all->items[i].name), 80);
  }
}

outcome_status baseline_status(const baseline *b, const char *target, const char *id) {
  const baseline_entry key = {target, id, OUTCOME_NONE};
  const baseline_entry *found =
      b->num > 0 ? bsearch(&key, b->entries, b->num, sizeof key, compare_entries) : NULL;
  return found != NULL ? found->status : OUTCOME_NONE;
}
