/* SPDX-License-Identifier: Apache-2.0 */
/* test_json_sorted.c - the order of members is gone, and nothing else. */
#include "json_sorted.h"

#include "sample.h"

static void check(const char *given, const char *wanted) {
  json *root = parse(given);
  text out = {0};
  json_put_sorted(root, &out);
  check_text(&out, wanted);
  json_free(root);
}

static void test_sorted(void **state) {
  (void)state;
  check("{}", "{}");
  check("{\"b\":1,\"a\":2}", "{\"a\":2,\"b\":1}");
  check("{\"b\":{\"d\":[],\"c\":null},\"a\":true}", "{\"a\":true,\"b\":{\"c\":null,\"d\":[]}}");
  check("[3,1,2]", "[3,1,2]");
  check("[\"b\",[\"d\",{\"f\":1,\"e\":[2]}],{\"y\":1,\"x\":\"\\n\"},\"a\"]",
        "[\"b\",[\"d\",{\"e\":[2],\"f\":1}],{\"x\":\"\\n\",\"y\":1},\"a\"]");
  check("\"text, [with] {all}\"", "\"text, [with] {all}\"");
}

static void test_same_document(void **state) {
  (void)state;
  json *root = parse("{\"b\":[{\"z\":1,\"y\":\"a\\\"b\"},2],\"a\":{\"c\":1}}");
  text once = {0}, twice = {0};
  json_put_sorted(root, &once);
  json *again = parse(once.ptr);
  json_put_sorted(again, &twice);
  assert_string_equal(once.ptr, twice.ptr);
  json_free(root);
  json_free(again);
  text_free(&once);
  text_free(&twice);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_sorted),
                                     cmocka_unit_test(test_same_document)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
