/* SPDX-License-Identifier: Apache-2.0 */
/* test_json_print.c - what is printed is read as the same value. */
#include "json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "sample.h"

static void check(const char *document, const char *expected) {
  json *root = parse(document);
  text printed = {0};
  json_print(root, &printed);
  assert_string_equal(printed.ptr, expected);
  json *again = parse(printed.ptr);
  assert_true(json_same(root, again));
  json_free(root);
  json_free(again);
  text_free(&printed);
}

static void test_values(void **state) {
  (void)state;
  check(" [ ] ", "[]");
  check("{ }", "{}");
  check("[true, false, null, \"\", {\"a\" : {}}, [[]]]", "[true,false,null,\"\",{\"a\":{}},[[]]]");
  check("{\"a\":1,\"b\":{\"c\":[1,2,{\"d\":3}]}}", "{\"a\":1,\"b\":{\"c\":[1,2,{\"d\":3}]}}");
  check("\"text\"", "\"text\"");
}

static void test_strings(void **state) {
  (void)state;
  check("[\"a\\\"b\\\\c\\n\\t\\r\\b\\f\\u0001\\u001F\"]",
        "[\"a\\\"b\\\\c\\n\\t\\r\\b\\f\\u0001\\u001f\"]");
  check("{\"k\\\"\":\"\xC3\xA9\x7F \\ud83d\\ude00\"}",
        "{\"k\\\"\":\"\xC3\xA9\x7F \xF0\x9F\x98\x80\"}");
  check("\"\\/\"", "\"/\"");
}

static void test_numbers(void **state) {
  (void)state;
  check("[0,-1,9007199254740991,-9007199254740991]", "[0,-1,9007199254740991,-9007199254740991]");
  check("[0.5,-2.25,1e3]", "[0.5,-2.25,1000]");
  check("0.1", "0.10000000000000001");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_values), cmocka_unit_test(test_strings),
                                     cmocka_unit_test(test_numbers)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
