/* SPDX-License-Identifier: Apache-2.0 */
/* outcome.h - what one vector says of one target. */
#ifndef CONFORM_OUTCOME_H
#define CONFORM_OUTCOME_H

#include "text.h"

/* OUTCOME_LIST: X(identifier, word in reports). NONE: not run yet. */
#define OUTCOME_LIST(X)                                                                            \
  X(NONE, "none")                                                                                  \
  X(PASS, "pass")                                                                                  \
  X(FAIL, "fail")                                                                                  \
  X(NOT_APPLICABLE, "n/a")                                                                         \
  X(UNREPRESENTABLE, "unrepresentable")                                                            \
  X(DISPUTED, "disputed")                                                                          \
  X(VACUOUS, "vacuous")                                                                            \
  X(CRASH, "crash")                                                                                \
  X(TIMEOUT, "timeout")                                                                            \
  X(PROTOCOL_ERROR, "protocol_error")                                                              \
  X(SHIM_ERROR, "error")                                                                           \
  X(NOT_RUN, "not_run")

typedef enum {
#define OUTCOME_X(id, word) OUTCOME_##id,
  OUTCOME_LIST(OUTCOME_X)
#undef OUTCOME_X
      OUTCOME_NUM
} outcome_status;

/* hint: in these parts of what is signed (mistake_parts.h) the target answered what a known
 * mistake gives. */
typedef struct {
  unsigned mistake, parts;
  bool named; /* in outcome.mistake, and not as an alternative */
} hint;

/* excuse_kind: why a failure does not make the run fail: a file of expected failures has it, or an
 * earlier report. */
typedef enum { EXCUSE_NONE, EXCUSE_EXPECTED, EXCUSE_KNOWN, EXCUSE_NUM } excuse_kind;

/* outcome: `expected` and `actual` are the one line where the two part, `line` and `byte` count
 * from 1 (0: there is no such place). */
typedef struct {
  outcome_status status;
  excuse_kind excuse;
  const char *answered; /* the status of the answer; NULL: there was none */
  char stage[48]; /* where it parted: "canonical_request", "authorization Credential", "decision" */
  size_t line, byte;
  bool multiline; /* the stage has several lines */
  bool matched;   /* of DISPUTED: the result was the expected one */
  bool flaky;
  text expected, actual;
  text message; /* visible text beside, or instead of, the two values */
  text warning; /* right, but for another reason than the vector's */
  text noise;   /* the end of standard error */
  hint *hints;
  size_t num_hints;
  text mistake; /* what the hints are called, once the whole run is known */
} outcome;

/* outcome_name returns the word of a status, excuse_name that of an excuse: "expected". */
const char *outcome_name(outcome_status status);
const char *excuse_name(excuse_kind excuse);

/* outcome_is_failure says whether a status makes a run fail; outcome_is_judged whether it is that
 * or a pass; outcome_is_news whether it is a failure without an excuse. */
bool outcome_is_failure(outcome_status status);
bool outcome_is_judged(outcome_status status);
bool outcome_is_news(const outcome *o);

void outcome_free(outcome *o);

#endif
