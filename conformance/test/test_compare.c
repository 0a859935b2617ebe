/* SPDX-License-Identifier: Apache-2.0 */
/* test_compare.c - where answers part from what is expected, and that equal ones do not. */
#include "compare.h"
#include "compare_auth.h"
#include "compare_bytes.h"
#include "explain.h"
#include "visible.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static json *parse(const char *s) {
  json_error error;
  json *root = json_parse(dciauth_str(s), &error);
  assert_non_null(root);
  return root;
}

/* sign compares a signing answer and checks where it fails; stage NULL: it passes. */
static void sign(const char *expected, const char *out, const char *hello, const char *stage) {
  json *want = parse(expected), *got = parse(out), *declared = parse(hello);
  outcome o = {0};
  compare_signed(want, got, declared, &o);
  assert_int_equal(o.status, stage == NULL ? OUTCOME_PASS : OUTCOME_FAIL);
  assert_string_equal(o.stage, stage == NULL ? "" : stage);
  outcome_free(&o);
  json_free(want);
  json_free(got);
  json_free(declared);
}

static void test_stages_in_order(void **state) {
  (void)state;
  const char *want = "{\"stages\":{\"signature\":\"aa\",\"string_to_sign\":[\"s\",\"t\"],"
                     "\"canonical_request\":[\"GET\",\"/\"]}}";
  sign(want, "{\"signature\":\"aa\",\"stages\":{\"canonical_request\":\"GET\\n/\"}}", "{}", NULL);
  sign(want, "{\"signature\":\"aa\"}", "{}", NULL);
  sign(want, "{\"signature\":\"ab\",\"stages\":{\"canonical_request\":\"GET\\n/x\"}}", "{}",
       "canonical_request");
  sign(want, "{\"signature\":\"ab\",\"stages\":{\"string_to_sign\":\"s\\nu\"}}", "{}",
       "string_to_sign");
  sign(want, "{\"signature\":\"ab\"}", "{}", "signature");
  sign(want, "{\"stages\":{\"signature\":\"aa\"}}", "{}", NULL);
  sign(want, "{\"signature_b64\":\"YWE=\"}", "{}", NULL);
  sign(want, "{\"signature\":\"aa\",\"stages\":{\"string_to_sign_b64\":\"?\"}}", "{}",
       "string_to_sign");
  sign(want, "{}", "{}", "signature");
  sign(want, "{\"signature\":7}", "{}", "signature");
}

static void test_declared_stage_must_come(void **state) {
  (void)state;
  const char *want = "{\"stages\":{\"canonical_request\":[\"GET\"],\"signature\":\"aa\"}}";
  const char *hello = "{\"stages\":[\"canonical_request\"]}";
  sign(want, "{\"signature\":\"aa\"}", hello, "canonical_request");
  sign(want, "{\"signature\":\"aa\",\"canonical_request\":\"GET\"}", hello, NULL);
}

#define AUTH "A Credential=k/s, SignedHeaders=host, Signature=aa"

static void test_authorization_by_parts(void **state) {
  (void)state;
  const char *want = "{\"stages\":{},\"authorization\":\"" AUTH "\"}";
  sign(want, "{\"authorization\":\"" AUTH "\"}", "{}", NULL);
  sign(want, "{\"authorization\":\"A Signature=aa,SignedHeaders=host,\\tCredential=k/s\"}", "{}",
       NULL);
  sign(want, "{\"authorization\":\"B Credential=k/s, SignedHeaders=host, Signature=aa\"}", "{}",
       "authorization algorithm");
  sign(want, "{\"authorization\":\"A Credential=k/t, SignedHeaders=host, Signature=aa\"}", "{}",
       "authorization Credential");
  sign(want, "{\"authorization\":\"A Credential=k/s, Signature=aa\"}", "{}",
       "authorization SignedHeaders");
  sign(want, "{\"authorization\":\"" AUTH ", Signature=aa\"}", "{}", "authorization Signature");
  sign(want, "{\"authorization\":\"" AUTH ", More=1\"}", "{}", "authorization");
  sign(want, "{\"authorization\":\"\"}", "{}", "authorization algorithm");
}

