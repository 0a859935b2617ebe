/* SPDX-License-Identifier: Apache-2.0 */
/* sort.h - a stable sort of pairs, n log n whatever the input. */
#ifndef DCIAUTH_SORT_H
#define DCIAUTH_SORT_H

#include "span.h"

/* sort_item is a pair with the first 16 bytes of its name as two numbers that compare as they do:
 * most comparisons need no more. A shorter name is filled up with zeros, which order first. */
typedef struct {
  uint64_t first, second;
  const dciauth_pair *pair;
} sort_item;

/* sort_item_set_to is for who has the name's words already. */
static inline void sort_item_set_to(sort_item *item, const dciauth_pair *pair,
                                    const uint64_t words[2]) {
  item->first = word_turned(words[0]);
  item->second = word_turned(words[1]);
  item->pair = pair;
}

static inline void sort_item_set(sort_item *item, const dciauth_pair *pair) {
  uint64_t words[2];
  word_two_of(pair->name, words);
  sort_item_set_to(item, pair, words);
}

/* sort_same: the names are equal. */
static inline bool sort_same(const sort_item *a, const sort_item *b) {
  return a->first == b->first && a->second == b->second && span_eq(a->pair->name, b->pair->name);
}

/* sort_before: the name of a comes before that of b. */
static inline bool sort_before(const sort_item *a, const sort_item *b) {
  if (a->first != b->first) {
    return a->first < b->first;
  }
  return a->second != b->second ? a->second < b->second
                                : span_cmp(a->pair->name, b->pair->name) < 0;
}

/* sort_items sorts items[0..num) by name, then by value if asked, with room for as many in spare:
 * returns where they are then, which is one of the two. What is equal stays in its order. */
sort_item *sort_items(sort_item *items, size_t num, bool by_value, sort_item *spare);

#endif
