/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_name.c - a mistake is systematic: the vectors on which it shows alone tell it from those
 * that happen to have the same effect on others. */
#include "mistake_name.h"

#include "memory.h"
#include "mistake.h"

#include <stdlib.h>

/* count is how many failures a mistake explains. */
typedef struct {
  unsigned mistake;
  size_t num;
} count;

static count *make_counts(void) {
  count *counts = mem_alloc(mistake_count(), sizeof *counts);
  for (unsigned i = 0; i < mistake_count(); i++) {
    counts[i].mistake = i;
  }
  return counts;
}

static void count_hints(const outcome *o, count *counts) {
  for (size_t i = 0; i < o->num_hints; i++) {
    counts[o->hints[i].mistake].num++;
  }
}

static unsigned lowest_bit(unsigned bits) {
  return bits & (~bits + 1U);
}

static int num_bits(unsigned bits) {
  int num = 0;
  for (; bits != 0; bits &= bits - 1) {
    num++;
  }
  return num;
}

/* is_better: the earlier part of the pipeline; the mistake that explains more parts; the one that
 * explains more failures. Hints come in the order of the table, which decides in the end. */
static bool is_better(const hint *a, const hint *b, const count *counts) {
  if (lowest_bit(a->parts) != lowest_bit(b->parts)) {
    return lowest_bit(a->parts) < lowest_bit(b->parts);
  }
  if (num_bits(a->parts) != num_bits(b->parts)) {
    return num_bits(a->parts) > num_bits(b->parts);
  }
  return counts[a->mistake].num > counts[b->mistake].num;
}

/* best returns the best hint whose parts are none of those explained already, or NULL. */
static hint *best(const outcome *o, unsigned explained, const count *counts) {
  hint *found = NULL;
  for (size_t i = 0; i < o->num_hints; i++) {
    hint *f = &o->hints[i];
    if ((f->parts & explained) == 0 && (found == NULL || is_better(f, found, counts))) {
      found = f;
    }
  }
  return found;
}

/* second returns another hint that is as good, or NULL. */
static const hint *second(const outcome *o, const hint *first, const count *counts) {
  for (size_t i = 0; i < o->num_hints; i++) {
    const hint *f = &o->hints[i];
    if (f != first && f->parts == first->parts &&
        counts[f->mistake].num == counts[first->mistake].num) {
      return f;
    }
  }
  return NULL;
}

static void name(outcome *o, const count *counts) {
  unsigned explained = 0;
  for (hint *f; (f = best(o, explained, counts)) != NULL; explained |= f->parts) {
    const hint *other = second(o, f, counts);
    text_printf(&o->mistake, "%s%s", o->mistake.len > 0 ? "; " : "", mistake_at(f->mistake)->name);
    if (other != NULL) {
      text_printf(&o->mistake, " or %s", mistake_at(other->mistake)->name);
    }
    f->named = true;
  }
}

void mistake_name_all(const vector_set *set, const options *o, outcome *outcomes) {
  count *counts = make_counts();
  for (size_t i = 0; i < set->num; i++) {
    if (options_select(o, &set->items[i])) {
      count_hints(&outcomes[i], counts);
    }
  }
  for (size_t i = 0; i < set->num; i++) {
    if (options_select(o, &set->items[i])) {
      name(&outcomes[i], counts);
    }
  }
  free(counts);
}

static void count_named(const outcome *o, count *counts) {
  for (size_t i = 0; i < o->num_hints; i++) {
    counts[o->hints[i].mistake].num += o->hints[i].named ? 1 : 0;
  }
}

static int compare_counts(const void *left, const void *right) {
  const count *a = left, *b = right;
  return a->num != b->num ? (a->num < b->num) - (a->num > b->num)
                          : (a->mistake > b->mistake) - (a->mistake < b->mistake);
}

void mistake_put_counts(const vector_set *set, const options *o, const outcome *outcomes,
                        bool sweeps, text *out) {
  count *counts = make_counts();
  size_t num = 0;
  for (size_t i = 0; i < set->num; i++) {
    if (set->items[i].sweep == sweeps && options_select(o, &set->items[i])) {
      count_named(&outcomes[i], counts);
      num += outcomes[i].mistake.len > 0 ? 1 : 0;
    }
  }
  qsort(counts, mistake_count(), sizeof *counts, compare_counts);
  if (num > 0) {
    text_printf(out, "%zu failure%s like:", num, num == 1 ? " looks" : "s look");
    for (size_t i = 0; i < mistake_count() && counts[i].num > 0; i++) {
      text_printf(out, "%s %s (%zu)", i > 0 ? "," : "", mistake_at(counts[i].mistake)->name,
                  counts[i].num);
    }
  }
  free(counts);
}
