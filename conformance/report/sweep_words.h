/* SPDX-License-Identifier: Apache-2.0 */
/* sweep_words.h - which vectors of a sweep fail, in few words. */
#ifndef CONFORM_SWEEP_WORDS_H
#define CONFORM_SWEEP_WORDS_H

#include "matrix.h"

/* sweep_put_failed appends the names of the failures of a sweep: "byte-00 … byte-1f (32), byte-22";
 * a dash where its vectors stand one behind the other. */
void sweep_put_failed(const run *r, const matrix *m, size_t column, size_t row, text *out);

/* sweep_first_failed returns the first of them, or NULL. */
const entry *sweep_first_failed(const run *r, const matrix *m, size_t column, size_t row);

#endif
