/* SPDX-License-Identifier: Apache-2.0 */
/* run_target.c - the vectors in order; a negative asks for its valid twin first, also where the
 * twin was not selected: a refusal proves something only of a target that can accept. */
#include "run_target.h"

#include "blind.h"
#include "child_pipes.h"
#include "failures.h"
#include "jobs.h"
#include "memory.h"
#include "mistake_name.h"
#include "mistake_refute.h"
#include "pin.h"
#include "redact.h"
#include "repeat.h"
#include "replay.h"
#include "run_blind.h"
#include "run_order.h"
#include "screen.h"
#include "signals.h"
#include "visible.h"

#include <stdlib.h>

typedef struct {
  const run_plan *plan;
  session *session;
  result *result;
  judge_rules rules;
  size_t authored, sweeps; /* how many are selected */
  jobs *jobs;              /* NULL: one process at a time */
  size_t asked;
} running;

/* put_title: what has no name is called by the words of the command line. */
static void put_title(const target *t, const json *hello, text *out) {
  const json *impl = json_get(hello, "impl");
  const char *name = json_str(impl, "name"), *version = json_str(impl, "version");
  text_puts(out, t->is_ref ? "ref: " : "");
  visible_put(out, dciauth_str(name[strspn(name, " ")] != '\0' ? name : t->name), 40);
  text_puts(out, version[0] != '\0' ? " " : "");
  visible_put(out, dciauth_str(version), 20);
}

static void run_vector(running *run, size_t index);

static void ask(running *run, size_t index, reply *r) {
  session *s = run->session;
  if (run->jobs == NULL || !jobs_take(run->jobs, index, r)) {
    repeat_ask(s, &run->plan->vectors->items[index], run->plan->options->repeat, r);
  }
  run->asked += r->asked;
  if (r->kind == REPLY_NOT_RUN && !s->lost) { /* lost in another thread */
    s->lost = true;
    text_put_span(&s->problem, text_span(&r->what));
  }
}

static void run_applicable(running *run, size_t index, outcome *o) {
  const vector *v = &run->plan->vectors->items[index];
  reply r;
  ask(run, index, &r);
  judge_reply(v, run->session->hello, &run->rules, &r, o);
  reply_free(&r);
  if (v->invalid && v->twin != NO_TWIN && o->status == OUTCOME_PASS) {
    run_vector(run, (size_t)v->twin);
    judge_twin(v, &run->plan->vectors->items[v->twin], &run->result->outcomes[v->twin], o);
  }
}

/* run_vector fills the outcome of a vector unless it is there already. */
static void run_vector(running *run, size_t index) {
  const vector *v = &run->plan->vectors->items[index];
  outcome *o = &run->result->outcomes[index];
  if (o->status != OUTCOME_NONE) {
    return;
  }
  if (run->session->lost || run->result->stopped || signals_came()) {
    o->status = OUTCOME_NOT_RUN;
  } else if (!judge_applies(v, run->session->hello, &o->message)) {
    o->status = OUTCOME_NOT_APPLICABLE;
  } else {
    run_applicable(run, index, o);
  }
  if (!outcome_is_failure(o->status)) {
    text_free(&o->noise);
  }
}

static void keep_replay(running *run, const vector *v, const outcome *o) {
  if (run->result->replay_failed) {
    return; /* the others would fail for the same reason, which is told */
  }
  text problem = {0};
  int times = strcmp(o->stage, BLIND_STAGE) == 0 ? 2 : 1;
  if (!replay_write(run->plan->options->replay, run->session->target, v, run->plan->vectors->suite,
                    times, &problem)) {
    screen_clear();
    fflush(stdout);
    fprintf(stderr, "dciauth-conform: %s\n", problem.ptr);
    run->result->replay_failed = true;
  }
  text_free(&problem);
}

static void tell(running *run, const vector *v, outcome *o) {
  gates_excuse(run->plan->gates, run->result, v, o);
  result_count(run->result, v, o);
  screen_progress(run->result, run->authored, run->sweeps, v->id);
  if (run->plan->options->replay != NULL && outcome_is_failure(o->status)) {
    keep_replay(run, v, o);
  }
  if (run->plan->options->fail_fast && outcome_is_news(o)) {
    run->result->stopped = true;
  }
}

