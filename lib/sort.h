/* SPDX-License-Identifier: Apache-2.0 */
/* sort.h - a stable sort of pairs, n log n whatever the input. */
#ifndef DCIAUTH_SORT_H
#define DCIAUTH_SORT_H

#include "span.h"

/* sort_item is a pair with the first 16 bytes of its name as two numbers: most comparisons need no
 * more. */
typedef struct {
  uint64_t first, second;
  const dciauth_pair *pair;
} sort_item;

sort_item sort_item_of(const dciauth_pair *pair);

/* sort_items sorts items[0..num) by name, then by value if asked, with room for as many in spare.
 * What is equal stays in its order. */
void sort_items(sort_item *items, size_t num, bool by_value, sort_item *spare);

#endif
