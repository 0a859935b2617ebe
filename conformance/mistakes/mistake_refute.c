/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_refute.c - a signer that leaves one header out, and signs forty others, does not sign
 * Host alone, even where both would look the same. */
#include "mistake_refute.h"

#include "memory.h"
#include "mistake.h"
#include "profiles.h"

#include <stdlib.h>

/* evidence is for and against each mistake, in each dialect. */
typedef struct {
  size_t *explained, *refuted;
  bool any;
} evidence;

static size_t num_rows(void) {
  size_t num = 0;
  while (profiles_at(num) != NULL) {
    num++;
  }
  return num;
}

/* place_of is where the evidence on mistake i stands, in the dialect of a vector. */
static size_t place_of(const vector *v, unsigned i) {
  size_t row = 0;
  while (profiles_at(row) != profiles_find(dciauth_str(v->profile))) {
    row++;
  }
  return row * mistake_count() + i;
}

static void hear_failure(const vector *v, const outcome *o, evidence *e) {
  for (size_t i = 0; i < o->num_hints; i++) {
    e->explained[place_of(v, o->hints[i].mistake)]++;
    e->any = true;
  }
}

/* is_witness: its one right result is what the target gave. */
static bool is_witness(const vector *v, const outcome *o) {
  return o->status == OUTCOME_PASS && !v->sweep && !v->invalid && !v->acceptable;
}

static void hear_pass(const vector *v, evidence *e) {
  mistake_case c;
  bool open = mistake_case_open(v, &c);
  for (unsigned i = 0; open && i < mistake_count(); i++) {
    size_t place = place_of(v, i);
    parts wrong = {0};
    if (e->explained[place] > 0 && mistake_make(mistake_at(i), &c, &wrong)) {
      e->refuted[place]++;
    }
    parts_free(&wrong);
  }
  mistake_case_close(&c);
}

static void take_back(const vector *v, const evidence *e, outcome *o) {
  size_t num = 0;
  for (size_t i = 0; i < o->num_hints; i++) {
    size_t place = place_of(v, o->hints[i].mistake);
    if (e->refuted[place] <= e->explained[place]) {
      o->hints[num++] = o->hints[i];
    }
  }
  o->num_hints = num;
}

void mistake_refute(const vector_set *set, const options *o, outcome *outcomes) {
  size_t size = num_rows() * mistake_count();
  evidence e = {mem_alloc(size, sizeof(size_t)), mem_alloc(size, sizeof(size_t)), false};
  for (size_t i = 0; i < set->num; i++) {
    if (options_select(o, &set->items[i])) {
      hear_failure(&set->items[i], &outcomes[i], &e);
    }
  }
  for (size_t i = 0; e.any && i < set->num; i++) {
    if (options_select(o, &set->items[i]) && is_witness(&set->items[i], &outcomes[i])) {
      hear_pass(&set->items[i], &e);
    }
  }
  for (size_t i = 0; e.any && i < set->num; i++) {
    take_back(&set->items[i], &e, &outcomes[i]);
  }
  free(e.explained);
  free(e.refuted);
}
