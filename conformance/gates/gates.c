/* SPDX-License-Identifier: Apache-2.0 */
/* gates.c - a green run that ran nothing, or whose known failures are known no more, is none. */
#include "gates.h"

#include "file_place.h"
#include "file_write.h"
#include "protocol.h"
#include "visible.h"
#include "xfail_check.h"
#include "xfail_update.h"

static bool check_targets(const gates *g, const target *targets, size_t num, text *problem) {
  for (size_t i = 0; i < num && g->old.path != NULL; i++) {
    if (!baseline_has(&g->old, targets[i].name)) {
      text_printf(problem, "%s: says nothing of the target ", g->old.path);
      visible_put(problem, dciauth_str(targets[i].name), 80);
      text_puts(problem, ", but of:");
      baseline_put_targets(&g->old, problem);
      return false;
    }
  }
  return true;
}

/* check_names: entries are told apart by their target. */
static bool check_names(const options *o, const target *targets, size_t num, text *problem) {
  bool writes = o->write_xfail != NULL || o->update_xfail != NULL;
  for (size_t i = 1; i < num && writes; i++) {
    for (size_t j = 0; j < i; j++) {
      if (strcmp(targets[i].name, targets[j].name) == 0) {
        visible_put(problem, dciauth_str(targets[i].name), 80);
        text_puts(problem, ": named twice: a file of expected failures is written of each once");
        return false;
      }
    }
  }
  return true;
}

bool gates_open(const options *o, const vector_set *set, const target *targets, size_t num,
                gates *g, text *problem) {
  *g = (gates){.options = o, .vectors = set};
  const char *known = o->xfail != NULL ? o->xfail : o->update_xfail;
  if (!check_names(o, targets, num, problem)) {
    return false;
  }
  if (o->write_xfail != NULL && file_exists(o->write_xfail)) {
    text_printf(problem, "%s: is there already: --update-xfail changes it, or name another",
                o->write_xfail);
    return false;
  }
  if (o->update_xfail != NULL && !file_exists(o->update_xfail)) {
    text_printf(problem, "%s: is not there: --write-xfail makes it", o->update_xfail);
    return false;
  }
  if (known != NULL && !xfail_read(known, set->suite, &g->expected, problem)) {
    return false;
  }
  return o->baseline == NULL ||
         (baseline_read(o->baseline, &g->old, problem) && check_targets(g, targets, num, problem));
}

static const char *written_path(const gates *g) {
  const options *o = g->options;
  return o->write_xfail != NULL ? o->write_xfail : o->update_xfail;
}

bool gates_may_write(const gates *g, text *problem) {
  return written_path(g) == NULL || file_may_write(written_path(g), problem);
}

void gates_close(gates *g) {
  xfail_free(&g->expected);
  baseline_free(&g->old);
}

void gates_excuse(const gates *g, const result *r, const vector *v, outcome *o) {
  if (!outcome_is_failure(o->status)) {
    return;
  }
  const char *name = text_str(&r->name);
  const xfail_entry *e = xfail_find(&g->expected, name, v->id);
  if (e != NULL && !e->expired && xfail_fits(e, o)) {
    o->excuse = EXCUSE_EXPECTED;
  } else if (baseline_status(&g->old, name, v->id) == o->status) {
    o->excuse = EXCUSE_KNOWN;
  }
}

static void check_features(const options *o, const json *hello, result *r) {
  for (size_t i = 0; i < o->require.num; i++) {
    if (!protocol_lists(hello, "features", o->require.items[i])) {
      text_puts(&r->gate, "--require ");
      visible_put(&r->gate, dciauth_str(o->require.items[i]), 80);
      text_puts(&r->gate, ": the target does not declare this feature\n");
      r->too_little = true;
    }
  }
}

/* check_share: of the disputed vectors no target can be judged, so they do not count. */
static void check_share(const gates *g, bool sweeps, result *r) {
  size_t selected = 0, judged = 0;
  for (size_t i = 0; i < g->vectors->num; i++) {
    const vector *v = &g->vectors->items[i];
    if (v->sweep == sweeps && v->settled && options_select(g->options, v)) {
      selected++;
      judged += outcome_is_judged(r->outcomes[i].status) ? 1 : 0;
    }
  }
  double share = selected > 0 ? 100.0 * (double)judged / (double)selected : 100;
  if (share < g->options->min_run) {
    text_printf(&r->gate, "--min-run %g: %zu of %zu %s were judged, %.1f %%\n", g->options->min_run,
                judged, selected, sweeps ? "vectors of sweeps" : "vectors", share);
    r->too_little = true;
  }
}

/* check_any: what was lost is told otherwise. */
static void check_any(result *r) {
  if (result_judged(r) == 0 && result_count_of(r, OUTCOME_NOT_RUN) == 0) {
    text_puts(&r->gate, "nothing was judged: no vector has passed or failed\n");
    r->too_little = true;
  }
}

void gates_check(const gates *g, const json *hello, result *r) {
  if (!r->started) {
    return;
  }
  check_features(g->options, hello, r);
  check_any(r);
  if (!r->stopped) {
    check_share(g, false, r);
    check_share(g, true, r);
  }
  size_t before = r->gate.len;
  xfail_check(&g->expected, g->vectors, g->options, r, &r->gate);
  r->stale = r->gate.len > before;
  r->problem_is_known = baseline_had_problem(&g->old, text_str(&r->name)); /* nothing new */
}

static bool all_was_run(const result *results, size_t num) {
  bool all = true;
  for (size_t i = 0; i < num; i++) {
    all = all && results[i].authored.count[OUTCOME_NOT_RUN] == 0 &&
          results[i].sweeps.count[OUTCOME_NOT_RUN] == 0;
  }
  return all;
}

bool gates_write(const gates *g, const result *results, size_t num, bool interrupted, text *said,
                 text *problem) {
  const options *o = g->options;
  const char *path = written_path(g);
  if (path == NULL) {
    return true;
  }
  if (interrupted || !all_was_run(results, num)) {
    text_printf(said, "\n%s is not written: not all vectors were run\n", path);
    return true;
  }
  xfail_change change;
  text content = {0};
  xfail_put_updated(&g->expected, g->vectors, o, results, num, &content, &change);
  bool fine = file_write(path, text_span(&content), FILE_KEPT, problem);
  if (fine) {
    text_printf(said, "\n%s: %zu added, %zu changed, %zu dropped\n", path, change.added,
                change.changed, change.dropped);
  }
  text_free(&content);
  return fine;
}
