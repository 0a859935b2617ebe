/* SPDX-License-Identifier: Apache-2.0 */
/* run_order.h - the order in which a run asks. */
#ifndef CONFORM_RUN_ORDER_H
#define CONFORM_RUN_ORDER_H

#include "options.h"

/* run_order fills `order`, which has room for every vector of the set, with the indices of those
 * that a run of the target may ask, in the order in which it would, and returns how many there are:
 * the selected ones that apply, sweeps last, each negative followed by its valid twin. */
size_t run_order(const vector_set *set, const options *o, const json *hello, size_t *order);

#endif
