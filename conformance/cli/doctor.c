/* SPDX-License-Identifier: Apache-2.0 */
/* doctor.c - for the author of a shim: the handshake, then one vector of each kind, then the small
 * print, each finding with what to do about it. */
#include "commands.h"
#include "doctor_hello.h"
#include "judge.h"
#include "process_options.h"
#include "redact.h"
#include "result.h"
#include "signals.h"
#include "warden.h"

#include <stdio.h>

typedef struct {
  session *session;
  const vector_set *vectors;
  size_t problems;
} visit;

typedef enum { FINDING_FINE, FINDING_NOTE, FINDING_PROBLEM } finding;

static void put(visit *d, finding kind, const char *what) {
  static const char *const words[] = {"fine   ", "note   ", "PROBLEM"};
  printf("  %s %s\n", words[kind], what);
  d->problems += kind == FINDING_PROBLEM ? 1 : 0;
}

static void say(visit *d, bool fine, const char *what) {
  put(d, fine ? FINDING_FINE : FINDING_PROBLEM, what);
}

/* advise says what an outcome means for the author. NULL: nothing is wrong with the shim. */
static const char *advise(outcome_status status) {
  switch (status) {
  case OUTCOME_CRASH:
    return "it ended while a request was out: run it under a debugger. A program that answers one "
           "request and then ends is exec-once:CMD";
  case OUTCOME_TIMEOUT:
    return "it did not answer: is standard output flushed after each line, does the line end in a "
           "line feed, and does the process end with its input?";
  case OUTCOME_PROTOCOL_ERROR:
    return "its answer breaks the protocol: one JSON object a line with `id` and `status`, and "
           "nothing else on standard output";
  case OUTCOME_SHIM_ERROR:
    return "it says itself that it failed: status error is the shim's own bug";
  case OUTCOME_NOT_RUN: return "it could not be asked";
  default: return NULL;
  }
}

/* kind_of: a deviation is the library's, and for `run` to judge; the doctor only notes it. */
static finding kind_of(outcome_status status, bool broken) {
  if (broken || advise(status) != NULL) {
    return FINDING_PROBLEM;
  }
  return status == OUTCOME_PASS ? FINDING_FINE : FINDING_NOTE;
}

static void try_vector(visit *d, const vector *v) {
  outcome o = {0};
  reply r;
  text line = {0};
  session_ask(d->session, v, &r);
  judge_reply(v, d->session->hello, &(judge_rules){0}, &r, &o);
  redact_outcome(v, &o);
  const char *advice = advise(o.status);
  bool broken = o.status == OUTCOME_FAIL && strcmp(o.stage, "unsupported") == 0;
  text_printf(&line, "%s %s: %s", v->op, v->id, outcome_name(o.status));
  if (o.status == OUTCOME_FAIL) {
    text_printf(&line, " at %s%s", o.stage,
                broken ? ": take it out of the hello" : " (a deviation)");
  }
  if (o.message.len > 0 && o.status != OUTCOME_PASS) {
    text_printf(&line, ": %s", o.message.ptr);
  }
  if (advice != NULL) {
    text_printf(&line, "\n            %s", advice);
  }
  put(d, kind_of(o.status, broken), line.ptr);
  text_free(&line);
  outcome_free(&o);
  reply_free(&r);
}

static bool is_same_kind(const vector *a, const vector *b) {
  return strcmp(a->op, b->op) == 0 && strcmp(a->profile, b->profile) == 0;
}

static bool is_baseline(const vector *v) {
  const json *flag = json_first(json_get(v->test, "flags"));
  while (flag != NULL &&
         (json_string(flag) == NULL || strcmp(json_string(flag), "baseline") != 0)) {
    flag = json_next(flag);
  }
  return flag != NULL;
}

/* plainness: 3 for a vector of the kind that a first try should be, 0 for one that is no sample. A
 * verifier has hardly a vector without requirements: it needs the vector's clock. */
