/* SPDX-License-Identifier: Apache-2.0 */
/* run_order.c - what can be asked ahead. A twin is asked only if the negative passes, which is not
 * known yet; one that nobody then needs has cost a process, not a result. */
#include "run_order.h"

#include "judge.h"
#include "memory.h"

#include <stdlib.h>

typedef struct {
  const vector_set *set;
  const json *hello;
  size_t *order, num;
  bool *listed;
} listing;

static void list(listing *l, size_t index) {
  text why = {0};
  if (!l->listed[index] && judge_applies(&l->set->items[index], l->hello, &why)) {
    l->listed[index] = true;
    l->order[l->num++] = index;
  }
  text_free(&why);
}

static void list_selected(listing *l, const options *o, bool sweeps) {
  for (size_t i = 0; i < l->set->num; i++) {
    const vector *v = &l->set->items[i];
    if (v->sweep == sweeps && options_select(o, v)) {
      list(l, i);
      if (v->invalid && v->twin != NO_TWIN && l->listed[i]) {
        list(l, (size_t)v->twin);
      }
    }
  }
}

size_t run_order(const vector_set *set, const options *o, const json *hello, size_t *order) {
  listing l = {set, hello, order, 0, mem_alloc(set->num, sizeof(bool))};
  list_selected(&l, o, false);
  list_selected(&l, o, true);
  free(l.listed);
  return l.num;
}
