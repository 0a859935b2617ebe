/* SPDX-License-Identifier: Apache-2.0 */
/* run_blind.c - a refusal is not followed by its valid twin here, which would tell the target what
 * it has just refused: twins are drawn with all the others, and judged at the end. */
#include "run_blind.h"

#include "blind.h"
#include "gates.h"
#include "judge.h"
#include "memory.h"
#include "screen.h"
#include "signals.h"

#include <stdlib.h>

typedef struct {
  const run_plan *plan;
  session *session;
  result *result;
  int *asked;    /* how often, for each vector */
  text *answers; /* the first of each */
  judge_rules rules;
} blind_run;

static bool is_over(const blind_run *run) {
  return run->session->lost || run->result->stopped || signals_came();
}

/* take_second keeps the outcome of the first answer, unless it was good and the second is another.
 */
static void take_second(dciauth_span first, dciauth_span second, outcome *of_second, outcome *o) {
  if (outcome_is_failure(o->status)) {
    return;
  }
  if (of_second->answered == NULL) { /* a crash, say */
    outcome_free(o);
    *o = *of_second;
    *of_second = (outcome){0};
    return;
  }
  const char *answered = o->answered;
  blind_compare(first, second, o);
  o->answered = answered;
}

/* ask_again judges the second answer, which is in `r`. */
static void ask_again(blind_run *run, size_t index, reply *r) {
  outcome second = {0};
  text words = {0};
  judge_reply(&run->plan->vectors->items[index], run->session->hello, &run->rules, r, &second);
  if (r->kind == REPLY_ANSWER) {
    blind_put_answer(&r->answer, &words);
  }
  take_second(text_span(&run->answers[index]), text_span(&words), &second,
              &run->result->outcomes[index]);
  outcome_free(&second);
  text_free(&words);
}

static void ask(blind_run *run, size_t index) {
  const vector *v = &run->plan->vectors->items[index];
  reply r;
  session_ask(run->session, v, &r);
  if (r.kind == REPLY_NOT_RUN || r.kind == REPLY_INTERRUPTED) {
    reply_free(&r);
    return;
  }
  if (run->asked[index]++ == 0) {
    judge_reply(v, run->session->hello, &run->rules, &r, &run->result->outcomes[index]);
    if (r.kind == REPLY_ANSWER) {
      blind_put_answer(&r.answer, &run->answers[index]);
    }
  } else {
    ask_again(run, index, &r);
  }
  reply_free(&r);
}

/* look stops at the first failure if that is what was asked for. A twin that was not selected is
 * not part of the result. */
static void look(blind_run *run, size_t index) {
  const vector *v = &run->plan->vectors->items[index];
  outcome *o = &run->result->outcomes[index];
  if (run->plan->options->fail_fast && options_select(run->plan->options, v)) {
    gates_excuse(run->plan->gates, run->result, v, o);
    run->result->stopped = outcome_is_news(o);
  }
}

/* want marks a vector to be asked; one that does not apply has its outcome at once. */
static void want(blind_run *run, size_t index, bool *wanted) {
  outcome *o = &run->result->outcomes[index];
  if (o->status != OUTCOME_NONE) {
    return;
  }
  wanted[index] =
      judge_applies(&run->plan->vectors->items[index], run->session->hello, &o->message);
  o->status = wanted[index] ? OUTCOME_NONE : OUTCOME_NOT_APPLICABLE;
}

/* plan_order returns the vectors to ask, each twice, as drawn. */
static size_t *plan_order(blind_run *run, size_t *num) {
  const vector_set *set = run->plan->vectors;
  bool *wanted = mem_alloc(set->num, sizeof *wanted);
  for (size_t i = 0; i < set->num; i++) {
    const vector *v = &set->items[i];
    if (options_select(run->plan->options, v)) {
      want(run, i, wanted);
      if (wanted[i] && v->invalid && v->twin != NO_TWIN) {
        want(run, (size_t)v->twin, wanted);
      }
    }
  }
  size_t *order = mem_alloc(2 * set->num, sizeof *order);
  *num = 0;
  for (size_t i = 0; i < set->num; i++) {
    for (int times = 0; wanted[i] && times < 2; times++) {
      order[(*num)++] = i;
    }
  }
  free(wanted);
  blind_shuffle(run->session->seed, order, *num);
  return order;
}

/* settle takes back what was asked but once, and lets the twins speak. */
static void settle(blind_run *run) {
  const vector_set *set = run->plan->vectors;
  outcome *all = run->result->outcomes;
  for (size_t i = 0; i < set->num; i++) {
    if (run->asked[i] == 1 && !outcome_is_failure(all[i].status)) {
      outcome_free(&all[i]);
    }
  }
  for (size_t i = 0; i < set->num; i++) {
    const vector *v = &set->items[i];
    if (!v->invalid || v->twin == NO_TWIN || all[i].status != OUTCOME_PASS) {
      continue;
    }
    if (all[v->twin].status == OUTCOME_NONE) {
      outcome_free(&all[i]);
    } else {
      judge_twin(v, &set->items[v->twin], &all[v->twin], &all[i]);
    }
  }
}

void run_blind(const run_plan *plan, session *s, result *r) {
  const size_t num_vectors = plan->vectors->num;
  blind_run run = {plan,
                   s,
                   r,
                   mem_alloc(num_vectors, sizeof(int)),
                   mem_alloc(num_vectors, sizeof(text)),
                   run_rules(plan, s->target)};
  size_t num = 0, *order = plan_order(&run, &num);
  for (size_t i = 0; i < num && !is_over(&run); i++) {
    ask(&run, order[i]);
    look(&run, order[i]);
    screen_count(text_str(&r->name), i + 1, num);
  }
  settle(&run);
  for (size_t i = 0; i < num_vectors; i++) {
    text_free(&run.answers[i]);
  }
  free(run.answers);
  free(run.asked);
  free(order);
}