static void test_added_headers_are_a_set(void **state) {
  (void)state;
  const char *want = "{\"stages\":{},\"headers\":[{\"n\":\"X-Date\",\"v\":\"1\"},"
                     "{\"n\":\"Authorization\",\"v\":\"" AUTH "\"}]}";
#define AUTH_HEADER                                                                                \
  "{\"n\":\"authorization\",\"v\":\"A Signature=aa,SignedHeaders=host,Credential=k/s\"}"
  sign(want, "{\"signature\":\"aa\",\"headers\":[" AUTH_HEADER ",{\"n\":\"x-date\",\"v\":\"1\"}]}",
       "{}", NULL);
  sign(want, "{\"signature\":\"aa\",\"headers\":[" AUTH_HEADER ",{\"n\":\"x-date\",\"v\":\"2\"}]}",
       "{}", "added header X-Date");
  sign(want, "{\"signature\":\"aa\",\"headers\":[" AUTH_HEADER "]}", "{}", "added header X-Date");
  sign(want,
       "{\"signature\":\"aa\",\"headers\":[" AUTH_HEADER ",{\"n\":\"x-date\",\"v\":\"1\"},"
       "{\"n\":\"x-b\",\"v\":\"\"}]}",
       "{}", "added headers");
}

static void test_position(void **state) {
  (void)state;
  outcome o = {0};
  assert_true(compare_bytes("s", dciauth_str("a\nb"), dciauth_str("a\nb"), &o));
  assert_true(compare_bytes("s", dciauth_str(""), dciauth_str(""), &o));
  assert_false(
      compare_bytes("s", dciauth_str("one\ntwo\nthree"), dciauth_str("one\ntwX\nthree"), &o));
  assert_int_equal(o.line, 2);
  assert_int_equal(o.byte, 3);
  assert_string_equal(o.expected.ptr, "two");
  assert_string_equal(o.actual.ptr, "twX");
  outcome_free(&o);
  /* one value is the beginning of the other: the difference is where it ends */
  assert_false(compare_bytes("s", dciauth_str("one\ntwo"), dciauth_str("one"), &o));
  assert_int_equal(o.line, 1);
  assert_int_equal(o.byte, 4);
  outcome_free(&o);
  assert_false(compare_bytes("s", dciauth_str("one\n"), dciauth_str("one\ntwo"), &o));
  assert_int_equal(o.line, 2);
  assert_int_equal(o.byte, 1);
  assert_string_equal(text_str(&o.expected), "");
  assert_string_equal(o.actual.ptr, "two");
  outcome_free(&o);
}

/* verify compares a verdict; warns says whether there is a warning. */
static void verify(const char *expected, const char *out, bool either, const char *stage,
                   bool warns) {
  json *want = parse(expected), *got = parse(out);
  outcome o = {0};
  bool same = compare_verdict(want, got, either, &o);
  assert_int_equal(same, stage == NULL && !warns);
  assert_int_equal(o.status, stage == NULL ? OUTCOME_PASS : OUTCOME_FAIL);
  assert_string_equal(o.stage, stage == NULL ? "" : stage);
  assert_int_equal(o.warning.len > 0, warns);
  outcome_free(&o);
  json_free(want);
  json_free(got);
}

