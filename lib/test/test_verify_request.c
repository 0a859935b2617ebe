/* SPDX-License-Identifier: Apache-2.0 */
/* test_verify_request.c - what is no request: the defect that is reported is the one that stands
 * first in DCIAUTH_STATUS_LIST, also where a signer would be handed some of them. */
#include "support.h"

#define E(word) DCIAUTH_E_##word

static bool nobody(void *arg, const dciauth_claim *claim, dciauth_credential *out) {
  (void)arg;
  (void)claim;
  (void)out;
  return false;
}

static dciauth_verdict judge(const char *dialect, const char *method, const char *target,
                             bool loose) {
  const dciauth_request request = {
      dciauth_str(method), dciauth_str(target), NULL, 0, NOTHING, NOTHING};
  dciauth_policy policy;
  memset(&policy, 0, sizeof policy);
  policy.region = S("us-east-1");
  policy.service = S("service");
  policy.allow = loose ? DCIAUTH_ALLOW_LOOSE_SYNTAX : 0;
  const dciauth_profile *p = row(dialect);
  dciauth_verdict out;
  work_block work = block_new(dciauth_verify_bound(p, &request), 0);
  dciauth_status status =
      dciauth_verify(p, &request, &policy, SAMPLE_NOW, nobody, NULL, work.work, &out);
  assert_int_equal(status, out.status);
  block_free(&work);
  return out;
}

static void the_first_defect_is_reported(void **state) {
  (void)state;
  static const struct {
    const char *row, *method, *target;
    dciauth_status status;
    dciauth_field field;
    size_t offset;
  } cases[] = {
      {"aws4", "G T", "/a b", E(MALFORMED_METHOD), DCIAUTH_FIELD_METHOD, 1},
      {"aws4", "G T", "/a?b c", E(MALFORMED_METHOD), DCIAUTH_FIELD_METHOD, 1},
      {"dci2", "G T", "/a%2Fb", E(MALFORMED_METHOD), DCIAUTH_FIELD_METHOD, 1},
      {"aws4", "GET", "/%?b c", E(MALFORMED_URI), DCIAUTH_FIELD_TARGET, 1},
      {"dci2", "GET", "a?b c", E(MALFORMED_URI), DCIAUTH_FIELD_TARGET, 0},
      {"dci2", "GET", "/a%2Fb", E(MALFORMED_URI), DCIAUTH_FIELD_TARGET, 2},
      {"dci2", "GET", "/a%2Fb?b c", E(MALFORMED_URI), DCIAUTH_FIELD_TARGET, 2},
      {"aws4", "GET", "/a b", E(MALFORMED_URI), DCIAUTH_FIELD_TARGET, 2},
      {"aws4", "GET", "/a?b c", E(MALFORMED_QUERY), DCIAUTH_FIELD_TARGET, 4},
      {"aws4", "GET", "/a?b&%", E(MALFORMED_QUERY), DCIAUTH_FIELD_TARGET, 5},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    const dciauth_verdict out = judge(cases[i].row, cases[i].method, cases[i].target, false);
    check_status(out.status, cases[i].status, cases[i].target, __FILE__, __LINE__);
    assert_int_equal(out.where.field, cases[i].field);
    assert_int_equal(out.where.offset, cases[i].offset);
  }
}

static void no_stage_is_shown_of_what_a_signer_would_sign(void **state) {
  (void)state;
  assert_int_equal(judge("aws4", "GET", "/a?b c", false).stages.path.len, 0);
}

static void a_loose_policy_takes_the_target_as_a_signer_does(void **state) {
  (void)state;
  assert_status(judge("dci2", "GET", "/a%2Fb", true).status, E(NO_AUTH));
  assert_status(judge("dci2", "G T", "/a%2Fb", true).status, E(MALFORMED_METHOD));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_first_defect_is_reported),
      cmocka_unit_test(no_stage_is_shown_of_what_a_signer_would_sign),
      cmocka_unit_test(a_loose_policy_takes_the_target_as_a_signer_does)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
