/* SPDX-License-Identifier: Apache-2.0 */
/* test_status.c - the words and texts: complete, distinct, and safe outside the list. */
#include "support.h"

static void every_status_has_a_word_and_a_text(void **state) {
  (void)state;
  for (int i = 0; i < DCIAUTH_NUM_STATUS; i++) {
    const char *word = dciauth_status_class((dciauth_status)i);
    const char *text = dciauth_status_text((dciauth_status)i);
    assert_true(strlen(word) > 1 && strspn(word, "abcdefghijklmnopqrstuvwxyz-") == strlen(word));
    assert_true(strlen(text) > 0 && text[strlen(text) - 1] != '.');
    for (int other = 0; other < i; other++) {
      assert_string_not_equal(word, dciauth_status_class((dciauth_status)other));
      assert_string_not_equal(text, dciauth_status_text((dciauth_status)other));
    }
  }
  assert_string_equal(dciauth_status_class(DCIAUTH_OK), "ok");
  assert_string_equal(dciauth_status_class(DCIAUTH_E_HEADER_NOT_SIGNED), "header-not-signed");
  assert_string_equal(dciauth_status_class(DCIAUTH_E_SIGNATURE_MISMATCH), "signature-mismatch");
  assert_string_equal(dciauth_status_text(DCIAUTH_OK), "success");
}

static void outside_the_list(void **state) {
  (void)state;
  assert_string_equal(dciauth_status_class(DCIAUTH_NUM_STATUS), "unknown");
  assert_string_equal(dciauth_status_class((dciauth_status)-1), "unknown");
  assert_string_equal(dciauth_status_text(DCIAUTH_NUM_STATUS), "unknown status");
  assert_string_equal(dciauth_field_name(DCIAUTH_NUM_FIELDS), "unknown");
  assert_string_equal(dciauth_field_name((dciauth_field)-1), "unknown");
}

static void every_field_has_a_word(void **state) {
  (void)state;
  for (int i = 0; i < DCIAUTH_NUM_FIELDS; i++) {
    for (int other = 0; other < i; other++) {
      assert_string_not_equal(dciauth_field_name((dciauth_field)i),
                              dciauth_field_name((dciauth_field)other));
    }
  }
  assert_string_equal(dciauth_field_name(DCIAUTH_FIELD_HEADER_VALUE), "header-value");
}

/* The order of the list is the order in which a verifier checks: parse, freshness, scope, identity,
 * signature. */
static void order_is_the_order_of_checks(void **state) {
  (void)state;
  static const dciauth_status order[] = {
      DCIAUTH_E_MALFORMED_METHOD,  DCIAUTH_E_NO_AUTH,       DCIAUTH_E_HOST_NOT_SIGNED,
      DCIAUTH_E_MISSING_DATE,      DCIAUTH_E_SKEWED_PAST,   DCIAUTH_E_SCOPE_DATE_MISMATCH,
      DCIAUTH_E_UNKNOWN_KEY,       DCIAUTH_E_TOKEN_MISSING, DCIAUTH_E_PAYLOAD_HASH_MISSING,
      DCIAUTH_E_SIGNATURE_MISMATCH};
  for (size_t i = 1; i < NUM(order); i++) {
    assert_true(order[i - 1] < order[i]);
  }
  assert_int_equal(DCIAUTH_E_SIGNATURE_MISMATCH + 1, DCIAUTH_NUM_STATUS);
}

static void says_nothing_to_clients(void **state) {
  (void)state;
  assert_string_equal(dciauth_refusal(), "The request could not be authenticated.");
  assert_string_equal(dciauth_version(), DCIAUTH_VERSION);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_status_has_a_word_and_a_text),
      cmocka_unit_test(outside_the_list),
      cmocka_unit_test(every_field_has_a_word),
      cmocka_unit_test(order_is_the_order_of_checks),
      cmocka_unit_test(says_nothing_to_clients),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
