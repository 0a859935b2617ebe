/* SPDX-License-Identifier: Apache-2.0 */
/* judge.h - from what a target did with a vector to its outcome. */
#ifndef CONFORM_JUDGE_H
#define CONFORM_JUDGE_H

#include "reason.h"
#include "session.h"

/* judge_applies says whether the target declares all that the vector needs, and whether its answer
 * could be compared; `why` says what is lacking. */
bool judge_applies(const vector *v, const json *hello, text *why);

/* judge_rules are what the user wants beside the vectors. Zero is the usual case. */
typedef struct {
  bool allow_raised; /* an error that escaped is a refusal where the vector wants one */
  reason_rules reasons;
} judge_rules;

/* judge_reply fills the outcome of a vector that was run. */
void judge_reply(const vector *v, const json *hello, const judge_rules *rules, reply *r,
                 outcome *o);

/* judge_twin turns the pass of a negative whose valid twin did not pass into a vacuous one. */
void judge_twin(const vector *v, const vector *twin, const outcome *of_twin, outcome *o);

#endif
