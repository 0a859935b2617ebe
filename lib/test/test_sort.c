/* SPDX-License-Identifier: Apache-2.0 */
/* test_sort.c - the sort is right and stable at every length around its runs, and not quadratic. */
#include "sort.h"

#include <stdlib.h>

#include "generate.h"
#include "support.h"

static bool in_order(const sort_item *a, const sort_item *b) {
  int key = span_cmp(a->key, b->key);
  int tie = span_cmp(a->tie, b->tie);
  return key < 0 || (key == 0 && (tie < 0 || (tie == 0 && a->index < b->index)));
}

static void sort_random(size_t num, uint64_t seed, size_t letters) {
  random_source r = {seed};
  uint8_t *bytes = malloc(2 * num + 1);
  sort_item *items = malloc((num + 1) * sizeof *items);
  sort_item *spare = malloc((num + 1) * sizeof *spare);
  for (size_t i = 0; i < num; i++) {
    bytes[2 * i] = (uint8_t)('a' + random_below(&r, letters));
    bytes[2 * i + 1] = (uint8_t)('a' + random_below(&r, letters));
    items[i] = (sort_item){dciauth_bytes(bytes + 2 * i, random_below(&r, 2)),
                           dciauth_bytes(bytes + 2 * i + 1, 1), i};
  }
  size_t sum = 0;
  sort_items(items, num, spare);
  for (size_t i = 0; i < num; i++) {
    sum += items[i].index;
    assert_true(i == 0 || in_order(&items[i - 1], &items[i]));
  }
  assert_int_equal(sum, num == 0 ? 0 : num * (num - 1) / 2);
  free(bytes);
  free(items);
  free(spare);
}

static void sorts_any_length(void **state) {
  (void)state;
  for (size_t num = 0; num < 130; num++) {
    sort_random(num, num, 1 + num % 26);
  }
  sort_random(5000, 1, 26);
}

/* Falling input is the worst for insertion: 100,000 items take 5e9 steps where the sort is
 * quadratic. */
static void falling_input_is_fast(void **state) {
  (void)state;
  enum { MANY = 100000 };
  uint8_t(*bytes)[4] = malloc(MANY * sizeof *bytes);
  sort_item *items = malloc(MANY * sizeof *items);
  sort_item *spare = malloc(MANY * sizeof *spare);
  for (size_t i = 0; i < MANY; i++) {
    size_t value = MANY - i;
    memcpy(bytes[i],
           (uint8_t[4]){(uint8_t)(value >> 24), (uint8_t)(value >> 16), (uint8_t)(value >> 8),
                        (uint8_t)value},
           4);
    items[i] = (sort_item){dciauth_bytes(bytes[i], 4), NOTHING, i};
  }
  sort_items(items, MANY, spare);
  for (size_t i = 0; i < MANY; i++) {
    assert_int_equal(items[i].index, MANY - 1 - i);
  }
  free(bytes);
  free(items);
  free(spare);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sorts_any_length),
      cmocka_unit_test(falling_input_is_fast),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
