/* SPDX-License-Identifier: Apache-2.0 */
/* runs.h - what report files say, in memory: the one thing that every report is made of, whether
 * the run has just ended or was last year's. */
#ifndef CONFORM_RUNS_H
#define CONFORM_RUNS_H

#include "pool.h"
#include "result.h"

/* entry is what one vector says of one target. Strings are "" where nothing was said. */
typedef struct {
  const char *id, *title, *group; /* group: "aws4/query" */
  const char *severity, *comment, *replay;
  bool sweep;
  outcome result;
} entry;

/* run is one target of one report file. */
typedef struct {
  const char *name;  /* as asked for */
  const char *title; /* the implementation's own name and version */
  const char *label; /* the title, with more behind it where two have the same */
  const char *suite, *runner, *file;
  const char *problem;   /* why it did not start, or how it ended badly; "": neither */
  const char *gates;     /* why it fails beside its failures, a line each; "": for nothing else */
  bool problem_is_known; /* an earlier report had one, too */
  bool interrupted, ended;
  bool stopped; /* at its first failure, as asked */
  bool blind;   /* and drawn by this seed */
  size_t seed;
  entry *entries;
  size_t num;
  tally authored, sweeps;
} run;

typedef struct runs {
  run *items;
  size_t num;
  pool texts;
} runs;

/* runs_finish labels the runs and checks that each has ended. False: `problem` says which has
 * not. */
bool runs_finish(runs *all, text *problem);
void runs_free(runs *all);

/* run_is_bad says whether there is anything that makes the run fail: what has an excuse does not.
 */
bool run_is_bad(const run *r);

/* run_news counts its failures without an excuse, run_excused those with one, runs_excused those of
 * all runs. */
size_t run_news(const run *r);
size_t run_excused(const run *r);
size_t runs_excused(const runs *all);

/* entry_name returns the last part of the id, "bare-plus"; entry_is_told says whether there is more
 * to tell than a count: a failure, or what does not gate but is not as the suite has it. */
const char *entry_name(const entry *e);
bool entry_is_told(const entry *e);

#endif
