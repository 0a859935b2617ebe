/* SPDX-License-Identifier: Apache-2.0 */
/* test_kill_matrix.c - mutants by groups: what people, a page and a program are told. */
#include "kill_matrix.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const vector first_path = {.id = "p/path/1"};
static const vector first_query = {.id = "p/query/1"};
static const vector first_sweep = {.id = "p/sweep/byte-00", .sweep = true};
static vector_group groups_of_three[] = {{&first_path, 2}, {&first_query, 3}, {&first_sweep, 256}};
static const group_list three = {groups_of_three, 3, NULL};
static const mutant_row plus = {"plus-is-a-blank", "query", "A plus|sign is a blank.", ""};
static const mutant_row dots = {"dots-are-kept", "path", "Dots stay.", "CVE-1-2"};
static size_t both[] = {1, 2, 0}, query[] = {0, 4, 0}, none[] = {0, 0, 0};

static void has(const text *words, const char *wanted) {
  if (strstr(text_str(words), wanted) == NULL) {
    fail_msg("'%s' is not in:\n%s", wanted, text_str(words));
  }
}

static void test_all_killed(void **state) {
  (void)state;
  kill_row rows[] = {{.mutant = &plus, .by_group = query, .total = 4},
                     {.mutant = &dots, .by_group = both, .total = 3}};
  const kill_matrix m = {&three, rows, 2, 0};
  text words = {0};
  assert_int_equal(kill_matrix_survived(&m), 0);
  kill_matrix_put(&m, &words);
  has(&words, "plus-is-a-blank                          4 p/query 4\n");
  has(&words, "dots-are-kept                            3 p/path 1, p/query 2\n");
  has(&words, "p/path                             2      1               0\n");
  has(&words, "p/query                            3      2               1\n");
  has(&words, "\n2 mutants: 2 killed, 0 survived\n");
  assert_null(strstr(words.ptr, "p/sweep"));
  text_free(&words);
}

static void test_others(void **state) {
  (void)state;
  kill_row rows[] = {{.mutant = &plus, .by_group = none}, {.mutant = &dots, .by_group = none}};
  const kill_matrix m = {&three, rows, 2, 0};
  text words = {0};
  text_puts(&rows[1].problem, "no hello\x1b");
  assert_int_equal(kill_matrix_survived(&m), 1);
  kill_matrix_put(&m, &words);
  has(&words, "\nSURVIVED plus-is-a-blank: A plus|sign is a blank.\n");
  has(&words, "\nNOT RUN dots-are-kept: no hello\\x1b\n");
  has(&words, "\n2 mutants: 0 killed, 1 survived, 1 not run\n");
  text_free(&words);
  text_free(&rows[1].problem);
}

static void test_a_problem_of_one_that_is_killed(void **state) {
  (void)state;
  kill_row rows[] = {{.mutant = &plus, .by_group = query, .total = 4}};
  const kill_matrix m = {&three, rows, 1, 0};
  text words = {0};
  text_puts(&rows[0].problem, "it did not end well");
  kill_matrix_put(&m, &words);
  has(&words, "\n1 mutants: 1 killed, 0 survived\n");
  text_free(&words);
  text_free(&rows[0].problem);
}

static void test_markdown(void **state) {
  (void)state;
  kill_row rows[] = {{.mutant = &plus, .by_group = none},
                     {.mutant = &dots, .by_group = both, .total = 3}};
  const kill_matrix m = {&three, rows, 2, 0};
  text words = {0};
  kill_report_put_markdown(&m, &words);
  has(&words, "2 mutants: 1 killed, 1 survived\n\n| mutant | story | p/path | p/query |\n"
              "| :-- | :-- | --: | --: |\n");
  has(&words, "| **plus-is-a-blank** survived | A plus\\|sign is a blank. | | |\n");
  has(&words, "| dots-are-kept | Dots stay. (CVE-1-2) | 1 | 2 |\n");
  text_free(&words);
}

static void test_json(void **state) {
  (void)state;
  kill_row rows[] = {{.mutant = &plus, .by_group = none},
                     {.mutant = &dots, .by_group = both, .total = 3}};
  const kill_matrix m = {&three, rows, 2, 0};
  text words = {0};
  text_puts(&rows[0].problem, "no hello");
  kill_report_put_json(&m, &words);
  assert_string_equal(
      words.ptr,
      "{\"groups\":{\"p/path\":2,\"p/query\":3,\"p/sweep\":256},\"mutants\":["
      "{\"name\":\"plus-is-a-blank\",\"area\":\"query\",\"story\":\"A plus|sign is a blank.\","
      "\"status\":\"not_run\",\"problem\":\"no hello\",\"kills\":{}},"
      "{\"name\":\"dots-are-kept\",\"area\":\"path\",\"story\":\"Dots stay.\",\"see\":\"CVE-1-2\","
      "\"status\":\"killed\",\"kills\":{\"p/path\":1,\"p/query\":2}}]}\n");
  text_free(&words);
  text_free(&rows[0].problem);
}

/* Of those that were not begun nothing is said but their number. */
static void test_interrupted(void **state) {
  (void)state;
  kill_row rows[] = {{.mutant = &plus, .by_group = query, .total = 4}};
  const kill_matrix m = {&three, rows, 1, 7};
  text words = {0};
  kill_matrix_put(&m, &words);
  has(&words, "\n1 mutants: 1 killed, 0 survived; interrupted, 7 more were wanted\n");
  text_clear(&words);
  kill_report_put_json(&m, &words);
  has(&words, "\"kills\":{\"p/query\":4}}],\"interrupted\":true}\n");
  text_free(&words);
}

static void test_groups(void **state) {
  (void)state;
  vector items[] = {{.id = "p/path/1"}, {.id = "p/query/1"}, {.id = "p/path/2"}};
  const vector_set set = {.items = items, .num = 3};
  group_list list;
  group_list_make(&set, &list);
  assert_int_equal(list.num, 2);
  assert_int_equal(list.items[0].num, 2);
  assert_ptr_equal(list.items[1].first, &items[1]);
  assert_int_equal(list.of[2], 0);
  group_list_free(&list);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_all_killed),
                                     cmocka_unit_test(test_others),
                                     cmocka_unit_test(test_a_problem_of_one_that_is_killed),
                                     cmocka_unit_test(test_markdown),
                                     cmocka_unit_test(test_json),
                                     cmocka_unit_test(test_interrupted),
                                     cmocka_unit_test(test_groups)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
