/* SPDX-License-Identifier: Apache-2.0 */
/* tell.h - an entry in words, for the reports that are plain text. */
#ifndef CONFORM_TELL_H
#define CONFORM_TELL_H

#include "runs.h"

/* tell_place appends "canonical_request, line 3, byte 1". */
void tell_place(const entry *e, text *out);

/* tell_reason appends why an entry is no pass, in one line: "expected failure: " stands first where
 * it has an excuse. */
void tell_reason(const entry *e, text *out);

/* tell_body appends all there is of a failure, in lines: both values with a mark below, the
 * mistake, the message, the comment of the vector, the command that repeats it, standard error.
 * Clean text (clean.h). */
void tell_body(const entry *e, text *out);

/* tell_problem appends what is wrong with the target itself, if anything, behind "known problem: "
 * where that is nothing new; tell_notes what else is to be known of the run, a line each: that it
 * was interrupted, or stopped, or blind. Not clean. */
void tell_problem(const run *r, text *out);
void tell_notes(const run *r, text *out);

/* tell_counts appends "594 vectors: 520 pass, 60 deviate, 14 not applicable". */
void tell_counts(const tally *t, const char *what, text *out);

/* tell_meanings appends "2 critical: no key is needed; 1 honest request is refused": what a
 * verifier's wrong verdicts mean, those of sweeps included. Nothing, if there are none. */
void tell_meanings(const run *r, text *out);

#endif
