/* SPDX-License-Identifier: Apache-2.0 */
/* test_sign_params.c - parameters of signing that are empty or belong to another dialect. */
#include "support.h"

/* Empty fields of the parameters: what has no default is missing. */
static void empty_parameters(void **state) {
  (void)state;
  static const struct {
    size_t at;
    dciauth_field field;
    bool has_default[3];
  } fields[] = {
      {offsetof(dciauth_sign_params, access_key), DCIAUTH_FIELD_ACCESS_KEY, {false, false, false}},
      {offsetof(dciauth_sign_params, region), DCIAUTH_FIELD_REGION, {false, false, true}},
      {offsetof(dciauth_sign_params, service), DCIAUTH_FIELD_SERVICE, {false, false, true}},
  };
  for (size_t i = 0; i < NUM(fields); i++) {
    for (size_t p = 0; p < NUM_KINDS; p++) {
      sample s;
      dciauth_signed out;
      sample_init(&s, kind(p));
      memset((char *)&s.params + fields[i].at, 0, sizeof(dciauth_span));
      work_block b = block_new(dciauth_sign_bound(s.p, &s.request, &s.params), 0);
      bool fine = fields[i].has_default[p];
      assert_status(dciauth_sign(s.p, &s.request, &s.params, &s.key, b.work, &out),
                    fine ? DCIAUTH_OK : DCIAUTH_E_ARGUMENT);
      assert_where(out.where, fine ? DCIAUTH_FIELD_NONE : fields[i].field, 0, 0);
      block_free(&b);
    }
  }
}

/* What goes with a dialect: session tokens with aws rows, constants and dates of the caller with
 * dci rows. */
static void parameters_of_other_dialects(void **state) {
  (void)state;
  static const struct {
    size_t at;
    dciauth_span value;
    dciauth_status aws, dci;
    dciauth_field field;
    size_t offset;
  } cases_of[] = {
      {offsetof(dciauth_sign_params, session_token), LIT("t"), DCIAUTH_OK, DCIAUTH_E_ARGUMENT,
       DCIAUTH_FIELD_SESSION_TOKEN, 0},
      {offsetof(dciauth_sign_params, session_token), LIT("to\nken"), DCIAUTH_E_MALFORMED_HEADER,
       DCIAUTH_E_ARGUMENT, DCIAUTH_FIELD_SESSION_TOKEN, 2},
      {offsetof(dciauth_sign_params, datestamp), LIT("20150830"), DCIAUTH_E_ARGUMENT, DCIAUTH_OK,
       DCIAUTH_FIELD_DATESTAMP, 0},
      {offsetof(dciauth_sign_params, algorithm), LIT("X"), DCIAUTH_E_BAD_ALGORITHM, DCIAUTH_OK,
       DCIAUTH_FIELD_ALGORITHM, 0},
      {offsetof(dciauth_sign_params, terminator), LIT("x"), DCIAUTH_E_SCOPE_TERMINATOR, DCIAUTH_OK,
       DCIAUTH_FIELD_TERMINATOR, 0},
  };
  for (size_t i = 0; i < NUM(cases_of); i++) {
    for (size_t p = 0; p < NUM_KINDS; p++) {
      sample s;
      dciauth_signed out;
      sample_init(&s, kind(p));
      memcpy((char *)&s.params + cases_of[i].at, &cases_of[i].value, sizeof(dciauth_span));
      work_block b = block_new(dciauth_sign_bound(s.p, &s.request, &s.params), 0);
      dciauth_status want = p == 2 ? cases_of[i].dci : cases_of[i].aws;
      assert_status(dciauth_sign(s.p, &s.request, &s.params, &s.key, b.work, &out), want);
      if (want != DCIAUTH_OK) {
        assert_where(out.where, cases_of[i].field, 0, p == 2 ? 0 : cases_of[i].offset);
      }
      block_free(&b);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(empty_parameters),
      cmocka_unit_test(parameters_of_other_dialects),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
