/* SPDX-License-Identifier: Apache-2.0 */
/* process_options.c - --jobs, --env, --debugger and --policy. An option that would do nothing is
 * refused: whoever gave it expects something of it. */
#include "process_options.h"

static bool fail(text *problem, const char *option, const char *what, const target *t) {
  text_printf(problem, "%s %s: %s %s", option, what, t->name,
              t->is_ref    ? "has none"
              : t->is_once ? "has a process for each request"
                           : "keeps one process");
  return false;
}

static bool check_jobs(const options *o, const target *t, text *problem) {
  if (o->jobs <= 1 || t->is_once) {
    return true;
  }
  return fail(problem, "--jobs", "is for targets of the kind exec-once", t);
}

static bool check_debugger(const options *o, const target *t, size_t num, text *problem) {
  if (o->debugger == NULL) {
    return true;
  }
  if (num > 1 || o->jobs > 1) {
    text_puts(problem, "--debugger takes one target, and one job at a time");
    return false;
  }
  return !t->is_ref || fail(problem, "--debugger", "is for a target that is a process", t);
}

static bool check_env(const options *o, const target *t, text *problem) {
  for (size_t i = 0; i < o->env.num; i++) {
    const char *equals = strchr(o->env.items[i], '=');
    if (equals == NULL || equals == o->env.items[i]) {
      text_printf(problem, "--env %s: NAME=VALUE belongs here", o->env.items[i]);
      return false;
    }
  }
  return o->env.num == 0 || !t->is_ref ||
         fail(problem, "--env", "is for targets that are a process", t);
}

static bool check_policy(const options *o, const target *targets, size_t num, text *problem) {
  bool any = o->policy == NULL;
  for (size_t i = 0; i < num && !any; i++) {
    any = targets[i].is_ref;
  }
  if (!any) {
    text_puts(problem, "--policy is for the target ref; dciauth-shim takes it, too, in the command "
                       "of an exec: target");
  }
  return any;
}

static void give(const options *o, target *t) {
  for (size_t i = 0; i < o->env.num; i++) {
    target_add_env(t, o->env.items[i]);
  }
  t->debugger = o->debugger;
}

bool process_options_apply(const options *o, target *targets, size_t num, text *problem) {
  if (!check_policy(o, targets, num, problem)) {
    return false;
  }
  for (size_t i = 0; i < num; i++) {
    if (!check_jobs(o, &targets[i], problem) || !check_env(o, &targets[i], problem) ||
        !check_debugger(o, &targets[i], num, problem)) {
      return false;
    }
    give(o, &targets[i]);
  }
  return true;
}
