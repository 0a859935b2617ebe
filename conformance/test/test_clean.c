/* SPDX-License-Identifier: Apache-2.0 */
/* test_clean.c - nothing that a parser or a terminal obeys comes through. */
#include "clean.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define GONE "\xEF\xBF\xBD"

static void check(void (*put)(text *, dciauth_span), const char *from, const char *want) {
  text got = {0};
  put(&got, dciauth_str(from));
  assert_string_equal(text_str(&got), want);
  text_free(&got);
}

static void test_plain(void **state) {
  (void)state;
  check(clean_put, "a\tb\nc é 😀 <&>", "a b\nc é 😀 <&>");
  check(clean_put, "\x01\x1b[2J\x7f", GONE GONE "[2J" GONE);
  check(clean_put, "\xff\xe2\x80\xae\xef\xbf\xbf\xed\xa0\x80", GONE GONE GONE GONE GONE GONE);
  check(clean_put_line, "a\nb", "a b");
}

static void test_nul(void **state) {
  (void)state;
  text got = {0};
  clean_put(&got, dciauth_bytes("a\0b", 3));
  assert_string_equal(text_str(&got), "a" GONE "b");
  text_free(&got);
}

static void test_html(void **state) {
  (void)state;
  check(clean_put_html, "<a href=\"x\" b='y'>&amp;\x01",
        "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;" GONE);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_plain), cmocka_unit_test(test_nul),
                                     cmocka_unit_test(test_html)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
