/* SPDX-License-Identifier: Apache-2.0 */
/* run.c - all targets, one after the other; then the table, the report and the exit status. */
#include "run.h"

#include "blind.h"
#include "memory.h"
#include "process_options.h"
#include "run_target.h"
#include "screen.h"
#include "signals.h"
#include "table.h"
#include "visible.h"
#include "warden.h"

#include <fnmatch.h>
#include <stdlib.h>

static int fail(int status, const char *problem) {
  fflush(stdout);
  fprintf(stderr, "dciauth-conform: %s\n", problem);
  return status;
}

/* worse orders exit statuses: a run that could not be trusted outweighs what it found. */
static int worse(int a, int b) {
  static const int order[] = {EXIT_RUNNER_FAILED, EXIT_NO_START, EXIT_NOTHING_RAN, EXIT_DEVIATIONS};
  for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
    if (a == order[i] || b == order[i]) {
      return order[i];
    }
  }
  return EXIT_CONFORMANT;
}

static void put_changes(const run_plan *plan, const result *results, size_t num, text *out) {
  for (size_t i = 0; i < num && plan->gates->old.path != NULL; i++) {
    baseline_put(&plan->gates->old, plan->vectors, plan->options, &results[i], out);
  }
}

static int run_all(const run_plan *plan, const target *targets, size_t num) {
  result *results = mem_alloc(num, sizeof *results);
  text words = {0};
  int status = EXIT_CONFORMANT;
  size_t done = 0;
  for (; done < num && !signals_came(); done++) {
    run_target(plan, &targets[done], &results[done]);
    status = worse(status, result_exit(&results[done]));
  }
  table_put(results, done, plan->vectors, plan->options, &words);
  put_changes(plan, results, done, &words);
  text problem = {0};
  if (!gates_write(plan->gates, results, done, signals_came(), &words, &problem)) {
    status = fail(EXIT_RUNNER_FAILED, problem.ptr);
  }
  text_free(&problem);
  fwrite(words.ptr, 1, words.len, stdout);
  for (size_t i = 0; i < done; i++) {
    result_free(&results[i], plan->vectors->num);
  }
  free(results);
  text_clear(&words);
  if (!report_close(plan->report, &words)) {
    status = fail(EXIT_RUNNER_FAILED, words.ptr);
  }
  text_free(&words);
  return status;
}

static uint32_t choose_seed(const options *o) {
  uint32_t seed = o->seed != NO_SEED ? (uint32_t)o->seed : blind_draw();
  if (o->blind) {
    printf("blind: --seed %lu repeats this order\n\n", (unsigned long)seed);
  }
  return seed;
}

static int run_with_targets(const options *o, const gates *g, const target *targets, size_t num) {
  report written;
  text problem = {0};
  run_plan plan = {o, g->vectors, &written, g, choose_seed(o)};
  int status = EXIT_RUNNER_FAILED;
  if (report_open(o, g->vectors->suite, &written, &problem)) {
    status = run_all(&plan, targets, num);
  } else {
    fail(EXIT_RUNNER_FAILED, problem.ptr);
  }
  text_free(&problem);
  return signals_came() ? EXIT_INTERRUPTED : status;
}

static bool parse_targets(const options *o, target *targets, size_t num, text *problem) {
  bool fine = true;
  for (size_t i = 0; i < num && fine; i++) {
    const char *spec = o->num_arguments > 0 ? o->arguments[i] : "ref";
    fine = target_parse(spec, o->shims, &targets[i], problem);
  }
  return fine && process_options_apply(o, targets, num, problem);
}

/* check_globs: a word that selects nothing is mistyped, and beside others nobody would see it. */
static bool check_globs(const options *o, const vector_set *set, text *problem) {
  for (size_t g = 0; g < o->select.num; g++) {
    bool any = false;
    for (size_t i = 0; i < set->num && !any; i++) {
      any = fnmatch(o->select.items[g], set->items[i].id, 0) == 0;
    }
    if (!any) {
      text_puts(problem, "--select ");
      visible_put(problem, dciauth_str(o->select.items[g]), 200);
      text_puts(problem, ": no vector has such an id: see `dciauth-conform list`");
      return false;
    }
  }
  return true;
}

static bool is_any_selected(const options *o, const vector_set *set, text *problem) {
  bool any = false;
  for (size_t i = 0; i < set->num && !any; i++) {
    any = options_select(o, &set->items[i]);
  }
  if (!any) {
    text_puts(problem, "no vector is selected: see `dciauth-conform list`");
  }
  return any;
}

int run_command(const options *o) {
  size_t num = o->num_arguments > 0 ? o->num_arguments : 1;
  target *targets = mem_alloc(num, sizeof *targets);
  vector_set set = {0};
  gates g = {0};
  text problem = {0};
  int status;
  if (!parse_targets(o, targets, num, &problem) || !vectors_load(o->vectors, &set, &problem)) {
    status = fail(EXIT_USAGE, problem.ptr);
  } else if (!check_globs(o, &set, &problem) || !is_any_selected(o, &set, &problem)) {
    status = fail(EXIT_NOTHING_RAN, problem.ptr);
  } else if (!gates_open(o, &set, targets, num, &g, &problem)) {
    status = fail(EXIT_USAGE, problem.ptr);
  } else if (!gates_may_write(&g, &problem)) {
    status = fail(EXIT_RUNNER_FAILED, problem.ptr);
  } else {
    signals_catch();
    if (o->debugger != NULL) {
      signals_leave_interrupt();
    }
    warden_start();
    screen_init();
    status = run_with_targets(o, &g, targets, num);
    warden_end();
  }
  for (size_t i = 0; i < num; i++) {
    target_free(&targets[i]);
  }
  free(targets);
  gates_close(&g);
  vectors_free(&set);
  text_free(&problem);
  return status;
}
