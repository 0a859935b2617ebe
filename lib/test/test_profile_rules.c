/* SPDX-License-Identifier: Apache-2.0 */
/* test_profile_rules.c - the columns in words, and their snapshot: a changed rule must be a changed
 * line of profiles.snapshot, so that it is seen where changes are read. */
#include "profile.h"

#include <stdio.h>
#include <stdlib.h>

#include "support.h"

static void columns_end(void **state) {
  (void)state;
  const dciauth_profile *p = dciauth_profile_at(0);
  size_t num = 0;
  while (dciauth_profile_rule(p, num).column != NULL) {
    num++;
  }
  assert_true(num >= 20);
  assert_null(dciauth_profile_rule(p, num).text);
  assert_null(dciauth_profile_rule(p, SIZE_MAX).column);
}

/* write_rows writes "column = value" lines, a row after the other. */
static char *write_rows(size_t size) {
  char *out = calloc(1, size);
  size_t at = 0;
  for (size_t i = 0; dciauth_profile_at(i) != NULL; i++) {
    for (size_t column = 0;; column++) {
      dciauth_rule rule = dciauth_profile_rule(dciauth_profile_at(i), column);
      if (rule.column == NULL) {
        break;
      }
      char number[16];
      snprintf(number, sizeof number, "%d", rule.number);
      at += (size_t)snprintf(out + at, size - at, "%s%s = %s\n", column == 0 && i > 0 ? "\n" : "",
                             rule.column, rule.text == NULL ? number : rule.text);
      assert_true(at < size);
    }
  }
  return out;
}

static void rows_are_as_in_the_snapshot(void **state) {
  (void)state;
  enum { SIZE = 16384 };
  char *got = write_rows(SIZE);
  char *want = calloc(1, SIZE);
  FILE *file = fopen(SNAPSHOT, "rb");
  assert_non_null(file);
  size_t len = fread(want, 1, SIZE - 1, file);
  fclose(file);
  const char *update = getenv("DCIAUTH_UPDATE_SNAPSHOT");
  if (update != NULL && update[0] == '1') {
    file = fopen(SNAPSHOT, "wb");
    assert_non_null(file);
    fputs(got, file);
    fclose(file);
  } else if (strlen(got) != len || strcmp(got, want) != 0) {
    explain("a rule has changed. If that is meant, run this test once with "
            "DCIAUTH_UPDATE_SNAPSHOT=1 and commit %s; "
            "the table is now\n%s",
            SNAPSHOT, got);
  }
  free(got);
  free(want);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(columns_end),
      cmocka_unit_test(rows_are_as_in_the_snapshot),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
