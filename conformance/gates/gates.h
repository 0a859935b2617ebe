/* SPDX-License-Identifier: Apache-2.0 */
/* gates.h - what a run must be besides free of failures: enough, and as it is known to be. */
#ifndef CONFORM_GATES_H
#define CONFORM_GATES_H

#include "baseline.h"
#include "target.h"
#include "xfail.h"

typedef struct {
  const options *options;
  const vector_set *vectors;
  xfail expected; /* path NULL: none */
  baseline old;   /* the same */
} gates;

/* gates_open reads the files that the options name, before anything runs. False: `problem` says
 * what is wrong with which. Call gates_close in either case. */
bool gates_open(const options *o, const vector_set *set, const target *targets, size_t num,
                gates *g, text *problem);
void gates_close(gates *g);

/* gates_may_write says whether the file of expected failures that is asked for can be written. */
bool gates_may_write(const gates *g, text *problem);

/* gates_excuse sets the excuse of a failure that is expected, or was in the earlier report. */
void gates_excuse(const gates *g, const result *r, const vector *v, outcome *o);

/* gates_check looks at a target that has run: does it declare what is required, was enough judged,
 * does the file of expected failures fit? Fills what the result has of gates. */
void gates_check(const gates *g, const json *hello, result *r);

/* gates_write writes the file of expected failures that was asked for, if the run was whole; `said`
 * tells what is in it. False: it could not be written, see problem. */
bool gates_write(const gates *g, const result *results, size_t num, bool interrupted, text *said,
                 text *problem);

#endif
