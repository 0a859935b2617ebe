/* SPDX-License-Identifier: Apache-2.0 */
/* run_blind.h - all selected vectors against one target that is not to know which is which. */
#ifndef CONFORM_RUN_BLIND_H
#define CONFORM_RUN_BLIND_H

#include "run_target.h"
#include "session.h"

/* run_blind asks each selected vector, and each twin of one, twice, in an order of the session's
 * seed, and fills the outcomes. Those that it did not get to ask twice keep OUTCOME_NONE: the
 * target was lost, a signal came, or the first failure ended it. */
void run_blind(const run_plan *plan, session *s, result *r);

#endif
