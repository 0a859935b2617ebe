/* SPDX-License-Identifier: Apache-2.0 */
/* sort.h - a stable sort by one or two keys, n log n whatever the input. */
#ifndef DCIAUTH_SORT_H
#define DCIAUTH_SORT_H

#include "span.h"

/* sort_item is ordered by key, then by tie, then by its place in the input; `index` is the
 * caller's. */
typedef struct {
  dciauth_span key, tie;
  size_t index;
} sort_item;

/* sort_items sorts items[0..num) with room for as many in spare. */
void sort_items(sort_item *items, size_t num, sort_item *spare);

#endif
