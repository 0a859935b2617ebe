/* SPDX-License-Identifier: Apache-2.0 */
/* test_xml.c - escaped, and without what XML forbids. */
#include "xml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_document(void **state) {
  (void)state;
  xml x;
  text got = {0};
  xml_open(&x);
  xml_begin(&x, "a");
  xml_attribute(&x, "b", dciauth_str("\"<&\x01"));
  xml_number(&x, "n", 12);
  xml_text(&x, dciauth_str("]]>\xef\xbf\xbf"));
  xml_end(&x);
  assert_true(xml_close(&x, &got));
  assert_string_equal(text_str(&got), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                      "<a b=\"&quot;&lt;&amp;\xef\xbf\xbd\" n=\"12\">"
                                      "]]&gt;\xef\xbf\xbd</a>\n");
  text_free(&got);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_document)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
