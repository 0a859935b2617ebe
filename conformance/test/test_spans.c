/* SPDX-License-Identifier: Apache-2.0 */
/* test_spans.c - empty spans, with and without a pointer, and cuts where there is nothing to cut.
 */
#include "spans.h"

#include "sample.h"

static void check(dciauth_span got, const char *expected) {
  assert_true(spans_equal(got, dciauth_str(expected)));
}

static void test_equal(void **state) {
  (void)state;
  dciauth_span none = {NULL, 0};
  assert_true(spans_equal(none, dciauth_str("")));
  assert_true(spans_equal(dciauth_str("ab"), dciauth_str("ab")));
  assert_false(spans_equal(dciauth_str("ab"), dciauth_str("ac")));
  assert_false(spans_equal(dciauth_str("ab"), none));
}

static void test_compare(void **state) {
  (void)state;
  dciauth_span none = {NULL, 0};
  assert_int_equal(spans_compare(none, none), 0);
  assert_true(spans_compare(none, dciauth_str("a")) < 0);
  assert_true(spans_compare(dciauth_str("ab"), dciauth_str("a")) > 0);
  assert_true(spans_compare(dciauth_str("a\x7f"), dciauth_str("a\x80")) < 0);
}

static void test_cut(void **state) {
  (void)state;
  dciauth_span rest = dciauth_str("a;b;");
  check(spans_cut(&rest, ';'), "a");
  check(spans_cut(&rest, ';'), "b");
  assert_int_equal(rest.len, 0);
  check(spans_cut(&rest, ';'), "");
  rest = dciauth_bytes(NULL, 0);
  check(spans_cut(&rest, ';'), "");
}

static void test_cut_last(void **state) {
  (void)state;
  dciauth_span rest = dciauth_str("a\nb\n\nc");
  check(spans_cut_last(&rest, '\n'), "c");
  check(spans_cut_last(&rest, '\n'), "");
  check(rest, "a\nb");
  check(spans_cut_last(&rest, '\n'), "b");
  check(spans_cut_last(&rest, '\n'), "a");
  check(spans_cut_last(&rest, '\n'), "");
}

static void test_count(void **state) {
  (void)state;
  dciauth_span none = {NULL, 0};
  assert_int_equal(spans_count(dciauth_str("a,b,,"), ','), 3);
  assert_int_equal(spans_count(none, ','), 0);
  assert_true(spans_has(dciauth_str("a,"), ','));
  assert_false(spans_has(none, ','));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_equal), cmocka_unit_test(test_compare),
                                     cmocka_unit_test(test_cut), cmocka_unit_test(test_cut_last),
                                     cmocka_unit_test(test_count)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
