/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_name.h - what the mistakes of a target are called. */
#ifndef CONFORM_MISTAKE_NAME_H
#define CONFORM_MISTAKE_NAME_H

#include "options.h"
#include "result.h"

/* mistake_name_all fills `mistake` of every selected outcome with hints. Often several mistakes
 * have the same effect on one vector; then the one counts that explains most failures of the
 * target. Two that explain equally many are both named, "A or B", and so are mistakes in different
 * parts, "A; B". */
void mistake_name_all(const vector_set *set, const options *o, outcome *outcomes);

/* mistake_put_counts appends "12 failures look like: A (9), B (3)" for the selected authored
 * vectors or sweeps, or nothing. */
void mistake_put_counts(const vector_set *set, const options *o, const outcome *outcomes,
                        bool sweeps, text *out);

#endif
