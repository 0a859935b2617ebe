/* SPDX-License-Identifier: Apache-2.0 */
/* budget.h - which failures are worth explaining, when not all of them are. */
#ifndef CONFORM_BUDGET_H
#define CONFORM_BUDGET_H

#include "options.h"
#include "result.h"

/* budget_order fills `order`, which has room for every vector, with the indices of the selected
 * failures that have no excuse and are not of sweeps, the most telling first, and returns how many
 * there are: deviations at a stage; then decisions, crashes and the like by the severity of the
 * vector; then refusals and errors that escaped. Among equals the areas of the ids take turns. */
size_t budget_order(const vector_set *set, const outcome *outcomes, const options *o,
                    size_t *order);

#endif
