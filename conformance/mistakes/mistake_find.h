/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_find.h - which known mistakes give what a target answered? */
#ifndef CONFORM_MISTAKE_FIND_H
#define CONFORM_MISTAKE_FIND_H

#include "json.h"
#include "outcome.h"
#include "vectors.h"

/* mistake_find adds to the outcome of a signing vector that failed what is found in the `out` of
 * the answer. Nothing is found where the vector expects a refusal. */
void mistake_find(const vector *v, const json *out, outcome *o);

#endif
