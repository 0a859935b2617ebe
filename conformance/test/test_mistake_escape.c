/* SPDX-License-Identifier: Apache-2.0 */
/* test_mistake_escape.c - what is an escape, and what only looks like one. */
#include "mistake_escape.h"

#include "sample.h"

static void check_put(const char *s, const char *keep, const char *expected) {
  text out = {0};
  escape_put(dciauth_str(s), keep, &out);
  check_text(&out, expected);
}

static void check_undo(const char *s, const char *expected) {
  text out = {0};
  escape_undo(dciauth_str(s), &out);
  check_text(&out, expected);
}

static void test_put(void **state) {
  (void)state;
  check_put("aZ09-._~", "", "aZ09-._~");
  check_put("/%\xc3\xa9+", "", "%2F%25%C3%A9%2B");
  check_put("/%!", "/!", "/%25!");
  text out = {0};
  escape_put(dciauth_bytes("\0", 1), "/", &out);
  check_text(&out, "%00");
}

static void test_undo(void **state) {
  (void)state;
  check_undo("%41%2f%2F%7e", "A//~");
  check_undo("%2541+", "%41+");
  check_undo("%4", "%4");
  check_undo("%", "%");
  check_undo("%zz%g1%1g", "%zz%g1%1g");
}

static void test_replace(void **state) {
  (void)state;
  text out = {0};
  escape_replace(dciauth_str("a%20%20b%2"), "%20", "+", &out);
  check_text(&out, "a++b%2");
}

static void test_lower(void **state) {
  (void)state;
  text out = {0};
  text_puts(&out, "%2F%AB%2FAB%2");
  escape_lower(&out, 3);
  check_text(&out, "%2F%ab%2fAB%2");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_put), cmocka_unit_test(test_undo),
                                     cmocka_unit_test(test_replace), cmocka_unit_test(test_lower)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
