/* SPDX-License-Identifier: Apache-2.0 */
/* meanings.h - the wrong verdicts of a verifier in plain words, the worst first. */
#ifndef CONFORM_MEANINGS_H
#define CONFORM_MEANINGS_H

#include "options.h"
#include "result.h"

/* meanings_put appends a line for each meaning that a selected outcome has, with the first ids:
 * "2 high: a captured request can be repurposed, or outlives its time (aws4/verify/…)". */
void meanings_put(const result *r, const vector_set *set, const options *o, bool of_sweeps,
                  text *out);

#endif
