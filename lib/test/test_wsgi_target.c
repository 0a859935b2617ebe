/* SPDX-License-Identifier: Apache-2.0 */
/* test_wsgi_target.c - targets as Flask shows them. What the table wants is what `flask.request`
 * had for the same bytes, under Flask 3.1 and Werkzeug 3.1: its path, its arguments as
 * python-dciauth's class writes them, its Host header. */
#include "wsgi.h"

#include <stdio.h>
#include <stdlib.h>

#include "support.h"

typedef struct {
  dciauth_span target;
  const char *path, *query, *host; /* NULL: the server answers with 400 */
} target_case;

static const target_case targets[] = {
    {LIT("/"), "/", "", "h"},
    {LIT("/a/b"), "/a/b", "", "h"},
    {LIT("//a//b"), "/a//b", "", "h"},
    {LIT("///"), "/", "", "h"},
    {LIT("/%2F%2Fa"), "/a", "", "h"},
    {LIT("/a%2Fb"), "/a/b", "", "h"},
    {LIT("/a%252Fb"), "/a%2Fb", "", "h"},
    {LIT("/a%0Ab"),
     "/a\x0a"
     "b",
     "", "h"},
    {LIT("/%FF"), "/\xef\xbf\xbd", "", "h"},
    {LIT("/%EF%BF%BD"), "/\xef\xbf\xbd", "", "h"},
    {LIT("/%zz%"), "/%zz%", "", "h"},
    {LIT("/\xc3\xa9"), "/\xc3\x83\xc2\xa9", "", "h"},
    {LIT("/\xff"), "/\xc3\xbf", "", "h"},
    {LIT("/a%3Fb?c"), "/a?b", "c=", "h"},
    {LIT("/a#b?c"), "/a", "", "h"},
    {LIT("/a?b#c"), "/a", "b=", "h"},
    {LIT("/a+b"), "/a+b", "", "h"},
    {LIT("/../a"), "/../a", "", "h"},
    {LIT(" /a "), "/a", "", "h"},
    {LIT("\xa0/a\x85"), "/a", "", "h"},
    {LIT("/a b"), NULL, NULL, NULL},
    {LIT("/a\x1c"
         "b"),
     NULL, NULL, NULL},
    {LIT("/a\x01\x7f"), "/a\x01\x7f", "", "h"},
    {LIT("*"), "/*", "", "h"},
    {LIT("a/b"), "/a/b", "", "h"},
    {LIT("http://h.example/a?b"), "/a", "b=", "h.example"},
    {LIT("http://h.example"), "/", "", "h.example"},
    {LIT("HTTP://h//a"), "/a", "", "h"},
    {LIT("http:///a"), "/a", "", "h"},
    {LIT("http:/a"), "/a", "", "h"},
    {LIT("u:a/b"), "/a/b", "", "h"},
    {LIT("1:a"), "/1:a", "", "h"},
    {LIT("u_:a"), "/u_:a", "", "h"},
    {LIT("/?a=1&a=2"), "/", "a=1", "h"},
    {LIT("/?a&b=&=c&&="), "/", "=c&a=&b=", "h"},
    {LIT("/?a=%FF"), "/", "a=%25FF", "h"},
    {LIT("/?a=%c3%a9"), "/", "a=%C3%A9", "h"},
    {LIT("/?a=%c3%"), "/", "a=%25C3%25", "h"},
    {LIT("/?a=%c3x"), "/", "a=%25C3x", "h"},
    {LIT("/?a=%f0%9f%8d"), "/", "a=%25F0%259F%258D", "h"},
    {LIT("/?a=\xc3\xa9"), "/", "a=%C3%83%C2%A9", "h"},
    {LIT("/?a=%C3\xa9"), "/", "a=%25C3%C2%A9", "h"},
    {LIT("/?a=+%2B"), "/", "a=%20%2B", "h"},
    {LIT("/?a=\x01"), "/", "a=%01", "h"},
    {LIT("/?a=%zz%"), "/", "a=%25zz%25", "h"},
    {LIT("/?a=%e2%82%41"), "/", "a=%25E2%2582A", "h"},
    {LIT("/?a=b=c;d"), "/", "a=b%3Dc%3Bd", "h"},
    {LIT("/?%ff=%fe"), "/", "%25FF=%25FE", "h"},
};

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

static void check_query(dciauth_span query, const char *want, const char *note) {
  /* of a repeated key the first value counts: that is not this file's */
  dciauth_text out;
  work_block block = block_new(dciauth_query_bound(row("dci2"), query), 0);
  dciauth_status status = dciauth_canon_query(row("dci2"), query, block.work, &out);
  if (status != DCIAUTH_E_DUPLICATE_QUERY_PARAM) {
    check_status(status, DCIAUTH_OK, note, __FILE__, __LINE__);
    check_span(out.text, dciauth_str(want), note, __FILE__, __LINE__);
  }
  block_free(&block);
}

static void targets_as_flask_shows_them(void **state) {
  (void)state;
  for (size_t i = 0; i < NUM(targets); i++) {
    const target_case *c = &targets[i];
    char note[64];
    snprintf(note, sizeof note, "target %zu", i);
    const dciauth_pair host = {S("Host"), S("h")};
    const dciauth_request request = {S("get"), copy_exact(c->target), &host, 1, NOTHING, NOTHING};
    wsgi_request seen;
    work_block block =
        see(&request, c->path == NULL ? DCIAUTH_E_MALFORMED_URI : DCIAUTH_OK, note, &seen);
    if (c->path != NULL) {
      check_span(seen.path, dciauth_str(c->path), note, __FILE__, __LINE__);
      check_query(seen.query, c->query, note);
      assert_int_equal(seen.request.num_headers, 1);
      check_span(seen.request.headers[0].value, dciauth_str(c->host), note, __FILE__, __LINE__);
      assert_span(seen.request.method, S("GET"));
    }
    block_free(&block);
    free((void *)(uintptr_t)request.target.ptr);
  }
}

static void decodes_nul(void **state) {
  (void)state;
  const dciauth_request request = {S("GET"), S("/%00"), NULL, 0, NOTHING, NOTHING};
  wsgi_request seen;
  work_block block = see(&request, DCIAUTH_OK, "", &seen);
  assert_span(seen.path, S("/\0"));
  block_free(&block);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(targets_as_flask_shows_them),
      cmocka_unit_test(decodes_nul),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
