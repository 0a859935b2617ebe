/* SPDX-License-Identifier: Apache-2.0 */
/* test_pool.c - what was kept stays where it is, however much follows. */
#include "pool.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void test_many(void **state) {
  (void)state;
  enum { NUM = 20000 };
  static const char *kept[NUM];
  pool all = {0};
  char word[32];
  for (int i = 0; i < NUM; i++) {
    snprintf(word, sizeof word, "word %d", i);
    kept[i] = pool_keep(&all, word);
  }
  for (int i = 0; i < NUM; i++) {
    snprintf(word, sizeof word, "word %d", i);
    assert_string_equal(kept[i], word);
  }
  pool_free(&all);
}

static void test_longer_than_a_block(void **state) {
  (void)state;
  pool all = {0};
  char *word = calloc(1, 200001);
  memset(word, 'x', 200000);
  const char *a = pool_keep(&all, ""), *b = pool_keep(&all, word);
  const char *c = pool_keep(&all, "c");
  assert_string_equal(a, "");
  assert_string_equal(b, word);
  assert_string_equal(c, "c");
  free(word);
  pool_free(&all);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_many),
                                     cmocka_unit_test(test_longer_than_a_block)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
