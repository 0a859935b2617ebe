/* SPDX-License-Identifier: Apache-2.0 */
/* test_repeat.c - when two answers to one request are the same. */
#include "repeat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "sample.h"

static bool is_same(const char *a, const char *b) {
  answer first = {.message = "", .document = parse(a)},
         second = {.message = "", .document = parse(b)};
  first.out = json_get(first.document, "out");
  second.out = json_get(second.document, "out");
  bool same = repeat_is_same(&first, &second);
  json_free(first.document);
  json_free(second.document);
  return same;
}

static void test_values(void **state) {
  (void)state;
  assert_true(is_same("{\"id\":1}", "{\"id\":2}"));
  assert_true(is_same("{\"id\":1,\"message\":\"at 1\"}", "{\"id\":2,\"message\":\"at 2\"}"));
  assert_true(
      is_same("{\"out\":{\"a\":1,\"b\":[true,null]}}", "{\"out\":{\"b\":[true,null],\"a\":1}}"));
  assert_false(is_same("{\"out\":{\"a\":1}}", "{\"out\":{\"a\":2}}"));
  assert_false(is_same("{\"out\":{\"a\":1}}", "{\"out\":{\"a\":\"1\"}}"));
  assert_false(is_same("{\"out\":{\"a\":1}}", "{\"out\":{\"b\":1}}"));
  assert_false(is_same("{\"out\":{\"a\":1}}", "{\"out\":{\"a\":1,\"b\":1}}"));
  assert_false(is_same("{\"out\":{\"a\":1,\"b\":1}}", "{\"out\":{\"a\":1}}"));
  assert_false(is_same("{\"out\":[1,2]}", "{\"out\":[2,1]}"));
  assert_false(is_same("{\"out\":[1,2]}", "{\"out\":[1]}"));
  assert_false(is_same("{\"out\":\"x\"}", "{\"out\":\"y\"}"));
  assert_false(is_same("{\"out\":true}", "{\"out\":false}"));
  assert_false(is_same("{\"out\":{}}", "{}"));
}

static void test_headers_are_a_set(void **state) {
  (void)state;
  const char *ab = "{\"out\":{\"headers\":[{\"n\":\"a\"},{\"n\":\"b\"}],\"signature\":\"0\"}}";
  assert_true(
      is_same(ab, "{\"out\":{\"headers\":[{\"n\":\"b\"},{\"n\":\"a\"}],\"signature\":\"0\"}}"));
  assert_false(
      is_same(ab, "{\"out\":{\"headers\":[{\"n\":\"b\"},{\"n\":\"a\"}],\"signature\":\"1\"}}"));
  assert_false(
      is_same(ab, "{\"out\":{\"headers\":[{\"n\":\"c\"},{\"n\":\"a\"}],\"signature\":\"0\"}}"));
  assert_false(is_same(ab, "{\"out\":{\"headers\":[{\"n\":\"a\"}],\"signature\":\"0\"}}"));
}

static void test_statuses(void **state) {
  (void)state;
  answer ok = {.status = ANSWER_OK}, refused = {.status = ANSWER_REFUSED};
  assert_true(repeat_is_same(&ok, &ok));
  assert_false(repeat_is_same(&ok, &refused));
}

static void test_rate(void **state) {
  (void)state;
  text line = {0};
  repeat_put_rate(3000, 1.5, &line);
  check_text(&line, "3000 answers in 1.50 s, 2000 a second\n");
  repeat_put_rate(0, 0, &line);
  check_text(&line, "0 answers in 0.00 s, 0 a second\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_values),
                                     cmocka_unit_test(test_headers_are_a_set),
                                     cmocka_unit_test(test_statuses), cmocka_unit_test(test_rate)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
