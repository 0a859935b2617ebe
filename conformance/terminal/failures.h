/* SPDX-License-Identifier: Apache-2.0 */
/* failures.h - the failures of a target, told on standard output. */
#ifndef CONFORM_FAILURES_H
#define CONFORM_FAILURES_H

#include "options.h"
#include "result.h"

/* failures_explain prints the selected failures that are explained, and how many are not. It waits
 * for the end of the run, when it is known which tell most. */
void failures_explain(const result *r, const vector_set *set, const options *o);

#endif
