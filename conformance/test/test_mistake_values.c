/* SPDX-License-Identifier: Apache-2.0 */
/* test_mistake_values.c - header values with each of the mistakes. */
#include "mistake_values.h"

#include "sample.h"

static void check(void (*rule)(dciauth_span, text *), const char *value, const char *expected) {
  text out = {0};
  rule(dciauth_str(value), &out);
  check_text(&out, expected);
}

static void test_blanks(void **state) {
  (void)state;
  const char *value = " \ta  \t b ";
  check(value_as_sent, value, value);
  check(value_like_aws, value, "a b");
  check(value_collapse, value, " a b ");
  check(value_trim, value, "a  \t b");
  check(value_keep_tabs, value, "\ta \t b");
  check(value_trim, "  ", "");
  check(value_collapse, "", "");
}

static void test_quotes(void **state) {
  (void)state;
  check(value_keep_quotes, " a  b \"c   d\"  e ", "a b \"c   d\" e");
  check(value_keep_quotes, "a  \"b  ", "a \"b");
  check(value_keep_quotes, "", "");
}

static void test_own(void **state) {
  (void)state;
  text out = {0};
  value_own(dciauth_profile_find(dciauth_str("dci2-v2.1")), dciauth_str(" a  b"), &out);
  check_text(&out, " a  b");
  value_own(dciauth_profile_find(dciauth_str("dci2")), dciauth_str("a\xc2\xa0 b"), &out);
  check_text(&out, "a b");
}

static void test_port(void **state) {
  (void)state;
  check(value_drop_port, "example.com:8443", "example.com");
  check(value_drop_port, "[2001:db8::1]:443", "[2001:db8::1]");
  check(value_drop_port, "[2001:db8::1]", "[2001:db8::1]");
  check(value_drop_port, "example.com:", "example.com:");
  check(value_drop_port, "123", "123");
}

static void test_case(void **state) {
  (void)state;
  check(value_lower, "Ab9-\xc3\x89", "ab9-\xc3\x89");
  check(value_upper, "aB9-\xc3\xa9", "AB9-\xc3\xa9");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_blanks), cmocka_unit_test(test_quotes),
                                     cmocka_unit_test(test_own), cmocka_unit_test(test_port),
                                     cmocka_unit_test(test_case)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
