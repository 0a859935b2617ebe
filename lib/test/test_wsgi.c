/* SPDX-License-Identifier: Apache-2.0 */
/* test_wsgi.c - the headers, the body and the method as `flask.request` had them for the same
 * bytes, under Flask 3.1 and Werkzeug 3.1. */
#include "wsgi.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

/* see makes what Flask shows in a block of just enough work; free the block when done. */
static work_block see(const dciauth_request *request, dciauth_status want, const char *note,
                      wsgi_request *seen) {
  dciauth_where where;
  size_t list = dciauth_headers_bound(row("dci2"), request->headers, request->num_headers, NOTHING);
  work_block block = block_new(plus(wsgi_bound(request), list), 3);
  buf b = buf_of(block.work);
  check_status(wsgi_see(request, &b, seen, &where), want, note, __FILE__, __LINE__);
  return block;
}

static dciauth_span value_of(const wsgi_request *seen, const char *name) {
  for (size_t i = 0; i < seen->request.num_headers; i++) {
    if (memcmp(seen->request.headers[i].name.ptr, name, strlen(name)) == 0 &&
        seen->request.headers[i].name.len == strlen(name)) {
      return seen->request.headers[i].value;
    }
  }
  return S("(none)");
}

static void headers_as_flask_shows_them(void **state) {
  (void)state;
  static const dciauth_pair headers[] = {
      {LIT("X-A"), LIT(" \t a ")},
      {LIT("Host"), LIT("h")},
      {LIT("x-a"), LIT("b")},
      {LIT("X_A"), LIT("lost")},
      {LIT("X-L"), LIT("\xe9\xc3")},
      {LIT("X-A"), LIT("")},
      {LIT("X-E"), LIT("")},
      {LIT("Content-Type"), LIT("text/plain")},
      {LIT("content-type"), LIT("a/b")},
      {LIT("HOST"), LIT("g")},
      {LIT("Content-Length"), LIT("")},
  };
  const dciauth_request request = {S("GET"), S("/"), headers, NUM(headers), S("body"), NOTHING};
  wsgi_request seen;
  work_block block = see(&request, DCIAUTH_OK, "", &seen);
  assert_int_equal(seen.request.num_headers, 5);
  assert_span(value_of(&seen, "x-a"), S("a ,b,"));
  assert_span(value_of(&seen, "host"), S("h,g"));
  assert_span(value_of(&seen, "x-l"), S("\xc3\xa9\xc3\x83"));
  assert_span(value_of(&seen, "x-e"), S(""));
  assert_span(value_of(&seen, "content-type"), S("a/b"));
  assert_span(seen.request.body, S("body"));
  block_free(&block);
}

static void the_last_content_type_makes_a_form(void **state) {
  (void)state;
  static const char form[] = "application/x-www-form-urlencoded";
  const dciauth_pair lines[2] = {{S("Content-Type"), S("a/b")},
                                 {S("Content-Type"), dciauth_str(form)}};
  for (size_t num = 1; num <= 2; num++) {
    const dciauth_request request = {S("POST"), S("/"), lines, num, S("a=b"), S(EMPTY_HASH)};
    wsgi_request seen;
    work_block block = see(&request, DCIAUTH_OK, "", &seen);
    assert_span(seen.request.body, num == 2 ? NOTHING : S("a=b"));
    assert_span(seen.request.payload_hash, num == 2 ? NOTHING : S(EMPTY_HASH));
    block_free(&block);
  }
}

static void refuses(void **state) {
  (void)state;
  const dciauth_pair bad = {S("a b"), S("")};
  const dciauth_request request = {S("GET"), S("/"), &bad, 1, NOTHING, NOTHING};
  wsgi_request seen;
  work_block block = see(&request, DCIAUTH_E_MALFORMED_HEADER, "", &seen);
  block_free(&block);
  const dciauth_request empty = {S("GET"), S(" "), NULL, 0, NOTHING, NOTHING};
  block = see(&empty, DCIAUTH_E_MALFORMED_URI, "", &seen);
  block_free(&block);
  uint8_t *target = calloc(1, DCIAUTH_MAX_TARGET + 1);
  const dciauth_request big = {
      S("GET"), dciauth_bytes(target, DCIAUTH_MAX_TARGET + 1), NULL, 0, NOTHING, NOTHING};
  block = see(&big, DCIAUTH_E_LIMIT_EXCEEDED, "", &seen);
  block_free(&block);
  free(target);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(headers_as_flask_shows_them),
      cmocka_unit_test(the_last_content_type_makes_a_form),
      cmocka_unit_test(refuses),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
