/* SPDX-License-Identifier: Apache-2.0 */
/* sort.c - insertion sort for the short runs that requests are made of, merged bottom-up: an
 * attacker chooses the order and the number of headers and arguments, so the worst case counts. */
#include "sort.h"

enum { RUN = 12 };

static bool is_after(const sort_item *a, const sort_item *b) {
  int order = span_cmp(a->key, b->key);
  return order > 0 || (order == 0 && span_cmp(a->tie, b->tie) > 0);
}

static void sort_run(sort_item *items, size_t num) {
  for (size_t i = 1; i < num; i++) {
    sort_item item = items[i];
    size_t at = i;
    for (; at > 0 && is_after(&items[at - 1], &item); at--) {
      items[at] = items[at - 1];
    }
    items[at] = item;
  }
}

static size_t at_most(size_t a, size_t b) {
  return a < b ? a : b;
}

/* merge merges from[low..middle) and from[middle..high) into to[low..high). */
static void merge(const sort_item *from, size_t low, size_t middle, size_t high, sort_item *to) {
  size_t left = low;
  size_t right = middle;
  for (size_t at = low; at < high; at++) {
    bool take_right = left == middle || (right < high && is_after(&from[left], &from[right]));
    to[at] = take_right ? from[right++] : from[left++];
  }
}

void sort_items(sort_item *items, size_t num, sort_item *spare) {
  for (size_t low = 0; low < num; low += RUN) {
    sort_run(items + low, at_most(RUN, num - low));
  }
  for (size_t width = RUN; width < num; width *= 2) {
    for (size_t low = 0; low < num; low += 2 * width) {
      merge(items, low, at_most(low + width, num), at_most(low + 2 * width, num), spare);
    }
    memcpy(items, spare, num * sizeof *items);
  }
}
