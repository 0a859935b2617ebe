/* SPDX-License-Identifier: Apache-2.0 */
/* test_profile.c - the rows by name and by place. */
#include "profile.h"

#include "support.h"

static void finds_rows(void **state) {
  (void)state;
  static const char *const names[] = {"aws4",    "aws4-raw",  "aws4-s3",  "dci2",
                                      "dci2-v2", "dci2-v2.1", "dci-aws4", "dci1"};
  for (size_t i = 0; i < NUM(names); i++) {
    const dciauth_profile *p = dciauth_profile_find(dciauth_str(names[i]));
    assert_non_null(p);
    assert_ptr_equal(dciauth_profile_at(i), p);
    assert_string_equal(dciauth_profile_rule(p, 0).column, "name");
    assert_string_equal(dciauth_profile_rule(p, 0).text, names[i]);
  }
  assert_null(dciauth_profile_at(NUM(names)));
  assert_null(dciauth_profile_at(SIZE_MAX));
  assert_null(dciauth_profile_find(S("aws4-")));
  assert_null(dciauth_profile_find(S("AWS4")));
  assert_null(dciauth_profile_find(S("aws4\0")));
  assert_null(dciauth_profile_find(NOTHING));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_rows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
