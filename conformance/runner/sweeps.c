/* SPDX-License-Identifier: Apache-2.0 */
/* sweeps.c - counts by area. */
#include "sweeps.h"

#include "memory.h"

#include <stdlib.h>

/* sweep_of finds the sweep of a vector, or begins it. A sweep lies in one piece as a rule, so the
 * last one is looked at first. */
static sweep *sweep_of(sweeps *s, const vector *v) {
  for (size_t i = s->num; i-- > 0;) {
    if (vectors_same_area(s->items[i].first->id, v->id)) {
      return &s->items[i];
    }
  }
  s->items = mem_resize(s->items, s->num + 1, sizeof *s->items);
  s->items[s->num] = (sweep){.first = v};
  return &s->items[s->num++];
}

void sweeps_collect(const vector_set *set, const outcome *outcomes, const options *o, sweeps *out) {
  *out = (sweeps){0};
  for (size_t i = 0; i < set->num; i++) {
    const vector *v = &set->items[i];
    if (!v->sweep || !options_select(o, v)) {
      continue;
    }
    sweep *s = sweep_of(out, v);
    s->num++;
    if (outcomes != NULL && outcome_is_news(&outcomes[i])) {
      s->first_failed = s->failed++ == 0 ? i : s->first_failed;
    }
  }
}

void sweeps_free(sweeps *s) {
  free(s->items);
  *s = (sweeps){0};
}

void sweeps_put_area(const sweep *s, text *out) {
  text_put(out, s->first->id, vectors_area_len(s->first->id));
}

void sweeps_put_failed(const sweep *s, const vector_set *set, text *out) {
  const char *id = set->items[s->first_failed].id, *slash = strrchr(id, '/');
  sweeps_put_area(s, out);
  text_printf(out, ": %zu of %zu differ, first %s", s->failed, s->num,
              slash != NULL ? slash + 1 : id);
}
