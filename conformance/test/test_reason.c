/* SPDX-License-Identifier: Apache-2.0 */
/* test_reason.c - right reasons, wrong ones and none, with and without a map. */
#include "reason.h"
#include "sample.h"

static const char expected[] = "{\"class\":\"skewed-past\",\"any_of\":[\"malformed-date\"]}";

/* judge compares an answer's `out`; `message` stands beside it. */
static outcome judge(const char *out, const char *message, const char *map, bool strict) {
  json *want = parse(expected), *got = parse(out);
  errormap errors = {map != NULL ? parse(map) : NULL};
  answer a = {.status = ANSWER_OK, .out = got, .message = message};
  outcome o = {.status = OUTCOME_PASS};
  reason_compare(want, &a, &(reason_rules){strict, map != NULL ? &errors : NULL}, &o);
  errormap_free(&errors);
  json_free(want);
  json_free(got);
  return o;
}

static void check(const char *out, const char *message, const char *map, bool strict,
                  outcome_status status, const char *says) {
  outcome o = judge(out, message, map, strict);
  const text *words = status == OUTCOME_PASS ? &o.warning : &o.message;
  assert_int_equal(o.status, status);
  assert_string_equal(o.stage, status == OUTCOME_PASS ? "" : "reason");
  assert_string_equal(text_str(words), says);
  outcome_free(&o);
}

static void test_code(void **state) {
  (void)state;
  const char *right[] = {"{\"error\":{\"code\":\"skewed-past\"}}",
                         "{\"error\":{\"code\":\"malformed-date\"}}"};
  const char *wrong = "{\"error\":{\"code\":\"no-auth\"}}";
  for (size_t i = 0; i < 2; i++) {
    check(right[i], "", NULL, false, OUTCOME_PASS, "");
    check(right[i], "", NULL, true, OUTCOME_PASS, "");
  }
  check(wrong, "", NULL, false, OUTCOME_PASS,
        "refused for no-auth, the vector's reason is skewed-past");
  outcome o = judge(wrong, "", NULL, true);
  assert_int_equal(o.status, OUTCOME_FAIL);
  assert_string_equal(text_str(&o.expected), "skewed-past or malformed-date");
  assert_string_equal(text_str(&o.actual), "no-auth");
  outcome_free(&o);
}

static void test_none(void **state) {
  (void)state;
  const char *silent[] = {"{}", "{\"error\":{\"message\":\"too old\"}}",
                          "{\"error\":{\"code\":7}}"};
  for (size_t i = 0; i < 3; i++) {
    check(silent[i], "", NULL, false, OUTCOME_PASS, "");
    check(silent[i], "", NULL, true, OUTCOME_FAIL,
          "it names no error class: answer `error.code`, or say in an errormap.json what its "
          "errors mean");
    check(silent[i], "", "{\"other\":[\"skewed-past\"]}", true, OUTCOME_FAIL,
          "the errormap has no entry for its error");
  }
}

static void test_map(void **state) {
  (void)state;
  const char *map =
      "{\"Expired*\":[\"no-auth\",\"skewed-past\"],\"E7\":[\"no-auth\",\"scope-region\"]}";
  const char *said[] = {"{\"error\":{\"native\":\"ExpiredToken\"}}",
                        "{\"error\":{\"native\":\"E1\",\"message\":\"Expired at 7\"}}",
                        "{\"error\":{\"native_b64\":\"RXhwaXJlZP8=\"}}",
                        "{\"error\":{\"code\":\"Expired\"}}",
                        "{\"error\":{\"native\":\"Expired\",\"code\":\"no-auth\"}}"};
  for (size_t i = 0; i < 5; i++) {
    check(said[i], "", map, true, OUTCOME_PASS, "");
  }
  check("{}", "Expired", map, true, OUTCOME_PASS, "");
  const char *wrong = "{\"error\":{\"native\":\"E7\",\"code\":\"skewed-past\"}}";
  check(wrong, "", map, false, OUTCOME_PASS,
        "refused for no-auth or scope-region, the vector's reason is skewed-past");
  check(wrong, "", map, true, OUTCOME_FAIL, "");
  /* what the map does not know, the code says */
  check("{\"error\":{\"native\":\"E8\",\"code\":\"skewed-past\"}}", "", map, true, OUTCOME_PASS,
        "");
}

static void test_hostile_words_are_shown(void **state) {
  (void)state;
  check("{\"error\":{\"code\":\"\\u001b[2J\"}}", "", NULL, false, OUTCOME_PASS,
        "refused for \\x1b[2J, the vector's reason is skewed-past");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_code),
      cmocka_unit_test(test_none),
      cmocka_unit_test(test_map),
      cmocka_unit_test(test_hostile_words_are_shown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
