/* SPDX-License-Identifier: Apache-2.0 */
/* test_json.c - what counts as JSON, and what the getters make of it. */
#include "json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static json *parse(const char *s) {
  json_error error;
  json *root = json_parse(dciauth_str(s), &error);
  if (root == NULL) {
    print_error("%s: %s at \"%s\"\n", s, error.what, error.pointer);
  }
  assert_non_null(root);
  return root;
}

static void refuse_bytes(const void *bytes, size_t len, const char *pointer, const char *says) {
  json_error error;
  /* an exact copy, so that a sanitizer sees a byte read behind the end */
  char *copy = malloc(len > 0 ? len : 1);
  assert_non_null(copy);
  memcpy(copy, bytes, len);
  json *root = json_parse(dciauth_bytes(copy, len), &error);
  free(copy);
  assert_null(root);
  assert_string_equal(error.pointer, pointer);
  if (strstr(error.what, says) == NULL) {
    fail_msg("\"%s\" does not say \"%s\"", error.what, says);
  }
}

static void refuse(const char *s, const char *pointer, const char *says) {
  refuse_bytes(s, strlen(s), pointer, says);
}

static void test_accepts(void **state) {
  (void)state;
  static const char *const good[] = {"{}",
                                     "[]",
                                     "0",
                                     "-0",
                                     "1.5e3",
                                     "9007199254740991",
                                     "\"\"",
                                     "null",
                                     "true",
                                     "false",
                                     " {\"a\" : [ 1 , 2 ] }\r\n\t",
                                     "{\"a\":{\"a\":1},\"b\":{\"a\":1}}",
                                     "{\"a\":1,\"A\":2}",
                                     "\"\\u00e9\\ud83d\\ude00\\/\\\"\"",
                                     "\"\xC3\xA9\xF0\x9F\x98\x80\"",
                                     "\"\x7F\""};
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    json_free(parse(good[i]));
  }
}

static void test_refuses_structure(void **state) {
  (void)state;
  refuse("", "", "ends where a value");
  refuse("{", "/", "double quotes");
  refuse("{\"a\" 1}", "/a", "':'");
  refuse("{\"a\":1,}", "/a", "double quotes");
  refuse("[1,]", "/1", "a value belongs here");
  refuse("[1 2]", "/0", "']'");
  refuse("{\"a\":[{\"b~/\":nul}]}", "/a/0/b~0~1", "a value belongs here");
  refuse("{} x", "", "remove it");
  refuse("{}{}", "", "remove it");
  refuse("\xEF\xBB\xBF{}", "", "byte order mark");
  refuse("'a'", "", "a value belongs here");
  refuse_bytes("{}\0", 3, "", "remove it");
  char deep[200];
  memset(deep, '[', sizeof deep);
  json_error error;
  assert_null(json_parse(dciauth_bytes(deep, sizeof deep), &error));
  assert_string_equal(error.what, "nested more than 64 deep: make it flatter");
}

static void test_refuses_numbers(void **state) {
  (void)state;
  refuse("{\"n\":01}", "/n", "begin with 0");
  refuse("[-01]", "/0", "begin with 0");
  refuse("[1.]", "/0", "a digit");
  refuse("[.5]", "/0", "a value belongs here");
  refuse("[1e]", "/0", "a digit");
  refuse("[+1]", "/0", "a value belongs here");
  refuse("[1e400]", "/0", "too large");
  refuse("[9007199254740992]", "/0", "too large");
  refuse("[-9007199254740993]", "/0", "too large");
  refuse("[NaN]", "/0", "a value belongs here");
  refuse("[1111111111111111111111111111111111111111111111111111111111111111]", "/0", "63");
}

static void test_refuses_strings(void **state) {
  (void)state;
  refuse("{\"s\":\"a\nb\"}", "/s", "raw control character");
  refuse("[\"a\tb\"]", "/0", "raw control character");
  refuse_bytes("[\"a\0b\"]", 7, "/0", "raw control character");
  refuse("[\"\\u0000\"]", "/0", "_b64");
  refuse("[\"\\ud800\"]", "/0", "surrogate");
  refuse("[\"\\ud800\\u0041\"]", "/0", "surrogate");
  refuse("[\"\\udc00\"]", "/0", "surrogate");
  refuse("[\"\\u12g4\"]", "/0", "hex digits");
  refuse("[\"\\x41\"]", "/0", "unknown escape");
  refuse("[\"\xFF\"]", "/0", "invalid UTF-8");
  refuse("[\"\xC0\x80\"]", "/0", "invalid UTF-8");
  refuse("[\"\xED\xA0\x80\"]", "/0", "invalid UTF-8");
  refuse("[\"\xF4\x90\x80\x80\"]", "/0", "invalid UTF-8");
  refuse("[\"\xC3", "/0", "invalid UTF-8");
  refuse("[\"a", "/0", "inside a string");
  refuse("[\"\\", "/0", "unknown escape");
}

static void test_refuses_repeated_keys(void **state) {
  (void)state;
  refuse("{\"a\":1,\"a\":2}", "/a", "twice");
  refuse("{\"a\":1,\"\\u0061\":2}", "/a", "twice");
  refuse("{\"x\":[0,{\"b\":{},\"c\":1,\"b\":1}]}", "/x/1/b", "twice");
  refuse("{\"\":1,\"\":1}", "/", "twice");
}

static void test_position(void **state) {
  (void)state;
  json_error error;
  assert_null(json_parse(dciauth_str("{\n  \"a\": x\n}"), &error));
  assert_int_equal(error.line, 2);
  assert_int_equal(error.column, 8);
}

static void test_getters(void **state) {
  (void)state;
  json *root = parse("{\"Key\":\"v\",\"n\":4294967296,\"f\":1.5,\"t\":true,\"list\":[1,2,3]}");
  int64_t number = 0;
  bool flag = false;
  assert_null(json_get(root, "key"));
  assert_string_equal(json_str(root, "Key"), "v");
  assert_null(json_str(root, "n"));
  assert_true(json_int(json_get(root, "n"), &number));
  assert_true(number == 4294967296);
  assert_false(json_int(json_get(root, "f"), &number));
  assert_false(json_int(json_get(root, "Key"), &number));
  assert_false(json_int(NULL, &number));
  assert_true(json_bool(json_get(root, "t"), &flag) && flag);
  assert_false(json_bool(json_get(root, "n"), &flag));
  assert_int_equal(json_count(json_get(root, "list")), 3);
  assert_int_equal(json_count(json_get(root, "Key")), 0);
  assert_null(json_get(NULL, "a"));
  assert_null(json_get(json_get(root, "list"), "a"));
  json_free(root);
}

static void test_merge(void **state) {
  (void)state;
  text printed = {0};
  json *object = parse("{\"a\":1}"), *defaults = parse("{\"a\":2,\"b\":{\"c\":3}}");
  json_merge(object, object, defaults);
  json_free(defaults);
  json_print(object, &printed);
  assert_string_equal(printed.ptr, "{\"a\":1,\"b\":{\"c\":3}}");
  json_free(object);
  text_free(&printed);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_accepts),
      cmocka_unit_test(test_refuses_structure),
      cmocka_unit_test(test_refuses_numbers),
      cmocka_unit_test(test_refuses_strings),
      cmocka_unit_test(test_refuses_repeated_keys),
      cmocka_unit_test(test_position),
      cmocka_unit_test(test_getters),
      cmocka_unit_test(test_merge),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
