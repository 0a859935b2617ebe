/* SPDX-License-Identifier: Apache-2.0 */
/* test_semver.c - what is a version, and which comes later. */
#include "semver.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_is(void **state) {
  (void)state;
  static const char *const good[] = {"0.0.0", "1.2.3", "10.20.30", "999999999.0.0"};
  static const char *const bad[] = {"",       "1",    "1.2",    "1.2.3.4", "1.2.3-a",
                                    "v1.2.3", "1.2.", ".1.2",   "01.2.3",  "1.2.x",
                                    "1 .2.3", "1..3", "-1.2.3", "1.2.3 ",  "1000000000.0.0"};
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    assert_true(semver_is(good[i]));
  }
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    assert_false(semver_is(bad[i]));
  }
}

static void test_reached(void **state) {
  (void)state;
  assert_true(semver_reached("1.2.3", "1.2.3"));
  assert_true(semver_reached("1.2.4", "1.2.3"));
  assert_true(semver_reached("1.10.0", "1.9.9"));
  assert_true(semver_reached("2.0.0", "1.9.9"));
  assert_false(semver_reached("1.2.3", "1.2.4"));
  assert_false(semver_reached("1.9.9", "1.10.0"));
  assert_false(semver_reached("1.9.9", "2.0.0"));
  assert_false(semver_reached("0", "0.0.0"));
  assert_false(semver_reached("1.0.0", "soon"));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_is), cmocka_unit_test(test_reached)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
