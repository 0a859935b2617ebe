/* SPDX-License-Identifier: Apache-2.0 */
/* test_form.c - values and their forms: what each kind of member takes, and where it says what is
 * wrong. */
#include "form.h"
#include "sample.h"

static const form_member inner_members[] = {{"a", FORM_TEXT, true, NULL, NULL}};
static const form inner = {inner_members, 1, NULL};

/* check compares what is found in {"m": …} against a form of the one member m; "" is nothing. */
static void check(form_kind kind, const char *value, const char *want) {
  const form_member member = {"m", kind, true, &inner, "one two"};
  const form f = {&member, 1, NULL};
  findings found = {0};
  place at = {&found, "f", ""};
  text object = {0};
  text_printf(&object, "{%s}", value);
  json *root = parse(object.ptr);
  form_check(root, &f, &at);
  assert_string_equal(text_str(&found.lines), want);
  json_free(root);
  text_free(&object);
  findings_free(&found);
}

static void test_strings(void **state) {
  (void)state;
  check(FORM_TEXT, "\"m\":\"\"", "");
  check(FORM_TEXT, "\"m\":1", "f: /m: a string belongs here\n");
  check(FORM_TEXT, "\"m\":\"a\\nb\"", "f: /m: not plain text: it holds what does not show\n");
  check(FORM_FILLED, "\"m\":\"\"", "f: /m: empty: write what it is about\n");
  check(FORM_TITLE, "\"m\":\"\xC3\xA9\"", "");
  check(FORM_TITLE, "\"m\":\"123456789 123456789 123456789 123456789 123456789 123456789 \"", "");
  check(FORM_TITLE, "\"m\":\"123456789 123456789 123456789 123456789 123456789 123456789 1\"",
        "f: /m: 1 to 60 characters belong here\n");
  check(FORM_WORD, "\"m\":\"a-1\"", "");
  check(FORM_WORD, "\"m\":\"a.b\"",
        "f: /m: no word: small letters and digits, single '-' within\n");
  check(FORM_ID, "\"m\":\"a/b-c.d_e\"", "");
  check(FORM_ID, "\"m\":\"a//b\"",
        "f: /m: no id: small letters and digits, single . _ / - within\n");
  check(FORM_CHOICE, "\"m\":\"two\"", "");
  check(FORM_CHOICE, "\"m\":\"tw\"", "f: /m: 'tw' is none of: one two\n");
  check(FORM_CHOICE, "\"m\":\"\"", "f: /m: '' is none of: one two\n");
}

static void test_versions_and_digits(void **state) {
  (void)state;
  static const char bad[] = "f: /m: no version: three numbers, as in 1.0.0\n";
  check(FORM_SEMVER, "\"m\":\"0.10.2\"", "");
  check(FORM_SEMVER, "\"m\":\"1.0\"", bad);
  check(FORM_SEMVER, "\"m\":\"1.00.0\"", bad);
  check(FORM_SEMVER, "\"m\":\"1.0.0-a\"", bad);
  check(FORM_SEMVER, "\"m\":\"1..0\"", bad);
  check(FORM_TIME, "\"m\":\"20150830T123600Z\"", "");
  check(FORM_TIME, "\"m\":\"20150830T123600\"", "f: /m: no time: YYYYMMDDTHHMMSSZ\n");
  check(FORM_TIME, "\"m\":\"20150830T123600Z0\"", "f: /m: no time: YYYYMMDDTHHMMSSZ\n");
  check(FORM_HEX, "\"m\":\"abc\"", "f: /m: 64 digits 0-9a-f belong here\n");
}

static void test_others(void **state) {
  (void)state;
  check(FORM_BOOL, "\"m\":false", "");
  check(FORM_BOOL, "\"m\":0", "f: /m: true or false belongs here\n");
  check(FORM_COUNT, "\"m\":0", "");
  check(FORM_COUNT, "\"m\":-1", "f: /m: a whole number from 0 belongs here\n");
  check(FORM_POSITIVE, "\"m\":0", "f: /m: a whole number from 1 belongs here\n");
  check(FORM_COUNT, "\"m\":0.5", "f: /m: a whole number from 0 belongs here\n");
  check(FORM_WORDS, "\"m\":[]", "");
  check(FORM_WORDS, "\"m\":[\"a\",1]", "f: /m/1: a string belongs here\n");
  check(FORM_FILLED_WORDS, "\"m\":[]", "f: /m: empty: one word belongs here at least\n");
  check(FORM_TEXTS, "\"m\":{}", "f: /m: an array of strings belongs here\n");
  check(FORM_IDS, "\"m\":[\"a/b\"]", "");
}

