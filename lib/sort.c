/* SPDX-License-Identifier: Apache-2.0 */
/* sort.c - what there are few of is ranked, mostly; else insertion sort for short runs, merged
 * bottom-up: an attacker chooses the order and the number of headers and arguments, so the worst
 * case counts. */
#include "sort.h"

enum { FEW = 8, MAX_RUN = 16, RUNS = 1024 };

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

/* merge_runs merges the runs of `width` items and those that come of it, until they are `end` long:
 * from items to spare and back, as often as it takes. Returns which of the two they are in. */
static sort_item *merge_runs(sort_item *items, size_t num, size_t width, size_t end, bool by_value,
                             sort_item *spare) {
  for (; width < end; width *= 2) {
    for (size_t low = 0; low < num; low += 2 * width) {
      merge(items, low, at_most(low + width, num), at_most(low + 2 * width, num), by_value, spare);
    }
    sort_item *sorted = spare;
    spare = items;
    items = sorted;
  }
  return items;
}

/* run_of returns how many to sort by insertion: of such runs there are a power of two, or hardly
 * fewer, so that no pass merges a large part with a small one. */
static size_t run_of(size_t num) {
  while (num > MAX_RUN) {
    num = num / 2 + num % 2;
  }
  return num;
}

sort_item *sort_items(sort_item *items, size_t num, bool by_value, sort_item *spare) {
  if (num <= FEW && rank(items, num, spare)) {
    return spare;
  }
  size_t width = run_of(num);
  size_t block = RUNS * width; /* with its spare room it stays in a cache */
  sort_item *sorted = items;
  for (size_t low = 0; low < num; low += block) {
    size_t here = at_most(block, num - low);
    for (size_t run = 0; run < here; run += width) {
      sort_run(items + low + run, at_most(width, here - run), by_value);
    }
    sorted = merge_runs(items + low, here, width, at_most(num, block), by_value, spare + low) - low;
  }
  return merge_runs(sorted, num, block, num, by_value, sorted == items ? spare : items);
}
