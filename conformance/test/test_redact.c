/* SPDX-License-Identifier: Apache-2.0 */
/* test_redact.c - secrets in every form, at every place, whole and cut off; and what is none. */
#include "redact.h"
#include "sample.h"

#define SECRET "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"

/* look blots one text, of a vector with these secrets, and compares. */
static void look(const char *input, const char *said, const char *shown) {
  json *in = parse(input);
  vector v = {.input = in};
  outcome o = {.status = OUTCOME_FAIL};
  text *const texts[] = {&o.expected, &o.actual, &o.message, &o.warning, &o.noise};
  for (size_t i = 0; i < 5; i++) {
    text_puts(texts[i], said);
  }
  redact_outcome(&v, &o);
  for (size_t i = 0; i < 5; i++) {
    assert_string_equal(text_str(texts[i]), shown);
  }
  outcome_free(&o);
  json_free(in);
}

static const char sign[] = "{\"credentials\":{\"secret_key\":\"" SECRET "\"}}";

static void test_forms(void **state) {
  (void)state;
  const char *forms[] = {
      SECRET,
      "774a616c725855746e46454d492f4b374d44454e472b6250785266694359455841"
      "4d504c454b4559",
      "774A616C725855746E46454D492F4B374D44454E472B6250785266694359455841"
      "4D504C454B4559",
  };
  for (size_t i = 0; i < 3; i++) {
    text said = {0};
    text_printf(&said, "key=%s, and %s", forms[i], forms[i]);
    look(sign, said.ptr, "key=[secret key], and [secret key]");
    text_free(&said);
  }
}

/* Behind nothing, one byte and two bytes; what is left holds two bits of the secret or four. */
static void test_base64(void **state) {
  (void)state;
  look(sign, "d0phbHJYVXRuRkVNSS9LN01ERU5HK2JQeFJmaUNZRVhBTVBMRUtFWQ==", "[secret key]Q==");
  look(sign, "eHdKYWxyWFV0bkZFTUkvSzdNREVORytiUHhSZmlDWUVYQU1QTEVLRVk=", "eH[secret key]k=");
  look(sign, "eHl3SmFsclhVdG5GRU1JL0s3TURFTkcrYlB4UmZpQ1lFWEFNUExFS0VZ", "eHl[secret key]");
}

static void test_cut_off(void **state) {
  (void)state;
  look(sign, "the key is wJalrXUtnFEMI", "the key is [secret key]");
  look(sign, "the key is wJalrXUtnFEMI…", "the key is [secret key]…");
  look(sign, "CYEXAMPLEKEY is it", "[secret key] is it");
  look(sign, "wJalrXU is not enough", "wJalrXU is not enough");
}

static void test_keyring(void **state) {
  (void)state;
  look("{\"keyring\":[{\"secret_key\":\"first one\"},{\"secret_key_b64\":\"c2Vjb25kAG9uZQ==\"},"
       "{\"secret_key\":\"short\"}]}",
       "first one, second\\x00one, short", "[secret key], [secret key], short");
  look("{}", "nothing to hide", "nothing to hide");
}

static void test_stage(void **state) {
  (void)state;
  look("{}", "{\"stages\":{\"signing_key\":\"abc\",\"signing_key_b64\": \"YWJj\"}} signing_key",
       "{\"stages\":{\"signing_key\":\"[signing key]\",\"signing_key_b64\": \"[signing key]\"}} "
       "signing_key");
  look("{}", "stages/signing_key \"abc", "stages/signing_key \"[signing key]");
  json *in = parse("{}");
  vector v = {.input = in};
  outcome o = {.status = OUTCOME_FAIL, .stage = "signing_key"};
  text_puts(&o.actual, "abc");
  redact_outcome(&v, &o);
  assert_string_equal(text_str(&o.actual), "[signing key]");
  assert_string_equal(text_str(&o.expected), "");
  outcome_free(&o);
  json_free(in);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_forms),   cmocka_unit_test(test_base64), cmocka_unit_test(test_cut_off),
      cmocka_unit_test(test_keyring), cmocka_unit_test(test_stage),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
