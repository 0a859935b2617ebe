/* SPDX-License-Identifier: Apache-2.0 */
/* test_json_keys.c - objects of every size that is looked at in another way, with a key twice and
 * without. */
#include "json_keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

/* put_object appends an object with the keys from k0 on, and at last `last`. */
static void put_object(text *out, size_t num, const char *last) {
  text_puts(out, "{");
  for (size_t i = 0; i < num; i++) {
    text_printf(out, "\"k%zu\":%zu,", i, i);
  }
  text_printf(out, "\"%s\":0}", last);
}

static void check(size_t num, const char *last, const char *pointer) {
  text document = {0};
  json_error error;
  text_puts(&document, "[0,{\"in\":");
  put_object(&document, num, last);
  text_puts(&document, "}]");
  json *root = json_parse(text_span(&document), &error);
  assert_true((root == NULL) == (pointer != NULL));
  if (pointer != NULL) {
    assert_string_equal(error.pointer, pointer);
    assert_non_null(strstr(error.what, "twice"));
  }
  json_free(root);
  text_free(&document);
}

static void test_sizes(void **state) {
  (void)state;
  static const size_t sizes[] = {1, 2, 7, 35, 126, 127, 128, 129, 1000};
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    char last[24], pointer[40];
    check(sizes[i], "other", NULL);
    check(sizes[i], "", NULL);
    snprintf(last, sizeof last, "k%zu", sizes[i] - 1);
    snprintf(pointer, sizeof pointer, "/1/in/%s", last);
    check(sizes[i], last, pointer);
    check(sizes[i], "k0", "/1/in/k0");
  }
  check(0, "only", NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_sizes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
