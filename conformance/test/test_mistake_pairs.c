/* SPDX-License-Identifier: Apache-2.0 */
/* test_mistake_pairs.c - pairs are encoded as their dialect does it, and sorted in every order. */
#include "mistake_pairs.h"

#include "sample.h"

static query_pairs split(const char *profile, const char *query) {
  query_pairs pairs;
  assert_true(
      pairs_split(dciauth_profile_find(dciauth_str(profile)), dciauth_str(query), NULL, &pairs));
  return pairs;
}

static void check(query_pairs *pairs, bool bare, const char *expected) {
  text out = {0};
  pairs_put(pairs, bare, &out);
  check_text(&out, expected);
  pairs_free(pairs);
}

static void check_sorted(const char *query, pair_order order, const char *expected) {
  query_pairs pairs = split("aws4", query);
  pairs_sort(&pairs, order);
  check(&pairs, false, expected);
}

static void test_encoded_by_their_dialect(void **state) {
  (void)state;
  query_pairs pairs = split("aws4", "b=%7e/&&a=+%20&c");
  check(&pairs, false, "b=~%2F&a=%2B%20&c=");
  pairs = split("dci2-v2.1", "b=+&a=%FF");
  check(&pairs, false, "b=+&a=%EF%BF%BD");
}

static void test_bare(void **state) {
  (void)state;
  query_pairs pairs = split("aws4", "a&b=&c=d=e");
  check(&pairs, true, "a&b=&c=d%3De");
}

static void test_refused(void **state) {
  (void)state;
  query_pairs pairs;
  assert_false(
      pairs_split(dciauth_profile_find(dciauth_str("aws4")), dciauth_str("a=%&b=1"), NULL, &pairs));
  pairs_free(&pairs);
}

static void test_orders(void **state) {
  (void)state;
  check_sorted("b=2&a=1", PAIRS_SENT, "b=2&a=1");
  check_sorted("b=1&a=2&a=1", PAIRS_ENCODED, "a=1&a=2&b=1");
  check_sorted("b=1&a=2&a=1", PAIRS_ENCODED_NAMES, "a=2&a=1&b=1");
  check_sorted("az=1&a%7B=2", PAIRS_ENCODED, "a%7B=2&az=1");
  check_sorted("a%7B=2&az=1", PAIRS_DECODED, "az=1&a%7B=2");
  check_sorted("a=2&a-b=1", PAIRS_ENCODED, "a=2&a-b=1");
  check_sorted("a=2&a-b=1", PAIRS_WHOLE, "a-b=1&a=2");
}

static void test_split_only(void **state) {
  (void)state;
  query_pairs pairs;
  pairs_split_only(dciauth_str("b=%7e=&&a&"), &pairs);
  assert_int_equal(pairs.num, 4);
  check(&pairs, false, "b=%7e=&=&a=&=");
  pairs_split_only(dciauth_str(""), &pairs);
  check(&pairs, false, "");
}

static void test_drop(void **state) {
  (void)state;
  query_pairs pairs = split("aws4", "a=1&b=2&c=3");
  pairs_drop(&pairs, 1);
  check(&pairs, false, "a=1&c=3");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_encoded_by_their_dialect),
                                     cmocka_unit_test(test_bare),
                                     cmocka_unit_test(test_refused),
                                     cmocka_unit_test(test_orders),
                                     cmocka_unit_test(test_split_only),
                                     cmocka_unit_test(test_drop)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
