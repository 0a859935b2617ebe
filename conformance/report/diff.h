/* SPDX-License-Identifier: Apache-2.0 */
/* diff.h - a value with a mark at one byte. */
#ifndef CONFORM_DIFF_H
#define CONFORM_DIFF_H

#include "text.h"

/* diff is a value in three pieces, as visible text (visible.h). */
typedef struct {
  text before, mark, after; /* mark: the character that holds the byte */
  bool marked;
  bool ends; /* the byte would be behind the last one: mark is empty */
} diff;

/* diff_cut cuts a value at byte `byte`, counted from 1; 0: there is no mark. Of a long value a
 * window around the mark is left, with "…" for the rest. Call diff_free. */
void diff_cut(const text *value, size_t byte, diff *out);
void diff_free(diff *d);

#endif
