/* SPDX-License-Identifier: Apache-2.0 */
/* test_wsgi_form.c - which content types Flask reads a form for. Each row is what `request.data`
 * was, with a body, under Flask 3.1 and Werkzeug 3.1. */
#include "wsgi.h"

#include <stdlib.h>

#include "support.h"

static void forms(void **state) {
  (void)state;
  static const struct {
    const char *type;
    bool reads;
  } cases[] = {
      {"application/x-www-form-urlencoded", true},
      {"Application/X-WWW-Form-urlencoded", true},
      {" application/x-www-form-urlencoded ; charset=utf-8", true},
      {"application/x-www-form-urlencoded;", true},
      {"application/x-url-encoded", false},
      {"application/x-www-form-urlencodedx", false},
      {"application/x-www-form-urlencoded, text/plain", false},
      {"application/json", false},
      {"", false},
      {"multipart/form-data", false},
      {"multipart/form-data;", false},
      {"multipart/form-data; boundary", false},
      {"multipart/form-data; boundary=", false},
      {"multipart/form-data; boundary=x", true},
      {"multipart/form-data;boundary=x", true},
      {"Multipart/Form-Data; Boundary=x", true},
      {"multipart/form-data; a=b; boundary=x; c=d", true},
      {"multipart/form-data; a=\"b;boundary=x\"", false},
      {"multipart/form-data; a=\"b\\\";\"; boundary=x", true},
      {"multipart/form-data; a=\"b; boundary=x", false},
      {"multipart/form-data; boundary=\"\"", false},
      {"multipart/form-data; boundary=\"x\"", true},
      {"multipart/form-data; boundary=\"\xc3\xa9\"", false},
      {"multipart/form-data; boundary=x; boundary=\"\"", false},
      {"multipart/form-data; boundary=x; boundary=", true},
      {"multipart/form-data; xboundary=x", false},
      {"multipart/form-data; =x; boundary=y", true},
      {"multipart/mixed; boundary=x", false},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    dciauth_span type = copy_exact(dciauth_str(cases[i].type));
    if (wsgi_reads_form(type) != cases[i].reads) {
      explain("%s", cases[i].type);
    }
    free((void *)(uintptr_t)type.ptr);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(forms)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
