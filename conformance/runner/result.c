/* SPDX-License-Identifier: Apache-2.0 */
/* result.c - counts, and what they mean for the exit status. */
#include "result.h"

#include <stdlib.h>

void result_count(result *r, const outcome *o) {
  r->total++;
  r->count[o->status]++;
  r->warnings += o->warning.len > 0 ? 1 : 0;
  r->disputed_matched += o->status == OUTCOME_DISPUTED && o->matched ? 1 : 0;
}

size_t result_failed(const result *r) {
  return r->count[OUTCOME_FAIL] + r->count[OUTCOME_PROTOCOL_ERROR] + r->count[OUTCOME_SHIM_ERROR];
}

int result_exit(const result *r) {
  size_t bad = result_failed(r) + r->count[OUTCOME_CRASH] + r->count[OUTCOME_TIMEOUT];
  if (r->replay_failed) {
    return EXIT_RUNNER_FAILED;
  }
  if (!r->started || r->count[OUTCOME_NOT_RUN] > 0) {
    return EXIT_NO_START;
  }
  if (bad + r->count[OUTCOME_PASS] == 0) {
    return EXIT_NOTHING_RAN;
  }
  return bad > 0 || r->problem.len > 0 ? EXIT_DEVIATIONS : EXIT_CONFORMANT;
}

void result_free(result *r, size_t num_vectors) {
  for (size_t i = 0; r->outcomes != NULL && i < num_vectors; i++) {
    outcome_free(&r->outcomes[i]);
  }
  free(r->outcomes);
  text_free(&r->name);
  text_free(&r->title);
  text_free(&r->problem);
  *r = (result){0};
}
