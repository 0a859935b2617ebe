/* SPDX-License-Identifier: Apache-2.0 */
/* test_locale.c - the tests run in the locale of their environment (support.c), so that a locale
 * can be tried on all of them: tools/portability.sh locale. */
#include <locale.h>
#include <stdio.h>

#include "support.h"

static void locale_is_that_of_the_environment(void **state) {
  (void)state;
  char before[256];
  snprintf(before, sizeof before, "%s", setlocale(LC_ALL, NULL));
  (void)setlocale(LC_ALL, "");
  assert_string_equal(setlocale(LC_ALL, NULL), before);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(locale_is_that_of_the_environment),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
