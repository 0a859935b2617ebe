/* SPDX-License-Identifier: Apache-2.0 */
/* failures.c - first the authored vectors, then the sweeps: of each of these the first failure,
 * which stands for the others. */
#include "failures.h"

#include "budget.h"
#include "explain.h"
#include "memory.h"
#include "screen.h"
#include "sweeps.h"

#include <stdio.h>
#include <stdlib.h>

static void explain(const result *r, const vector_set *set, size_t index) {
  text words = {0};
  explain_put(&set->items[index], &r->outcomes[index], &words);
  printf("%s\n", words.ptr);
  text_free(&words);
}

/* explain_authored returns how many failures there are; `most` of them are explained. */
static size_t explain_authored(const result *r, const vector_set *set, const options *o) {
  size_t *order = mem_alloc(set->num, sizeof *order);
  size_t num = budget_order(set, r->outcomes, o, order);
  for (size_t i = 0; i < num && i < o->explain; i++) {
    explain(r, set, order[i]);
  }
  free(order);
  return num;
}

static void explain_sweep(const result *r, const vector_set *set, const sweep *s) {
  text words = {0};
  sweeps_put_failed(s, set, &words);
  printf("%s%s%s\n", screen_colour(COLOUR_BOLD), words.ptr, screen_colour(COLOUR_OFF));
  text_free(&words);
  explain(r, set, s->first_failed);
}

/* explain_sweeps returns how many sweeps have failures; up to `most` are explained. */
static size_t explain_sweeps(const result *r, const vector_set *set, const options *o,
                             size_t most) {
  sweeps all;
  size_t num = 0;
  sweeps_collect(set, r->outcomes, o, &all);
  for (size_t i = 0; i < all.num; i++) {
    if (all.items[i].failed > 0 && num++ < most) {
      explain_sweep(r, set, &all.items[i]);
    }
  }
  sweeps_free(&all);
  return num;
}

void failures_explain(const result *r, const vector_set *set, const options *o) {
  size_t authored = explain_authored(r, set, o);
  size_t left = authored < o->explain ? o->explain - authored : 0;
  size_t failed_sweeps = explain_sweeps(r, set, o, left);
  size_t num = authored + failed_sweeps;
  if (num > o->explain) {
    printf("%zu %s%s of %s are not explained here: --explain %zu shows them.\n\n", num - o->explain,
           o->explain > 0 ? "more " : "", failed_sweeps > 0 ? "failures and sweeps" : "failures",
           text_str(&r->name), num);
  }
}
