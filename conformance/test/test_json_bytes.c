/* SPDX-License-Identifier: Apache-2.0 */
/* test_json_bytes.c - fields that hold bytes, read and written. */
#include "json_bytes.h"
#include "json_out.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static json *parse(const char *s) {
  json_error error;
  json *root = json_parse(dciauth_str(s), &error);
  assert_non_null(root);
  return root;
}

static void check_bytes(const char *object, const char *expected, size_t len) {
  text value = {0};
  json *root = parse(object);
  bytes_status status = json_bytes(root, "f", &value);
  if (expected == NULL) {
    assert_int_equal(status, BYTES_BAD);
  } else {
    assert_int_equal(status, BYTES_OK);
    assert_int_equal(value.len, len);
    assert_memory_equal(text_str(&value), expected, len);
  }
  json_free(root);
  text_free(&value);
}

static void test_bytes(void **state) {
  (void)state;
  text value = {0};
  check_bytes("{\"f\":\"abc\"}", "abc", 3);
  check_bytes("{\"f\":\"\"}", "", 0);
  check_bytes("{\"f\":[\"a\",\"\",\"b\"]}", "a\n\nb", 4);
  check_bytes("{\"f\":[]}", "", 0);
  check_bytes("{\"f_b64\":\"AP8=\"}", "\0\xFF", 2);
  check_bytes("{\"f_b64\":\"\"}", "", 0);
  check_bytes("{\"f\":{\"repeat_b64\":\"YWI=\",\"times\":2}}", "abab", 4);
  check_bytes("{\"f_b64\":{\"repeat_b64\":\"YQ==\",\"times\":0}}", "", 0);
  check_bytes("{\"f\":1}", NULL, 0);
  check_bytes("{\"f\":[1]}", NULL, 0);
  check_bytes("{\"f\":\"a\",\"f_b64\":\"YQ==\"}", NULL, 0);
  check_bytes("{\"f_b64\":[\"YQ==\"]}", NULL, 0);
  check_bytes("{\"f\":{\"repeat_b64\":\"YWI=\",\"times\":-1}}", NULL, 0);
  check_bytes("{\"f\":{\"repeat_b64\":\"YWI=\",\"times\":99999999}}", NULL, 0);
  static const char *const bad[] = {"A", "AP8", "AP9=", "A===", "A=8=", "AP8=AP8=", "AP 8", "AP-_"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    char object[64];
    snprintf(object, sizeof object, "{\"f_b64\":\"%s\"}", bad[i]);
    check_bytes(object, NULL, 0);
  }
  json *root = parse("{}");
  assert_int_equal(json_bytes(root, "f", &value), BYTES_ABSENT);
  json_free(root);
}

static void test_writing(void **state) {
  (void)state;
  text line = {0};
  out_open(&line, '{');
  out_bytes(&line, "plain", dciauth_str("a\"\\\n\xC3\xA9\xF0\x9F\x98\x80"));
  out_bytes(&line, "bytes", dciauth_bytes("\0\xFF", 2));
  out_bytes(&line, "hidden", dciauth_str("\xE2\x80\xAE"));
  out_key(&line, "list");
  out_open(&line, '[');
  out_open(&line, '{');
  out_close(&line, '}');
  out_open(&line, '{');
  out_close(&line, '}');
  out_close(&line, ']');
  out_number(&line, "n", -5);
  out_close(&line, '}');
  assert_string_equal(line.ptr,
                      "{\"plain\":\"a\\\"\\\\\\n\\u00e9\\ud83d\\ude00\",\"bytes_b64\":\"AP8=\","
                      "\"hidden_b64\":\"4oCu\",\"list\":[{},{}],\"n\":-5}");
  json_free(parse(line.ptr));
  text_free(&line);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_bytes),
      cmocka_unit_test(test_writing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