static void test_nested(void **state) {
  (void)state;
  check(FORM_OBJECT, "\"m\":{\"a\":\"\"}", "");
  check(FORM_OBJECT, "\"m\":[]", "f: /m: an object belongs here\n");
  check(FORM_OBJECT, "\"m\":{\"b/c\":1}",
        "f: /m/b~1c: an unknown field: remove it, or use a newer dciauth-conform\n"
        "f: /m/a: missing: add it\n");
  check(FORM_LIST, "\"m\":[]", "");
  check(FORM_FILLED_LIST, "\"m\":[]", "f: /m: empty: one belongs here at least\n");
  check(FORM_LIST, "\"m\":[{\"a\":\"\"},{}]", "f: /m/1/a: missing: add it\n");
  check(FORM_MAP, "\"m\":{\"x\":{}}", "f: /m/x/a: missing: add it\n");
  check(FORM_TEXT_MAP, "\"m\":{\"x\":\"1\"}", "f: /m: two belong here at least\n");
  check(FORM_TEXT_MAP, "\"m\":{\"x\":\"1\",\"y\":2}", "f: /m/y: a string belongs here\n");
}

static void test_bytes(void **state) {
  (void)state;
  static const char base64[] = "f: /m_b64: no base64: the standard alphabet, padded with '='\n";
  check(FORM_BYTES, "\"m\":\"a\"", "");
  check(FORM_BYTES, "\"m_b64\":\"AP8=\"", "");
  check(FORM_BYTES, "\"m_b64\":\"AP8\"", base64);
  check(FORM_BYTES, "\"m_b64\":1", base64);
  check(FORM_BYTES, "", "f: /m: missing: add it, or m_b64\n");
  check(FORM_BYTES, "\"m\":\"a\",\"m_b64\":\"\"", "f: /m: m_b64 is there, too: keep one of them\n");
  check(FORM_BYTES, "\"m\":\"\\u007f\"",
        "f: /m: not plain text: write base64, under the name with _b64\n");
  check(FORM_TEXT, "\"m\":\"\",\"m_b64\":\"\"",
        "f: /m_b64: an unknown field: remove it, or use a newer dciauth-conform\n");
  check(FORM_STAGE, "\"m\":[\"a\",\"\"]", "");
  check(FORM_STAGE, "\"m\":\"a\"", "f: /m: an array of strings belongs here\n");
  check(FORM_BODY, "\"m\":{\"repeat_b64\":\"YQ==\",\"times\":2}", "");
  check(FORM_BODY, "\"m\":{\"repeat_b64\":\"YQ==\",\"times\":0}",
        "f: /m/times: a whole number from 1 belongs here\n");
  check(FORM_BYTES, "\"m\":{\"repeat_b64\":\"YQ==\",\"times\":2}",
        "f: /m: a string belongs here\n");
}

/* Of very many findings the first are told and all are counted. */
static void test_many(void **state) {
  (void)state;
  findings found = {0};
  place at = {&found, "f", ""};
  for (int i = 0; i < MAX_FINDINGS + 7; i++) {
    assert_false(place_blame(&at, "%d", i));
  }
  assert_int_equal(found.num, MAX_FINDINGS + 7);
  assert_null(strstr(found.lines.ptr, "f: 100\n"));
  assert_non_null(strstr(found.lines.ptr, "f: 99\n"));
  findings_free(&found);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_strings), cmocka_unit_test(test_versions_and_digits),
      cmocka_unit_test(test_others),  cmocka_unit_test(test_nested),
      cmocka_unit_test(test_bytes),   cmocka_unit_test(test_many),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
