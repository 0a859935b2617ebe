/* SPDX-License-Identifier: Apache-2.0 */
/* test_sort.c - the sort is right and stable at every length around its runs, and not quadratic. */
#include "sort.h"

#include <stdlib.h>

#include "generate.h"
#include "support.h"

static bool in_order(const sort_item *a, const sort_item *b, bool by_value) {
  int name = span_cmp(a->pair->name, b->pair->name);
  int value = by_value ? span_cmp(a->pair->value, b->pair->value) : 0;
  return name < 0 || (name == 0 && (value < 0 || (value == 0 && a->pair < b->pair)));
}

/* Names are a prefix of `head` bytes, the same in all, and up to two letters or NULs. */
static void sort_random(size_t num, uint64_t seed, size_t letters, size_t head) {
  enum { NAME = 40 };
  random_source r = {seed};
  uint8_t(*bytes)[NAME] = malloc((num + 1) * sizeof *bytes);
  dciauth_pair *pairs = malloc((num + 1) * sizeof *pairs);
  sort_item *items = malloc((2 * num + 1) * sizeof *items);
  for (size_t by_value = 0; by_value < 2; by_value++) {
    for (size_t i = 0; i < num; i++) {
      memset(bytes[i], 'p', head);
      for (size_t k = 0; k < 3; k++) {
        size_t letter = random_below(&r, letters + 1);
        bytes[i][head + k] = (uint8_t)(letter == 0 ? 0 : 'a' + letter);
      }
      pairs[i].name = dciauth_bytes(bytes[i], head + random_below(&r, 3));
      pairs[i].value = dciauth_bytes(bytes[i] + head + 2, random_below(&r, 2));
      sort_item_set(&items[i], &pairs[i]);
    }
    const sort_item *sorted = sort_items(items, num, by_value == 1, items + num);
    size_t sum = 0;
    for (size_t i = 0; i < num; i++) {
      sum += (size_t)(sorted[i].pair - pairs);
      assert_true(i == 0 || in_order(&sorted[i - 1], &sorted[i], by_value == 1));
    }
    assert_int_equal(sum, num == 0 ? 0 : num * (num - 1) / 2);
  }
  free(bytes);
  free(pairs);
  free(items);
}

static void sorts_any_length(void **state) {
  (void)state;
  for (size_t num = 0; num < 130; num++) {
    sort_random(num, num, 1 + num % 20, num % 20);
  }
  sort_random(5000, 1, 20, 0);
}

/* The first 16 bytes of a name stand in the item: names that end before, there and behind. */
static void sorts_around_the_head(void **state) {
  (void)state;
  for (size_t head = 0; head <= 34; head++) {
    sort_random(60, head, 2, head);
  }
}

/* Falling input is the worst for insertion: 100,000 items take 5e9 steps where the sort is
 * quadratic. */
static void falling_input_is_fast(void **state) {
  (void)state;
  enum { MANY = 100000 };
  uint8_t(*bytes)[4] = malloc(MANY * sizeof *bytes);
  dciauth_pair *pairs = malloc(MANY * sizeof *pairs);
  sort_item *items = malloc(2 * MANY * sizeof *items);
  for (size_t i = 0; i < MANY; i++) {
    size_t value = MANY - i;
    memcpy(bytes[i],
           (uint8_t[4]){(uint8_t)(value >> 24), (uint8_t)(value >> 16), (uint8_t)(value >> 8),
                        (uint8_t)value},
           4);
    pairs[i] = (dciauth_pair){dciauth_bytes(bytes[i], 4), NOTHING};
    sort_item_set(&items[i], &pairs[i]);
  }
  const sort_item *sorted = sort_items(items, MANY, false, items + MANY);
  for (size_t i = 0; i < MANY; i++) {
    assert_ptr_equal(sorted[i].pair, &pairs[MANY - 1 - i]);
  }
  free(bytes);
  free(pairs);
  free(items);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sorts_any_length),
      cmocka_unit_test(sorts_around_the_head),
      cmocka_unit_test(falling_input_is_fast),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
