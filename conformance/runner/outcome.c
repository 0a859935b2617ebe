/* SPDX-License-Identifier: Apache-2.0 */
/* outcome.c - names and kinds of outcomes. */
#include "outcome.h"

#include <stdlib.h>

const char *outcome_name(outcome_status status) {
  static const char *const names[] = {
#define OUTCOME_X(id, word) word,
      OUTCOME_LIST(OUTCOME_X)
#undef OUTCOME_X
  };
  return names[status];
}

const char *excuse_name(excuse_kind excuse) {
  static const char *const names[] = {"none", "expected", "known"};
  return names[excuse];
}

bool outcome_is_failure(outcome_status status) {
  return status == OUTCOME_FAIL || status == OUTCOME_CRASH || status == OUTCOME_TIMEOUT ||
         status == OUTCOME_PROTOCOL_ERROR || status == OUTCOME_SHIM_ERROR;
}

bool outcome_is_judged(outcome_status status) {
  return status == OUTCOME_PASS || outcome_is_failure(status);
}

bool outcome_is_news(const outcome *o) {
  return outcome_is_failure(o->status) && o->excuse == EXCUSE_NONE;
}

void outcome_free(outcome *o) {
  text_free(&o->expected);
  text_free(&o->actual);
  text_free(&o->message);
  text_free(&o->warning);
  text_free(&o->noise);
  free(o->hints);
  text_free(&o->mistake);
  *o = (outcome){0};
}