static void test_verdict(void **state) {
  (void)state;
  const char *accept = "{\"decision\":\"accept\",\"principal\":\"k\"}";
  const char *reject = "{\"decision\":\"reject\",\"error\":{\"class\":\"x\",\"any_of\":[\"y\"]}}";
  verify(accept, accept, false, NULL, false);
  verify(accept, "{\"decision\":\"accept\",\"principal_b64\":\"aw==\"}", false, NULL, false);
  verify(accept, "{\"decision\":\"accept\",\"principal\":\"l\"}", false, "principal", false);
  verify(accept, "{\"decision\":\"accept\"}", false, "principal", false);
  verify("{\"decision\":\"accept\"}", "{\"decision\":\"accept\"}", false, "principal", false);
  verify(accept, "{\"decision\":\"reject\"}", false, "decision", false);
  verify(reject, accept, false, "decision", false);
  verify(reject, "{\"decision\":\"reject\"}", false, NULL, false);
  verify(reject, "{\"decision\":\"Reject\"}", false, "decision", false);
  verify(reject, "{}", false, "decision", false);
  verify(reject, accept, true, NULL, true);
  verify(accept, "{\"decision\":\"reject\"}", true, NULL, true);
}

static void check_visible(dciauth_span s, size_t most, const char *expected) {
  text shown = {0};
  visible_put(&shown, s, most);
  assert_string_equal(text_str(&shown), expected);
  text_free(&shown);
}

static void test_visible(void **state) {
  (void)state;
  check_visible(dciauth_bytes("a\n\t\r\\\0\x1B\x7F\xFF", 9), 99,
                "a\\n\\t\\r\\\\\\x00\\x1b\\x7f\\xff");
  check_visible(dciauth_str("\xC3\xA9\xE2\x80\xAE\xC2\x85"), 99, "\xC3\xA9\\u{202e}\\u{85}");
  check_visible(dciauth_str("abcdef"), 3, "abc\xE2\x80\xA6");
  assert_int_equal(visible_width(dciauth_str("\xC3\xA9\n"), 3), 3);
}

static void test_explanation(void **state) {
  (void)state;
  vector v = {.id = "a/b/c", .title = "the title", .comment = "the comment", .severity = "high"};
  outcome o = {0};
  text words = {0};
  compare_bytes("canonical_request", dciauth_str("GET\n/a%2Fb"), dciauth_str("GET\n/a\tb"), &o);
  explain_put(&v, &o, &words);
  assert_string_equal(words.ptr, "FAIL a/b/c at canonical_request, line 2, byte 3\n"
                                 "  the title (severity high)\n"
                                 "  expected  /a%2Fb\n"
                                 "  actual    /a\\tb\n"
                                 "              ^\n"
                                 "  why       the comment\n");
  outcome_free(&o);
  text_free(&words);
}

static void test_explanation_cuts_long_lines(void **state) {
  (void)state;
  char want[1001], got[1001];
  vector v = {.id = "i", .title = "t", .comment = "", .severity = ""};
  outcome o = {0};
  text words = {0};
  memset(want, 'x', sizeof want - 1);
  memset(got, 'x', sizeof got - 1);
  want[1000] = got[1000] = '\0';
  got[500] = 'y';
  compare_bytes("path", dciauth_str(want), dciauth_str(got), &o);
  explain_put(&v, &o, &words);
  const char *mark = strchr(words.ptr, '^'), *odd = strstr(words.ptr, "xy");
  assert_true(words.len < 400);
  assert_non_null(mark);
  assert_non_null(odd);
  odd++;
  const char *mark_line = mark, *odd_line = odd;
  while (mark_line[-1] != '\n') {
    mark_line--;
  }
  while (odd_line[-1] != '\n') {
    odd_line--;
  }
  /* the sign for what was cut is one column, and three bytes */
  assert_int_equal(mark - mark_line, odd - odd_line - 2);
  outcome_free(&o);
  text_free(&words);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_stages_in_order),
      cmocka_unit_test(test_declared_stage_must_come),
      cmocka_unit_test(test_authorization_by_parts),
      cmocka_unit_test(test_added_headers_are_a_set),
      cmocka_unit_test(test_position),
      cmocka_unit_test(test_verdict),
      cmocka_unit_test(test_visible),
      cmocka_unit_test(test_explanation),
      cmocka_unit_test(test_explanation_cuts_long_lines),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
