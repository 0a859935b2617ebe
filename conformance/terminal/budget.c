/* SPDX-License-Identifier: Apache-2.0 */
/* budget.c - the first few explanations are all that many a reader sees. A stage says where the
 * algorithm went wrong, so it comes first; and one area with a hundred failures of one cause must
 * not hide the only failure of another. */
#include "budget.h"

#include "memory.h"

#include <stdlib.h>

/* candidate is a failure; `turn` counts those of its area and rank before it. */
typedef struct {
  size_t index, turn;
  size_t rank;
} candidate;

static size_t find_word(const char *word, const char *const *words, size_t num) {
  size_t i = 0;
  while (i < num && strcmp(words[i], word) != 0) {
    i++;
  }
  return i;
}

static size_t rank_of(const vector *v, const outcome *o) {
  static const char *const last[] = {"refusal", "reason", "raised", "unsupported"};
  static const char *const verdicts[] = {"decision", "principal", "view"};
  static const char *const severities[] = {"critical", "high", "medium", "low"};
  enum { NUM_LAST = 4, NUM_VERDICTS = 3, NUM_SEVERITIES = 4 };
  bool deviates = o->status == OUTCOME_FAIL;
  if (deviates && find_word(o->stage, last, NUM_LAST) < NUM_LAST) {
    return NUM_SEVERITIES + 2;
  }
  if (deviates && find_word(o->stage, verdicts, NUM_VERDICTS) == NUM_VERDICTS) {
    return 0;
  }
  return 1 + find_word(meaning_severity(v->severity, o), severities, NUM_SEVERITIES);
}

/* turn_of: the failures come in the order of the vectors, so the last of the area knows. */
static size_t turn_of(const vector_set *set, const candidate *before, size_t num,
                      const candidate *c) {
  while (num-- > 0) {
    if (before[num].rank == c->rank &&
        vectors_same_area(set->items[before[num].index].id, set->items[c->index].id)) {
      return before[num].turn + 1;
    }
  }
  return 0;
}

static int compare_numbers(size_t a, size_t b) {
  return (a > b) - (a < b);
}

static int compare_candidates(const void *left, const void *right) {
  const candidate *a = left, *b = right;
  if (a->rank != b->rank) {
    return compare_numbers(a->rank, b->rank);
  }
  return a->turn != b->turn ? compare_numbers(a->turn, b->turn)
                            : compare_numbers(a->index, b->index);
}

size_t budget_order(const vector_set *set, const outcome *outcomes, const options *o,
                    size_t *order) {
  candidate *all = mem_alloc(set->num, sizeof *all);
  size_t num = 0;
  for (size_t i = 0; i < set->num; i++) {
    const vector *v = &set->items[i];
    if (!v->sweep && outcome_is_news(&outcomes[i]) && options_select(o, v)) {
      all[num] = (candidate){i, 0, rank_of(v, &outcomes[i])};
      all[num].turn = turn_of(set, all, num, &all[num]);
      num++;
    }
  }
  qsort(all, num, sizeof *all, compare_candidates);
  for (size_t i = 0; i < num; i++) {
    order[i] = all[i].index;
  }
  free(all);
  return num;
}
