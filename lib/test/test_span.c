/* SPDX-License-Identifier: Apache-2.0 */
/* test_span.c - comparing, slicing, cutting. */
#include "span.h"

#include "support.h"

static void compares(void **state) {
  (void)state;
  assert_true(span_eq(S("ab"), S("ab")));
  assert_false(span_eq(S("ab"), S("ac")));
  assert_false(span_eq(S("ab"), S("abc")));
  assert_true(span_eq(NOTHING, S("")));
  assert_true(span_eq(dciauth_bytes((const void *)(uintptr_t)1, 0),
                      NOTHING)); /* an empty span may point anywhere */
  assert_true(span_eq_str(S("ab"), "ab"));
  assert_false(span_eq_str(S("a\0"), "a"));
  assert_true(span_cmp(S("a"), S("b")) < 0);
  assert_true(span_cmp(S("b"), S("a")) > 0);
  assert_true(span_cmp(S("\xff"), S("\x01")) > 0); /* bytes, not chars */
  assert_true(span_cmp(S("a"), S("ab")) < 0);
  assert_true(span_cmp(S("ab"), S("a")) > 0);
  assert_int_equal(span_cmp(S("ab"), S("ab")), 0);
  assert_int_equal(span_cmp(NOTHING, S("")), 0);
  assert_true(span_cmp(NOTHING, S("a")) < 0);
}

static void slices(void **state) {
  (void)state;
  assert_span(span_from(S("abc"), 0), S("abc"));
  assert_span(span_from(S("abc"), 2), S("c"));
  assert_span(span_from(S("abc"), 3), S(""));
  assert_span(span_from(S("abc"), SIZE_MAX), S(""));
  assert_span(span_to(S("abc"), 2), S("ab"));
  assert_span(span_to(S("abc"), 9), S("abc"));
  assert_true(span_starts_with(S("abc"), S("ab")));
  assert_true(span_starts_with(S("abc"), NOTHING));
  assert_false(span_starts_with(S("ab"), S("abc")));
  assert_false(span_starts_with(S("abc"), S("b")));
}

static void cuts(void **state) {
  (void)state;
  span_cut_result cut = span_cut(S("a=b=c"), '=');
  assert_true(cut.ok);
  assert_span(cut.head, S("a"));
  assert_span(cut.tail, S("b=c"));
  cut = span_cut(S("abc"), '=');
  assert_false(cut.ok);
  assert_span(cut.head, S("abc"));
  assert_span(cut.tail, S(""));
  cut = span_cut(S("="), '=');
  assert_true(cut.ok);
  assert_span(cut.head, S(""));
  assert_span(cut.tail, S(""));
  assert_false(span_cut(NOTHING, 0).ok);
  assert_true(span_cut(S("a\0b"), 0).ok);
}

static void finds_and_counts(void **state) {
  (void)state;
  assert_int_equal(span_find(S("xabab"), S("ab")), 1);
  assert_int_equal(span_find(S("ab"), S("b")), 1);
  assert_int_equal(span_find(S("ab"), S("c")), 3);
  assert_int_equal(span_find(S("a"), S("ab")), 2);
  assert_int_equal(span_find(S("ab"), NOTHING), 0);
  assert_int_equal(span_find(NOTHING, S("a")), 1);
  assert_int_equal(span_count(S("a;b;;"), ';'), 3);
  assert_int_equal(span_count(NOTHING, ';'), 0);
  assert_span(span_or(S("a"), S("b")), S("a"));
  assert_span(span_or(NOTHING, S("b")), S("b"));
}

static void fails(void **state) {
  (void)state;
  dciauth_where where;
  assert_status(fail(&where, DCIAUTH_E_NO_AUTH, DCIAUTH_FIELD_BODY, 3, 4), DCIAUTH_E_NO_AUTH);
  assert_where(where, DCIAUTH_FIELD_BODY, 3, 4);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(compares),         cmocka_unit_test(slices), cmocka_unit_test(cuts),
      cmocka_unit_test(finds_and_counts), cmocka_unit_test(fails),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