/* run_vectors runs the selected sweeps, or what is selected beside them. */
static void run_vectors(running *run, bool sweeps) {
  const vector_set *set = run->plan->vectors;
  for (size_t i = 0; i < set->num; i++) {
    if (set->items[i].sweep == sweeps && options_select(run->plan->options, &set->items[i])) {
      run_vector(run, i);
      tell(run, &set->items[i], &run->result->outcomes[i]);
    }
  }
}

static void run_timed(running *run) {
  double start = child_now();
  run_vectors(run, false);
  run_vectors(run, true);
  double seconds = child_now() - start;
  screen_clear();
  if (run->plan->options->repeat > 0) {
    text rate = {0};
    repeat_put_rate(run->asked, seconds, &rate);
    printf("%s: %s", text_str(&run->result->name), rate.ptr);
    text_free(&rate);
  }
}

/* run_all_vectors has them asked ahead if that was wanted. */
static void run_all_vectors(running *run) {
  const options *o = run->plan->options;
  const vector_set *set = run->plan->vectors;
  size_t *order = mem_alloc(set->num, sizeof *order);
  if (o->jobs > 1 && run->result->started) {
    size_t num = run_order(set, o, run->session->hello, order);
    run->jobs = jobs_start(run->session, set, order, num, o->jobs, o->repeat);
  }
  run_timed(run);
  jobs_end(run->jobs);
  free(order);
}

/* redact_all stands before all that is told of the run. */
static void redact_all(const running *run) {
  for (size_t i = 0; i < run->plan->vectors->num; i++) {
    redact_outcome(&run->plan->vectors->items[i], &run->result->outcomes[i]);
  }
}

/* report_vectors waits for the end of the run: all failures of a target say what its mistakes are.
 */
static void report_vectors(const running *run, bool sweeps) {
  const vector_set *set = run->plan->vectors;
  for (size_t i = 0; i < set->num; i++) {
    const vector *v = &set->items[i];
    if (v->sweep == sweeps && options_select(run->plan->options, v)) {
      report_vector(run->plan->report, run->result, v, &run->result->outcomes[i]);
    }
  }
}

static void count_selected(running *run) {
  const vector_set *set = run->plan->vectors;
  for (size_t i = 0; i < set->num; i++) {
    if (options_select(run->plan->options, &set->items[i])) {
      *(set->items[i].sweep ? &run->sweeps : &run->authored) += 1;
    }
  }
}

/* is_pinned: a process that stays has its turn while we wait for it, and waits for us. */
static bool is_pinned(const options *o, const target *t) {
  return !o->no_pin && !t->is_ref && !t->is_once && t->debugger == NULL;
}

judge_rules run_rules(const run_plan *plan, const target *t) {
  const options *o = plan->options;
  const errormap *map = t->errors.document != NULL ? &t->errors : NULL;
  return (judge_rules){o->allow_raised, {options_are_errors_strict(o), map}};
}

void run_target(const run_plan *plan, const target *t, result *r) {
  session s = {.target = t,
               .suite = plan->vectors->suite,
               .timeout = plan->options->timeout,
               .hello_timeout = 30,
               .blind = plan->options->blind,
               .seed = plan->seed};
  running run = {.plan = plan, .session = &s, .result = r, .rules = run_rules(plan, t)};
  if (is_pinned(plan->options, t)) {
    pin_to_one();
  }
  text_puts(&r->name, t->name);
  r->blind = s.blind;
  r->seed = s.seed;
  r->outcomes = mem_alloc(plan->vectors->num, sizeof *r->outcomes);
  r->started = session_start(&s);
  if (r->started) {
    put_title(t, s.hello, &r->title);
  } else {
    text_put_span(&r->title, text_span(&r->name));
  }
  count_selected(&run);
  if (s.blind && r->started) {
    run_blind(plan, &s, r);
  }
  run_all_vectors(&run);
  redact_all(&run);
  mistake_refute(plan->vectors, plan->options, r->outcomes);
  mistake_name_all(plan->vectors, plan->options, r->outcomes);
  report_vectors(&run, false);
  report_vectors(&run, true);
  failures_explain(r, plan->vectors, plan->options);
  gates_check(plan->gates, s.hello, r);
  if (s.lost) {
    text_put_span(&r->problem, text_span(&s.problem));
  }
  text end = {0};
  if (!session_end(&s, &end)) {
    text_printf(&r->problem, "it did not end well after bye: %s", text_str(&end));
  }
  text_free(&end);
  pin_release();
  report_summary(plan->report, r, signals_came());
}