static int plainness(const vector *v, const json *hello) {
  text why = {0};
  bool applies = !v->invalid && !v->acceptable && v->settled && judge_applies(v, hello, &why);
  text_free(&why);
  if (!applies) {
    return 0;
  }
  if (is_baseline(v)) {
    return 3;
  }
  return json_count(v->requires) == 0 ? 2 : strcmp(v->op, "verify") == 0 ? 1 : 0;
}

/* sample_of returns the plainest vector of the kind of `first`, the first of several. */
static const vector *sample_of(const visit *d, const vector *first) {
  const vector *sample = NULL;
  int best = 0;
  for (size_t i = 0; i < d->vectors->num; i++) {
    const vector *v = &d->vectors->items[i];
    int worth = is_same_kind(v, first) ? plainness(v, d->session->hello) : 0;
    if (worth > best) {
      best = worth;
      sample = v;
    }
  }
  return sample;
}

/* try_each asks one plain vector of each op and profile that is declared. */
static void try_each(visit *d) {
  const vector *items = d->vectors->items;
  bool any = false;
  for (size_t i = 0; i < d->vectors->num; i++) {
    size_t first = 0;
    while (!is_same_kind(&items[first], &items[i])) {
      first++;
    }
    const vector *sample = first == i ? sample_of(d, &items[i]) : NULL;
    if (sample != NULL) {
      try_vector(d, sample);
      any = true;
    }
  }
  if (!any) {
    say(d, false, "no vector applies: look at the ops, profiles and features of the hello");
  }
}

static void try_unknown_op(visit *d) {
  if (d->vectors->num == 0 || d->session->lost) {
    return;
  }
  vector v = d->vectors->items[0];
  v.op = "no-such-op";
  reply r;
  session_ask(d->session, &v, &r);
  bool fine = r.kind == REPLY_ANSWER && r.answer.status == ANSWER_UNSUPPORTED;
  say(d, fine,
      fine ? "an unknown op is answered unsupported"
           : "an unknown op must be answered with status unsupported");
  reply_free(&r);
}

static int examine(visit *d) {
  text end = {0};
  printf("Handshake\n");
  bool started = session_start(d->session);
  say(d, started, started ? "it starts and shakes hands" : text_str(&d->session->problem));
  if (started) {
    d->problems += doctor_hello(d->session->hello);
    printf("One vector of each kind\n");
    try_each(d);
    printf("Manners\n");
    try_unknown_op(d);
  }
  /* whoever crashed at the last question gets another chance to say goodbye; of exec-once the end
   * of each process was judged with its answer */
  bool alive =
      started && !d->session->target->is_once &&
      (d->session->target->is_ref || d->session->child.running || session_start(d->session));
  bool ended = session_end(d->session, &end);
  if (alive) {
    say(d, ended, ended ? "it ends with status 0 after bye" : text_str(&end));
  }
  text_free(&end);
  printf(d->problems == 0 ? "\nNothing is wrong with this shim.\n" : "\n%zu to mend.\n",
         d->problems);
  return !started ? EXIT_NO_START : d->problems > 0 ? EXIT_DEVIATIONS : EXIT_CONFORMANT;
}

int doctor_command(const options *o) {
  target t = {0};
  vector_set set = {0};
  text problem = {0};
  int status = EXIT_USAGE;
  if (!target_parse(o->arguments[0], o->shims, &t, &problem) ||
      !process_options_apply(o, &t, 1, &problem) || !vectors_load(o->vectors, &set, &problem)) {
    fprintf(stderr, "dciauth-conform: %s\n", problem.ptr);
  } else {
    signals_catch();
    warden_start();
    session s = {.target = &t, .suite = set.suite, .timeout = o->timeout, .hello_timeout = 30};
    visit d = {&s, &set, 0};
    status = examine(&d);
    warden_end();
  }
  target_free(&t);
  vectors_free(&set);
  text_free(&problem);
  return signals_came() ? EXIT_INTERRUPTED : status;
}
