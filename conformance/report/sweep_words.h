/* SPDX-License-Identifier: Apache-2.0 */
/* sweep_words.h - which vectors of a sweep fail, in few words. */
#ifndef CONFORM_SWEEP_WORDS_H
#define CONFORM_SWEEP_WORDS_H

#include "matrix.h"

/* sweep is the vectors of a sweep in a run that fail with one excuse, or without one. */
typedef struct {
  const matrix *matrix;
  size_t column, row;
  excuse_kind excuse;
} sweep;

/* sweep_put_failed appends their names: "byte-00 … byte-1f (32), byte-22"; a dash where they stand
 * one behind the other. */
void sweep_put_failed(const run *r, const sweep *s, text *out);

/* sweep_first_failed returns the first of them, or NULL. */
const entry *sweep_first_failed(const run *r, const sweep *s);

#endif
