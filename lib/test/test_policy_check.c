/* SPDX-License-Identifier: Apache-2.0 */
/* test_policy_check.c - policies that cannot be meant, and the one of python-dciauth. */
#include "policy.h"

#include "support.h"

static void policies_that_cannot_be_meant(void **state) {
  (void)state;
  for (size_t i = 0; i < NUM_KINDS; i++) {
    const dciauth_profile *p = kind(i);
    bool dci = i == 2;
    dciauth_where where;
    dciauth_policy policy;
    memset(&policy, 0, sizeof policy);
    assert_status(policy_check(p, &policy, &where), dci ? DCIAUTH_OK : DCIAUTH_E_ARGUMENT);
    policy.region = S("r");
    assert_status(policy_check(p, &policy, &where), dci ? DCIAUTH_OK : DCIAUTH_E_ARGUMENT);
    policy.region = NOTHING;
    policy.service = S("s");
    assert_status(policy_check(p, &policy, &where), dci ? DCIAUTH_OK : DCIAUTH_E_ARGUMENT);
    policy.region = S("r");
    assert_ok(policy_check(p, &policy, &where));
    policy.max_skew = DCIAUTH_NO_SKEW;
    assert_ok(policy_check(p, &policy, &where));
    policy.max_skew = DCIAUTH_NO_SKEW - 1;
    assert_status(policy_check(p, &policy, &where), DCIAUTH_E_ARGUMENT);
    assert_where(where, DCIAUTH_FIELD_POLICY, 0, 0);
    policy.max_skew = 0;
    policy.repeat = (dciauth_repeat)(DCIAUTH_REPEAT_FIRST + 1);
    assert_status(policy_check(p, &policy, &where), DCIAUTH_E_ARGUMENT);
    memset(&policy, 0, sizeof policy);
    policy.allow = DCIAUTH_ALLOW_ANY_SCOPE;
    assert_ok(policy_check(p, &policy, &where));
  }
}

/* Region and service are needed but where each may be any; in "dci1" neither has a place. */
static void a_part_that_may_be_any_is_not_needed(void **state) {
  (void)state;
  static const struct {
    const char *region, *service;
    unsigned allow;
    dciauth_status want;
  } cases[] = {
      {"r", "", DCIAUTH_ALLOW_ANY_SERVICE, DCIAUTH_OK},
      {"", "s", DCIAUTH_ALLOW_ANY_REGION, DCIAUTH_OK},
      {"", "", DCIAUTH_ALLOW_ANY_REGION | DCIAUTH_ALLOW_ANY_SERVICE, DCIAUTH_OK},
      {"", "s", DCIAUTH_ALLOW_ANY_SERVICE, DCIAUTH_E_ARGUMENT},
      {"r", "", DCIAUTH_ALLOW_ANY_REGION, DCIAUTH_E_ARGUMENT},
      {"", "s", DCIAUTH_ALLOW_ANY_SCOPE_DATE, DCIAUTH_E_ARGUMENT},
  };
  dciauth_where where;
  for (size_t i = 0; i < NUM(cases); i++) {
    const dciauth_policy policy = {.region = dciauth_str(cases[i].region),
                                   .service = dciauth_str(cases[i].service),
                                   .allow = cases[i].allow};
    assert_status(policy_check(row("aws4"), &policy, &where), cases[i].want);
  }
  const dciauth_policy strict = {0};
  const dciauth_policy region = {.region = S("r")};
  assert_ok(policy_check(row("dci1"), &strict, &where));
  assert_status(policy_check(row("dci1"), &region, &where), DCIAUTH_E_ARGUMENT);
}

/* A bit without a meaning, and a guard that no header could meet. */
static void what_would_do_nothing(void **state) {
  (void)state;
  dciauth_where where;
  dciauth_policy policy = {.allow = (unsigned)DCIAUTH_ALLOW_SPARE_TOKEN << 1};
  const dciauth_profile *p = row("dci2-v2.1");
  assert_status(policy_check(p, &policy, &where), DCIAUTH_E_ARGUMENT);
  assert_where(where, DCIAUTH_FIELD_POLICY, 0, 0);
  policy.allow = (unsigned)DCIAUTH_ALLOW_SPARE_TOKEN;
  assert_ok(policy_check(p, &policy, &where));
  static const struct {
    const char *name;
    bool good;
  } guards[] = {
      {"content-type", true},  {"x-internal-*", true}, {"*", true},    {"", false},
      {"Content-Type", false}, {"x_internal", false},  {"a b", false}, {"x-*-user", false},
      {"*-user", false},       {"x-**", false}};
  for (size_t i = 0; i < NUM(guards); i++) {
    const dciauth_span names[2] = {S("content-type"), dciauth_str(guards[i].name)};
    policy.guard = names;
    policy.num_guard = 2;
    check_status(policy_check(p, &policy, &where), guards[i].good ? DCIAUTH_OK : DCIAUTH_E_ARGUMENT,
                 guards[i].name, __FILE__, __LINE__);
  }
}

static void the_python_policy(void **state) {
  (void)state;
  dciauth_policy policy = dciauth_policy_python_dciauth();
  assert_int_equal(policy.allow,
                   DCIAUTH_ALLOW_ANY_SCOPE | DCIAUTH_ALLOW_UNCOVERED | DCIAUTH_ALLOW_LOOSE_SYNTAX);
  assert_int_equal(policy.repeat, DCIAUTH_REPEAT_FIRST);
  assert_int_equal(policy.max_skew, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(policies_that_cannot_be_meant),
      cmocka_unit_test(a_part_that_may_be_any_is_not_needed),
      cmocka_unit_test(what_would_do_nothing),
      cmocka_unit_test(the_python_policy),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
