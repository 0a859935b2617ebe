/* SPDX-License-Identifier: Apache-2.0 */
/* sort.c - what there are few of is ranked, mostly; else insertion sort for short runs, merged
 * bottom-up: an attacker chooses the order and the number of headers and arguments, so the worst
 * case counts. */
#include "sort.h"

enum { RUN = 12, FEW = 8 };

/* is_after_whole compares what begins with the same 16 bytes, or is filled up to them. */
static bool is_after_whole(const dciauth_pair *a, const dciauth_pair *b, bool by_value) {
  int order = span_cmp(a->name, b->name);
  return order > 0 || (order == 0 && by_value && span_cmp(a->value, b->value) > 0);
}

static bool is_after(const sort_item *a, const sort_item *b, bool by_value) {
  if (a->first != b->first) {
    return a->first > b->first;
  }
  return a->second != b->second ? a->second > b->second
                                : is_after_whole(a->pair, b->pair, by_value);
}

static void sort_run(sort_item *items, size_t num, bool by_value) {
  for (size_t i = 1; i < num; i++) {
    if (!is_after(&items[i - 1], &items[i], by_value)) {
      continue;
    }
    sort_item item = items[i];
    size_t at = i;
    for (; at > 0 && is_after(&items[at - 1], &item, by_value); at--) {
      items[at] = items[at - 1];
    }
    items[at] = item;
  }
}

static size_t at_most(size_t a, size_t b) {
  return a < b ? a : b;
}

/* merge merges from[low..middle) and from[middle..high) into to[low..high). */
static void merge(const sort_item *from, size_t low, size_t middle, size_t high, bool by_value,
                  sort_item *to) {
  const sort_item *left = from + low;
  const sort_item *right = from + middle;
  for (size_t at = low; at < high; at++) {
    bool left_ends = left == from + middle;
    bool right_ends = right == from + high;
    bool take_right = left_ends || (!right_ends && is_after(left, right, by_value));
    to[at] = take_right ? *right : *left;
    left += take_right ? 0 : 1;
    right += take_right ? 1 : 0;
  }
}

/* rank counts for each item the smaller ones: that is its place, if all begin differently, and only
 * then is the sum of the places that of 0 to num - 1. No comparison decides where to go on, since
 * its outcome can seldom be predicted. */
static bool rank(const sort_item *items, size_t num, sort_item *out) {
  size_t sum = 0;
  for (size_t i = 0; i < num; i++) {
    size_t place = 0;
    for (size_t k = 0; k < num; k++) {
      place += items[k].first < items[i].first;
    }
    out[place] = items[i];
    sum += place;
  }
  return 2 * sum == num * (num - 1);
}

sort_item *sort_items(sort_item *items, size_t num, bool by_value, sort_item *spare) {
  if (num <= FEW && rank(items, num, spare)) {
    return spare;
  }
  for (size_t low = 0; low < num; low += RUN) {
    sort_run(items + low, at_most(RUN, num - low), by_value);
  }
  sort_item *from = items;
  sort_item *to = spare;
  for (size_t width = RUN; width < num; width *= 2) {
    for (size_t low = 0; low < num; low += 2 * width) {
      merge(from, low, at_most(low + width, num), at_most(low + 2 * width, num), by_value, to);
    }
    sort_item *sorted = to;
    to = from;
    from = sorted;
  }
  return from;
}
