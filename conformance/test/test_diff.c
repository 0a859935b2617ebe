/* SPDX-License-Identifier: Apache-2.0 */
/* test_diff.c - where the mark is, and what is left of a long line. */
#include "diff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check(const char *value, size_t byte, const char *want) {
  text from = {0}, got = {0};
  diff d;
  text_puts(&from, value);
  diff_cut(&from, byte, &d);
  text_printf(&got, "%s[%s]%s%s", text_str(&d.before), text_str(&d.mark), text_str(&d.after),
              d.ends ? " ends" : "");
  assert_string_equal(text_str(&got), want);
  diff_free(&d);
  text_free(&from);
  text_free(&got);
}

static void test_places(void **state) {
  (void)state;
  check("abc", 1, "[a]bc");
  check("abc", 3, "ab[c]");
  check("abc", 4, "abc[] ends");
  check("abc", 9, "abc[] ends");
  check("", 1, "[] ends");
  check("abc", 0, "abc[]");
}

static void test_whole_characters(void **state) {
  (void)state;
  check("aéb", 2, "a[é]b");
  check("aéb", 3, "a[é]b");
  check("a\xa9z", 2, "a[\\xa9]z");
  check("a\tb", 2, "a[\\t]b");
}

static void test_window(void **state) {
  (void)state;
  text value = {0};
  diff d;
  for (int i = 0; i < 1000; i++) {
    text_puts(&value, "é");
  }
  diff_cut(&value, 1001, &d);
  assert_int_equal(strncmp(text_str(&d.before), "…é", 5), 0);
  assert_in_range(d.before.len, 160, 170);
  assert_in_range(d.after.len, 240, 250);
  assert_string_equal(text_str(&d.after) + d.after.len - 3, "…");
  diff_free(&d);
  text_free(&value);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_places),
                                     cmocka_unit_test(test_whole_characters),
                                     cmocka_unit_test(test_window)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
