/* SPDX-License-Identifier: Apache-2.0 */
/* sweeps.h - a sweep is an area of vectors that differ in one value, every byte say. Its failures
 * have few causes, so they are told together. */
#ifndef CONFORM_SWEEPS_H
#define CONFORM_SWEEPS_H

#include "options.h"
#include "result.h"

typedef struct {
  const vector *first; /* of the area */
  size_t num, failed;  /* without those that have an excuse */
  size_t first_failed; /* index in the set, if any failed */
} sweep;

typedef struct {
  sweep *items;
  size_t num;
} sweeps;

/* sweeps_collect lists the sweeps among the selected vectors, in their order. Without outcomes
 * (NULL) none has failed. */
void sweeps_collect(const vector_set *set, const outcome *outcomes, const options *o, sweeps *out);
void sweeps_free(sweeps *s);

/* sweeps_put_area appends "aws4/sweep-path"; sweeps_put_failed
 * "aws4/sweep-path: 63 of 256 differ, first byte-20". */
void sweeps_put_area(const sweep *s, text *out);
void sweeps_put_failed(const sweep *s, const vector_set *set, text *out);

#endif
