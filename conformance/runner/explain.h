/* SPDX-License-Identifier: Apache-2.0 */
/* explain.h - a failure in words. */
#ifndef CONFORM_EXPLAIN_H
#define CONFORM_EXPLAIN_H

#include "result.h"

/* explain_put appends what is wrong: where the result parts from the expected one, both values with
 * a mark at the first byte that differs, the vector's comment. */
void explain_put(const vector *v, const outcome *o, text *out);

/* explain_place appends "canonical_request, line 3, byte 17". */
void explain_place(const outcome *o, text *out);

#endif
