/* SPDX-License-Identifier: Apache-2.0 */
/* test_view.c - views that show less than was signed, the same, and more. */
#include "sample.h"
#include "view.h"

static const char expected[] =
    "{\"method\":\"GET\",\"path\":\"/a%2541\","
    "\"args\":[{\"n\":\"k\",\"v\":\"1\"},{\"n\":\"k\",\"v\":\"1\"},{\"n\":\"l\",\"v\":\"2\"}],"
    "\"headers\":[{\"n\":\"host\",\"v\":\"h\"},{\"n\":\"x-a\",\"v\":\"b c,d\"}],"
    "\"body_covered\":false}";
static const char request[] =
    "{\"headers\":[{\"n\":\"Host\",\"v\":\"h\"},{\"n\":\"X-A\",\"v\":\" b  c\"},"
    "{\"n\":\"x-a\",\"v\":\"d\"},{\"n\":\"x-b\",\"v\":\"e\"}]}";

/* look compares a view; `says` is what is wrong, NULL: nothing. */
static void look(const char *view, const char *says) {
  json *want = parse(expected), *got = parse(view), *sent = parse(request);
  outcome o = {.status = OUTCOME_PASS};
  view_compare(want, got, sent, &o);
  assert_string_equal(text_str(&o.message), says != NULL ? says : "");
  assert_int_equal(o.status, says == NULL ? OUTCOME_PASS : OUTCOME_FAIL);
  assert_string_equal(o.stage, says == NULL ? "" : "view");
  outcome_free(&o);
  json_free(want);
  json_free(got);
  json_free(sent);
}

static void test_the_same_and_less(void **state) {
  (void)state;
  look(expected, NULL);
  look("{\"body_covered\":false}", NULL);
  look("{\"args\":[],\"headers\":[],\"body_covered\":false}", NULL);
}

static void test_nothing(void **state) {
  (void)state;
  const char *says = "the view has none of method, path, args, headers and body_covered";
  look("{}", says);
  look("{\"header\":[{\"n\":\"x-b\",\"v\":\"e\"}]}", says);
}

static void test_lines(void **state) {
  (void)state;
  look("{\"path\":\"/a%41\"}", NULL);
  look("{\"path_b64\":\"L2ElMjU0MQ==\"}", NULL);
  look("{\"path\":\"/aA\"}", "the view has another path");
  look("{\"path\":7}", "the view's `path` is no text or base64");
  look("{\"method\":\"get\"}", "the view has another method");
  look("{\"method\":\"%47ET\"}", "the view has another method");
}

static void test_args(void **state) {
  (void)state;
  look("{\"args\":[{\"n\":\"l\",\"v\":\"2\"},{\"n\":\"k\",\"v\":\"1\"}]}", NULL);
  look("{\"args\":[{\"n\":\"l\",\"v\":\"2\"},{\"n\":\"l\",\"v\":\"2\"}]}",
       "the view has the argument l, which the signature does not cover");
  look("{\"args\":[{\"n\":\"l\",\"v\":\"3\"}]}",
       "the view has the argument l with a value that the signature does not cover");
  look("{\"args\":[{\"n\":\"L\",\"v\":\"2\"}]}",
       "the view has the argument L, which the signature does not cover");
  look("{\"args\":{\"l\":\"2\"}}", "the view's `args` is no array of {n, v}");
  look("{\"args\":[{\"n\":\"l\"}]}", "the view's `args` is no array of {n, v}");
  look("{\"args\":[7]}", "the view's `args` is no array of {n, v}");
}

static void test_headers(void **state) {
  (void)state;
  look("{\"headers\":[{\"n\":\"HOST\",\"v\":\"h\"},{\"n\":\"X-A\",\"v\":\"b c,d\"}]}", NULL);
  look("{\"headers\":[{\"n\":\"x-a\",\"v\":\" b  c\"},{\"n\":\"x-a\",\"v\":\"d\"}]}", NULL);
  look("{\"headers\":[{\"n\":\"x-b\",\"v\":\"e\"}]}",
       "the view has the header x-b, which the signature does not cover");
  look("{\"headers\":[{\"n\":\"x_a\",\"v\":\"d\"}]}",
       "the view has the header x_a, which the signature does not cover");
  look("{\"headers\":[{\"n\":\"\\u001b\",\"v\":\"d\"}]}",
       "the view has the header \\x1b, which the signature does not cover");
  look("{\"headers\":[{\"n\":\"host\",\"v\":\"e\"}]}",
       "the view has the header host with a value that the signature does not cover");
  look("{\"headers\":\"host\"}", "the view's `headers` is no array of {n, v}");
}

static void test_body(void **state) {
  (void)state;
  look("{\"body_covered\":true}", "the view says that the body is covered, and it is not");
  look("{\"body_covered\":\"yes\"}", "the view's `body_covered` is no true or false");
  look("[]", "the answer's `out.view` is no object");
}

static void test_values_stand_beside_each_other(void **state) {
  (void)state;
  json *want = parse(expected), *sent = parse(request);
  json *got = parse("{\"headers\":[{\"n\":\"host\",\"v\":\"evil\"}]}");
  outcome o = {.status = OUTCOME_PASS};
  view_compare(want, got, sent, &o);
  assert_string_equal(text_str(&o.expected), "h");
  assert_string_equal(text_str(&o.actual), "evil");
  outcome_free(&o);
  json_free(want);
  json_free(got);
  json_free(sent);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_same_and_less),
      cmocka_unit_test(test_nothing),
      cmocka_unit_test(test_lines),
      cmocka_unit_test(test_args),
      cmocka_unit_test(test_headers),
      cmocka_unit_test(test_body),
      cmocka_unit_test(test_values_stand_beside_each_other),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
