/* SPDX-License-Identifier: Apache-2.0 */
/* test_matrix.c - groups in order, counts in cells, labels and mistakes; the words for sweeps. */
#include "events.h"
#include "sweep_words.h"

static void test_cells(void **state) {
  (void)state;
  runs all;
  matrix m;
  events_read(START VECTOR("p-x/a/1", "pass", "") VECTOR("p/b/1", "fail", "")
                  VECTOR("p/a/1", "n/a", "") VECTOR("p/b/2", "pass", "") SUMMARY("4", "0", ""),
              &all);
  matrix_make(&all, &m);
  assert_int_equal(m.num, 3);
  assert_string_equal(m.groups[0], "p/a");
  assert_string_equal(m.groups[1], "p/b");
  assert_string_equal(m.groups[2], "p-x/a");
  assert_false(matrix_applies(&m, 0));
  assert_true(matrix_applies(&m, 1));
  assert_int_equal(tally_bad(matrix_cell(&m, 1, 0)), 1);
  assert_int_equal(tally_judged(matrix_cell(&m, 1, 0)), 2);
  matrix_free(&m);
  runs_free(&all);
}

#define IS_I ",\"implementation\":\"I\""

static void test_labels(void **state) {
  (void)state;
  runs all;
  events_read(START SUMMARY("0", "0", IS_I) START SUMMARY("0", "0", IS_I) START
              "{\"event\":\"summary\",\"target\":\"u\"" IS_I "}\n" SUMMARY("0", "0", ""),
              &all);
  assert_string_equal(all.items[0].label, "I (t)");
  assert_string_equal(all.items[1].label, "I (t) #2");
  assert_string_equal(all.items[2].label, "I (u)");
  assert_string_equal(all.items[3].label, "t");
  runs_free(&all);
  events_read(START SUMMARY("0", "0", "") SUMMARY("0", "0", "") SUMMARY("0", "0", ""), &all);
  assert_string_equal(all.items[0].label, "t");
  assert_string_equal(all.items[1].label, "t #2");
  assert_string_equal(all.items[2].label, "t #3");
  runs_free(&all);
}

static void test_mistakes(void **state) {
  (void)state;
  runs all;
  groups found;
  events_read(START VECTOR("p/a/1", "fail", ",\"mistake\":\"A\"")
                  VECTOR("p/a/2", "fail", ",\"mistake\":\"B\"")
                      VECTOR("p/a/3", "fail", ",\"mistake\":\"B\"" EXPECTED)
                          VECTOR("p/a/4", "fail", "") SUMMARY("4", "0", ""),
              &all);
  mistakes_of(&all.items[0], false, &found);
  assert_int_equal(found.num, 2);
  assert_string_equal(text_str(&found.items[0].label), "B");
  assert_int_equal(found.items[0].num, 2);
  groups_free(&found);
  mistakes_of(&all.items[0], true, &found);
  assert_int_equal(found.num, 2);
  assert_int_equal(found.items[0].num, 1);
  groups_free(&found);
  runs_free(&all);
}

#define SWEEP ",\"sweep\":true"
#define BYTE(name, status) VECTOR("p/sweep/byte-" name, status, SWEEP)
#define KNOWN_BYTE(name) VECTOR("p/sweep/byte-" name, "fail", SWEEP KNOWN)

static void test_sweep(void **state) {
  (void)state;
  runs all;
  matrix m;
  text words = {0};
  events_read(START BYTE("00", "fail") BYTE("01", "crash") BYTE("02", "fail") BYTE("03", "pass")
                  BYTE("04", "fail") BYTE("05", "pass") BYTE("06", "fail") BYTE("07", "fail")
                      KNOWN_BYTE("08") KNOWN_BYTE("09") SUMMARY("0", "10", ""),
              &all);
  matrix_make(&all, &m);
  sweep news = {&m, 0, 0, EXCUSE_NONE}, known = {&m, 0, 0, EXCUSE_KNOWN}, other = {&m, 0, 1, 0};
  sweep_put_failed(&all.items[0], &news, &words);
  assert_string_equal(text_str(&words), "byte-00 … byte-02 (3), byte-04, byte-06, byte-07");
  assert_string_equal(sweep_first_failed(&all.items[0], &news)->id, "p/sweep/byte-00");
  text_clear(&words);
  sweep_put_failed(&all.items[0], &known, &words);
  assert_string_equal(text_str(&words), "byte-08, byte-09");
  assert_string_equal(sweep_first_failed(&all.items[0], &known)->id, "p/sweep/byte-08");
  assert_null(sweep_first_failed(&all.items[0], &other));
  text_free(&words);
  matrix_free(&m);
  runs_free(&all);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_cells), cmocka_unit_test(test_labels),
                                     cmocka_unit_test(test_mistakes), cmocka_unit_test(test_sweep)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
