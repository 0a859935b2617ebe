/* SPDX-License-Identifier: Apache-2.0 */
/* result.h - what a run says of one target. */
#ifndef CONFORM_RESULT_H
#define CONFORM_RESULT_H

#include "meaning.h"
#include "vectors.h"

/* tally counts outcomes: of the vectors that were written one by one, or of the sweeps. */
typedef struct {
  size_t count[OUTCOME_NUM];
  size_t total, warnings, disputed_matched;
  size_t expected, known; /* failures with an excuse */
  size_t meaning[MEANING_NUM];
} tally;

typedef struct {
  text name;         /* as asked for */
  text title;        /* with the implementation's own name and version */
  outcome *outcomes; /* one for each vector of the set; counted are the selected ones */
  tally authored, sweeps;
  bool started;
  bool replay_failed;     /* a replay file could not be written */
  text problem;           /* why it did not start, or how it ended badly */
  bool problem_is_known;  /* the earlier report has one, too */
  bool stopped;           /* at its first failure, since that is what was asked for */
  bool too_little, stale; /* too little ran; the file of expected failures does not fit */
  text gate;              /* the same in words, a line each */
  bool blind;             /* and drawn by this seed */
  uint32_t seed;
} result;

/* tally_count adds an outcome, with its vector's severity; result_count that of a selected vector.
 */
void tally_count(tally *t, const char *severity, const outcome *o);
void result_count(result *r, const vector *v, const outcome *o);

/* tally_failed: how many are a failure in a report: wrong, against the protocol, or the shim's own
 * error. Crashes and time-outs are counted apart; tally_bad has them too, and tally_news those of
 * tally_bad that have no excuse, tally_excused the others. */
size_t tally_failed(const tally *t);
size_t tally_bad(const tally *t);
size_t tally_news(const tally *t);
size_t tally_excused(const tally *t);

/* result_count_of counts an outcome in both tallies; result_judged what passed or failed. */
size_t result_count_of(const result *r, outcome_status status);
size_t result_judged(const result *r);

/* result_exit returns the exit status that this target alone asks for. */
int result_exit(const result *r);

void result_free(result *r, size_t num_vectors);

/* EXIT_*: the exit statuses of a run. */
enum {
  EXIT_CONFORMANT = 0,
  EXIT_DEVIATIONS = 1,
  EXIT_USAGE = 2,
  EXIT_NO_START = 3,
  EXIT_NOTHING_RAN = 4,
  EXIT_RUNNER_FAILED = 5,
  EXIT_INTERRUPTED = 130
};

#endif
