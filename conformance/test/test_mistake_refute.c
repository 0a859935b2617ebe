/* SPDX-License-Identifier: Apache-2.0 */
/* test_mistake_refute.c - passes that a mistake would have spoilt speak against it. */
#include "mistake_refute.h"

#include "mistake.h"
#include "sample.h"

enum { MOST = 4 };

/* index_of returns the index of the mistake of that name. */
static unsigned index_of(const char *name) {
  unsigned i = 0;
  while (strcmp(mistake_at(i)->name, name) != 0) {
    i++;
    assert_non_null(mistake_at(i));
  }
  return i;
}

/* check: the first of `num` times the same vector failed, with a hint at the mistake; the others
 * passed. Is there still a hint? */
static void check(const char *name, size_t num, vector pass, bool kept) {
  vector v = sample_open(), vectors[MOST];
  outcome outcomes[MOST] = {{.status = OUTCOME_FAIL}};
  const vector_set set = {.items = vectors, .num = num};
  const options all = {0};
  hint first = {index_of(name), PART_BIT(PART_QUERY), false};
  outcomes[0].hints = &first;
  outcomes[0].num_hints = 1;
  vectors[0] = v;
  for (size_t i = 1; i < num; i++) {
    vectors[i] = v;
    vectors[i].sweep = pass.sweep;
    vectors[i].acceptable = pass.acceptable;
    outcomes[i].status = OUTCOME_PASS;
  }
  mistake_refute(&set, &all, outcomes);
  assert_int_equal(outcomes[0].num_hints, kept ? 1 : 0);
  sample_close(&v);
}

static void test_majority(void **state) {
  (void)state;
  const vector plain = {0};
  check("query not sorted", 1, plain, true);
  check("query not sorted", 2, plain, true);
  check("query not sorted", 3, plain, false);
}

static void test_mistake_that_does_not_show(void **state) {
  (void)state;
  const vector plain = {0};
  check("query value cut at a second =", 4, plain, true);
}

static void test_no_witnesses(void **state) {
  (void)state;
  const vector swept = {.sweep = true}, either = {.acceptable = true};
  check("query not sorted", 4, swept, true);
  check("query not sorted", 4, either, true);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_majority),
                                     cmocka_unit_test(test_mistake_that_does_not_show),
                                     cmocka_unit_test(test_no_witnesses)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
