/* SPDX-License-Identifier: Apache-2.0 */
/* kills.c - a mutant is one more target: what would be a failure of it is what kills it. */
#include "kills.h"

#include "judge.h"
#include "memory.h"
#include "pin.h"
#include "signals.h"

#include <stdlib.h>

void group_list_make(const vector_set *set, group_list *out) {
  *out = (group_list){.of = mem_alloc(set->num, sizeof *out->of)};
  for (size_t i = 0; i < set->num; i++) {
    size_t g = 0;
    while (g < out->num && !vectors_same_area(out->items[g].first->id, set->items[i].id)) {
      g++;
    }
    if (g == out->num) {
      out->items = mem_resize(out->items, out->num + 1, sizeof *out->items);
      out->items[out->num++] = (vector_group){&set->items[i], 0};
    }
    out->items[g].num++;
    out->of[i] = g;
  }
}

void group_list_free(group_list *list) {
  free(list->items);
  free(list->of);
  *list = (group_list){0};
}

typedef struct {
  const vector_set *set;
  const group_list *groups;
  session session;
  outcome *outcomes;
  kill_row *row;
} hunt;

static void judge_at(hunt *h, size_t index);

static void judge_applicable(hunt *h, size_t index, outcome *o) {
  const vector *v = &h->set->items[index];
  reply r;
  session_ask(&h->session, v, &r);
  judge_reply(v, h->session.hello, &(judge_rules){0}, &r, o);
  reply_free(&r);
  if (v->invalid && v->twin != NO_TWIN && o->status == OUTCOME_PASS) {
    judge_at(h, (size_t)v->twin);
    judge_twin(v, &h->set->items[v->twin], &h->outcomes[v->twin], o);
  }
}

/* judge_at fills the outcome of a vector unless it is there already. */
static void judge_at(hunt *h, size_t index) {
  outcome *o = &h->outcomes[index];
  if (o->status != OUTCOME_NONE || h->session.lost || signals_came()) {
    return;
  }
  if (judge_applies(&h->set->items[index], h->session.hello, &o->message)) {
    judge_applicable(h, index, o);
  } else {
    o->status = OUTCOME_NOT_APPLICABLE;
  }
}

static void hunt_among(hunt *h, bool sweeps) {
  for (size_t i = 0; i < h->set->num && !(sweeps && h->row->total > 0); i++) {
    if (h->set->items[i].sweep == sweeps) {
      judge_at(h, i);
      bool noticed = outcome_is_failure(h->outcomes[i].status);
      h->row->by_group[h->groups->of[i]] += noticed ? 1 : 0;
      h->row->total += noticed ? 1 : 0;
    }
  }
}

static void hunt_all(hunt *h, text *problem) {
  if (session_start(&h->session)) {
    hunt_among(h, false);
    hunt_among(h, true);
  }
  if (h->session.lost) {
    text_put_span(problem, text_span(&h->session.problem));
  }
  text end = {0};
  if (!session_end(&h->session, &end) && problem->len == 0) {
    text_printf(problem, "it did not end well after bye: %s", text_str(&end));
  }
  text_free(&end);
}

void kills_count(const mutant_row *mutant, const vector_set *set, const group_list *groups,
                 kill_row *out) {
  *out = (kill_row){.mutant = mutant, .by_group = mem_alloc(groups->num, sizeof *out->by_group)};
  target t = {.name = mem_text(mutant->name, strlen(mutant->name))};
  if (mutants_target(mutant->name, &t, &out->problem)) {
    hunt h = {.set = set,
              .groups = groups,
              .session = {.target = &t, .suite = set->suite, .timeout = 5, .hello_timeout = 30},
              .outcomes = mem_alloc(set->num, sizeof(outcome)),
              .row = out};
    pin_to_one();
    hunt_all(&h, &out->problem);
    pin_release();
    for (size_t i = 0; i < set->num; i++) {
      outcome_free(&h.outcomes[i]);
    }
    free(h.outcomes);
  }
  target_free(&t);
}

void kills_free(kill_row *row) {
  free(row->by_group);
  text_free(&row->problem);
  *row = (kill_row){0};
}
