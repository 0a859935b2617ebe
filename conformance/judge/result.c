/* SPDX-License-Identifier: Apache-2.0 */
/* result.c - counts, and what they mean for the exit status. */
#include "result.h"

#include <stdlib.h>

void tally_count(tally *t, const char *severity, const outcome *o) {
  meaning m = meaning_of(severity, o);
  t->total++;
  t->count[o->status]++;
  t->warnings += o->warning.len > 0 ? 1 : 0;
  t->expected += o->excuse == EXCUSE_EXPECTED ? 1 : 0;
  t->known += o->excuse == EXCUSE_KNOWN ? 1 : 0;
  t->disputed_matched += o->status == OUTCOME_DISPUTED && o->matched ? 1 : 0;
  if (m != MEANING_NONE) {
    t->meaning[m]++;
  }
}

void result_count(result *r, const vector *v, const outcome *o) {
  tally_count(v->sweep ? &r->sweeps : &r->authored, v->severity, o);
}

size_t tally_failed(const tally *t) {
  return t->count[OUTCOME_FAIL] + t->count[OUTCOME_PROTOCOL_ERROR] + t->count[OUTCOME_SHIM_ERROR];
}

size_t tally_bad(const tally *t) {
  return tally_failed(t) + t->count[OUTCOME_CRASH] + t->count[OUTCOME_TIMEOUT];
}

size_t tally_excused(const tally *t) {
  return t->expected + t->known;
}

size_t tally_news(const tally *t) {
  return tally_bad(t) - tally_excused(t);
}

size_t result_count_of(const result *r, outcome_status status) {
  return r->authored.count[status] + r->sweeps.count[status];
}

size_t result_judged(const result *r) {
  return tally_bad(&r->authored) + tally_bad(&r->sweeps) + result_count_of(r, OUTCOME_PASS);
}

int result_exit(const result *r) {
  size_t news = tally_news(&r->authored) + tally_news(&r->sweeps);
  bool problem = r->problem.len > 0 && !r->problem_is_known;
  if (r->replay_failed) {
    return EXIT_RUNNER_FAILED;
  }
  if (!r->started || (result_count_of(r, OUTCOME_NOT_RUN) > 0 && !r->stopped)) {
    return EXIT_NO_START;
  }
  if (result_judged(r) == 0 || r->too_little) {
    return EXIT_NOTHING_RAN;
  }
  return news > 0 || problem || r->stale ? EXIT_DEVIATIONS : EXIT_CONFORMANT;
}

void result_free(result *r, size_t num_vectors) {
  for (size_t i = 0; r->outcomes != NULL && i < num_vectors; i++) {
    outcome_free(&r->outcomes[i]);
  }
  free(r->outcomes);
  text_free(&r->name);
  text_free(&r->title);
  text_free(&r->problem);
  text_free(&r->gate);
  *r = (result){0};
}
