/* SPDX-License-Identifier: Apache-2.0 */
/* test_meaning.c - what an outcome means, by severity, stage and decision. */
#include "meaning.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct {
  const char *severity, *stage, *actual;
  outcome_status status;
  meaning means;
  const char *becomes; /* the severity of the outcome */
} cases[] = {
    {"critical", "decision", "accept", OUTCOME_FAIL, MEANING_CRITICAL, "critical"},
    {"high", "decision", "accept", OUTCOME_FAIL, MEANING_HIGH, "high"},
    {"medium", "decision", "accept", OUTCOME_FAIL, MEANING_MEDIUM, "medium"},
    {"low", "decision", "accept", OUTCOME_FAIL, MEANING_LOW, "low"},
    {"none", "decision", "reject", OUTCOME_FAIL, MEANING_REFUSED, "none"},
    {"", "decision", "reject", OUTCOME_FAIL, MEANING_REFUSED, ""},
    {"none", "principal", "root", OUTCOME_FAIL, MEANING_PRINCIPAL, "high"},
    {"none", "view", "", OUTCOME_FAIL, MEANING_VIEW, "high"},
    /* nothing that a verifier decided */
    {"none", "decision", "", OUTCOME_FAIL, MEANING_NONE, "none"},
    {"", "decision", "accept", OUTCOME_FAIL, MEANING_NONE, ""},
    {"high", "reason", "no-auth", OUTCOME_FAIL, MEANING_NONE, "high"},
    {"high", "raised", "", OUTCOME_FAIL, MEANING_NONE, "high"},
    {"", "canonical_request", "accept", OUTCOME_FAIL, MEANING_NONE, ""},
    {"high", "", "", OUTCOME_CRASH, MEANING_NONE, "high"},
    {"high", "", "", OUTCOME_PASS, MEANING_NONE, "high"},
    {"high", "decision", "accept", OUTCOME_DISPUTED, MEANING_NONE, "high"},
};

static void test_meanings(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    outcome o = {.status = cases[i].status};
    strcpy(o.stage, cases[i].stage);
    text_puts(&o.actual, cases[i].actual);
    assert_int_equal(meaning_of(cases[i].severity, &o), cases[i].means);
    assert_string_equal(meaning_severity(cases[i].severity, &o), cases[i].becomes);
    o.excuse = EXCUSE_EXPECTED;
    assert_int_equal(meaning_of(cases[i].severity, &o), MEANING_NONE);
    assert_string_equal(meaning_severity(cases[i].severity, &o), cases[i].becomes);
    outcome_free(&o);
  }
}

static void check_number(meaning m, size_t num, const char *expected) {
  text words = {0};
  meaning_put_number(m, num, &words);
  assert_string_equal(text_str(&words), expected);
  text_free(&words);
}

static void test_words(void **state) {
  (void)state;
  check_number(MEANING_CRITICAL, 2, "2 critical");
  check_number(MEANING_PRINCIPAL, 1, "1 high");
  check_number(MEANING_REFUSED, 1, "1 honest request is refused");
  check_number(MEANING_REFUSED, 2, "2 honest requests are refused");
  assert_string_equal(meaning_words(MEANING_CRITICAL), "no key is needed");
  assert_string_equal(meaning_key(MEANING_PRINCIPAL), "principal");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_meanings), cmocka_unit_test(test_words)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
