/* SPDX-License-Identifier: Apache-2.0 */
/* test_xfail_read.c - what a file of expected failures may hold, and what is said of the rest. */
#include "gate_sample.h"

#include <stdio.h>

static void refused(const char *content, const char *says) {
  gate_sample s;
  xfail x;
  text problem = {0}, wanted = {0};
  gate_open(&s, NULL, 0);
  assert_false(xfail_read(gate_file(&s, content), "0.2.0", &x, &problem));
  text_printf(&wanted, "%s: %s", s.path, says);
  assert_string_equal(text_str(&problem), wanted.ptr);
  text_free(&problem);
  text_free(&wanted);
  xfail_free(&x);
  gate_close(&s);
}

#define ENTRY(more) "[{\"id\":\"a/b\",\"reason\":\"r\"," more "}]"

static void test_good(void **state) {
  (void)state;
  gate_sample s;
  gate_open(&s, NULL, 0);
  xfail x = gate_read(&s, "[]");
  assert_int_equal(x.num, 0);
  xfail_free(&x);
  x = gate_read(&s, "[{\"id\":\"a/b\",\"status\":\"ok\",\"got\":\"accept\",\"reason\":\"\","
                    "\"issue\":\"https://example.org/1\",\"since\":\"0.1.0\",\"until\":\"0.2.0\"},"
                    "{\"id\":\"a/*\",\"status\":\"crash\",\"got\":null,\"reason\":\"r\","
                    "\"issue\":null,\"since\":null,\"until\":\"0.2.1\",\"target\":\"mine\"}]");
  assert_int_equal(x.num, 2);
  assert_string_equal(x.items[0].got, "accept");
  assert_null(x.items[0].target);
  assert_true(x.items[0].expired);
  assert_null(x.items[1].got);
  assert_string_equal(x.items[1].target, "mine");
  assert_false(x.items[1].expired);
  xfail_free(&x);
  gate_close(&s);
}

static void test_not_a_list(void **state) {
  (void)state;
  refused("{}", "an array of entries belongs here, [] if there is none");
  refused("[7]", "/0: an object belongs here");
  refused("[1,]", "line 1, column 4, at \"/1\": a value belongs here: null, true, "
                  "false, a number, a string, [ or {");
}

static void test_members(void **state) {
  (void)state;
  refused("[{\"status\":\"ok\"}]", "/0/id: missing: add it");
  refused("[{\"id\":7}]", "/0/id: a string belongs here");
  refused("[{\"id\":\"a b\"}]",
          "/0/id: the id of a vector belongs here, or all of an area, as in aws4/query/*");
  refused("[{\"id\":\"a*\"}]",
          "/0/id: the id of a vector belongs here, or all of an area, as in aws4/query/*");
  refused(ENTRY("\"got\":\"accept\""), "/0/status: missing: add it");
  refused(ENTRY("\"status\":\"fail\""),
          "/0/status: ok, refused, unsupported, raised, error, crash, timeout or protocol_error "
          "belongs here");
  refused(ENTRY("\"status\":\"crash\",\"why\\u001b\":1"),
          "/0/why\\x1b: an unknown field: remove it, or use a newer dciauth-conform");
  refused("[{\"id\":\"a/b\",\"status\":\"crash\"}]", "/0/reason: missing: add it");
  refused(ENTRY("\"status\":\"crash\",\"issue\":7"), "/0/issue: a string belongs here");
  refused(ENTRY("\"status\":\"crash\",\"target\":[]"), "/0/target: a string belongs here");
}

static void test_got(void **state) {
  (void)state;
  static const char missing[] =
      "/0/got: missing: write accept, reject, signed or refused, or the stage that deviates";
  refused(ENTRY("\"status\":\"ok\""), missing);
  refused(ENTRY("\"status\":\"refused\",\"got\":null"), missing);
  refused(ENTRY("\"status\":\"timeout\",\"got\":\"accept\""),
          "/0/got: null belongs here, or flaky beside crash");
  refused(ENTRY("\"status\":\"timeout\",\"got\":\"flaky\""),
          "/0/got: null belongs here, or flaky beside crash");
}

static void test_versions(void **state) {
  (void)state;
  static const char rest[] = ": a version of the suite belongs here, as in 1.2.3, or null";
  char says[120];
  snprintf(says, sizeof says, "/0/since%s", rest);
  refused(ENTRY("\"status\":\"crash\",\"since\":\"soon\""), says);
  snprintf(says, sizeof says, "/0/until%s", rest);
  refused(ENTRY("\"status\":\"crash\",\"until\":\"1.2\""), says);
}

static void test_twice(void **state) {
  (void)state;
  static const char a[] = "{\"id\":\"a/b\",\"status\":\"crash\",\"reason\":\"\"}";
  static const char mine[] =
      "{\"id\":\"a/b\",\"status\":\"crash\",\"reason\":\"\",\"target\":\"mine\"}";
  char content[400];
  snprintf(content, sizeof content, "[%s,%s,%s]", a, mine, a);
  refused(content, "/2/id: the same id and target as in /0: remove one");
  snprintf(content, sizeof content, "[%s,%s,%s]", mine, a, mine);
  refused(content, "/2/id: the same id and target as in /0: remove one");
  snprintf(content, sizeof content, "[%s,%s]", mine, a);
  gate_sample s;
  gate_open(&s, NULL, 0);
  xfail x = gate_read(&s, content);
  xfail_free(&x);
  gate_close(&s);
}

static void test_no_file(void **state) {
  (void)state;
  xfail x;
  text problem = {0};
  assert_false(xfail_read("/no/such/file", "0.2.0", &x, &problem));
  check_text(&problem, "/no/such/file: No such file or directory");
  xfail_free(&x);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_good),     cmocka_unit_test(test_not_a_list),
      cmocka_unit_test(test_members),  cmocka_unit_test(test_got),
      cmocka_unit_test(test_versions), cmocka_unit_test(test_twice),
      cmocka_unit_test(test_no_file)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
