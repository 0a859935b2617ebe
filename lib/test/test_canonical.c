/* SPDX-License-Identifier: Apache-2.0 */
/* test_canonical.c - the canonical request put together from its stages. */
#include "canonical.h"

#include "support.h"

static const dciauth_pair lines[] = {{LIT("Host"), LIT("h")}, {LIT("B"), LIT(" 1  2 ")}};
static const dciauth_pair added[] = {{LIT("X-Date"), LIT("d")}};

static void check_request(const char *name, const char *want, const char *path, const char *query) {
  const dciauth_request request = {S("GET"), S("/a/../b%20?z=%31&a"), lines, 2, NOTHING, NOTHING};
  signed_name signed_names[] = {{S("b"), NULL}, {S("host"), NULL}, {S("x-date"), NULL}};
  name_list names = {.names = signed_names, .num = 3};
  dciauth_stages stages;
  dciauth_where where;
  canonical c;
  memset(&stages, 0, sizeof stages);
  work_block block = block_new(canonical_bound(&request, 20, 3, 10) + 2, 7);
  buf b = buf_of(block.work);
  put_text(&b, "##"); /* text that is not the request's */
  assert_ok(
      canonical_begin(row(name), &request, added, 1, DCIAUTH_REPEAT_ROW, &b, &c, &stages, &where));
  assert_ok(headers_check(HEADERS_JOIN, &c.headers, &names, &where));
  assert_ok(canonical_finish(row(name), HEADERS_JOIN, &names, S("HASH"), &b, &c, &stages));
  assert_span(stages.canonical_request, dciauth_str(want));
  assert_span(stages.path, dciauth_str(path));
  assert_span(stages.query, dciauth_str(query));
  assert_span(stages.signed_headers, S("b;host;x-date"));
  assert_span(stages.payload_hash, S("HASH"));
  assert_int_equal(c.args.num, 2);
  assert_span(c.covered[0].name, S("b"));
  assert_int_equal(c.headers.num, 3);
  block_free(&block);
}

static void puts_six_parts_together(void **state) {
  (void)state;
  check_request("aws4", "GET\n/b%2520\na=&z=1\nb:1 2\nhost:h\nx-date:d\n\nb;host;x-date\nHASH",
                "/b%2520", "a=&z=1");
  check_request("aws4-s3",
                "GET\n/a/../b%20\na=&z=1\nb:1 2\nhost:h\nx-date:d\n\nb;host;x-date\nHASH",
                "/a/../b%20", "a=&z=1");
  check_request("dci2-v2.1",
                "GET\n/a/../b%20\na=&z=1\nb: 1  2 \nhost:h\nx-date:d\n\nb;host;x-date\nHASH",
                "/a/../b%20", "a=&z=1");
}

static dciauth_status begin(const dciauth_profile *p, const dciauth_request *request,
                            dciauth_where *where) {
  dciauth_stages stages;
  canonical c;
  work_block block = block_new(canonical_bound(request, 0, 0, 0), 0);
  buf b = buf_of(block.work);
  dciauth_status status =
      canonical_begin(p, request, NULL, 0, DCIAUTH_REPEAT_ROW, &b, &c, &stages, where);
  block_free(&block);
  return status;
}

static void checks_the_method(void **state) {
  (void)state;
  static const struct {
    const char *method;
    size_t len;
    dciauth_status status;
    size_t offset;
  } cases[] = {
      {"get", 3, DCIAUTH_OK, 0},
      {"M-SEARCH", 8, DCIAUTH_OK, 0},
      {"!#$%&'*+-.^_`|~0aZ", 18, DCIAUTH_OK, 0},
      {"", 0, DCIAUTH_E_MALFORMED_METHOD, 0},
      {"GET ", 4, DCIAUTH_E_MALFORMED_METHOD, 3},
      {"G\0T", 3, DCIAUTH_E_MALFORMED_METHOD, 1},
      {"G\nT", 3, DCIAUTH_E_MALFORMED_METHOD, 1},
      {"\xc3\xa9", 2, DCIAUTH_E_MALFORMED_METHOD, 0},
      {"A/B", 3, DCIAUTH_E_MALFORMED_METHOD, 1},
      {"ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF", 32, DCIAUTH_OK, 0},
      {"ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG", 33, DCIAUTH_E_LIMIT_EXCEEDED, 32},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    for (size_t p = 0; p < NUM_KINDS; p++) {
      dciauth_request request = {
          dciauth_bytes(cases[i].method, cases[i].len), S("/"), lines, 1, NOTHING, NOTHING};
      dciauth_where where = {DCIAUTH_FIELD_NONE, 0, 0};
      check_status(begin(kind(p), &request, &where), cases[i].status, cases[i].method, __FILE__,
                   __LINE__);
      assert_where(where, cases[i].status == DCIAUTH_OK ? DCIAUTH_FIELD_NONE : DCIAUTH_FIELD_METHOD,
                   0, cases[i].offset);
    }
  }
}

static void one_host_only(void **state) {
  (void)state;
  const dciauth_pair two[] = {{S("a"), S("1")}, {S("host"), S("h")}, {S("HOST"), S("h")}};
  for (size_t p = 0; p < NUM_KINDS; p++) {
    dciauth_request request = {S("GET"), S("/"), two, 3, NOTHING, NOTHING};
    dciauth_where where;
    assert_status(begin(kind(p), &request, &where), DCIAUTH_E_DUPLICATE_HOST);
    assert_where(where, DCIAUTH_FIELD_HEADER_NAME, 2, 0);
  }
}

/* Positions in the query count from the start of the target. */
static void positions_count_in_the_target(void **state) {
  (void)state;
  dciauth_request request = {S("GET"), S("/a?b=%zz"), lines, 1, NOTHING, NOTHING};
  dciauth_where where;
  assert_status(begin(row("aws4"), &request, &where), DCIAUTH_E_MALFORMED_QUERY);
  assert_where(where, DCIAUTH_FIELD_TARGET, 0, 5);
  request.target = S("/a?b&c&b");
  assert_status(begin(row("dci2-v2.1"), &request, &where), DCIAUTH_E_DUPLICATE_QUERY_PARAM);
  assert_where(where, DCIAUTH_FIELD_TARGET, 0, 7);
  request.target = S("/a?b\n?");
  assert_status(begin(row("dci2-v2.1"), &request, &where), DCIAUTH_E_MALFORMED_QUERY);
  assert_where(where, DCIAUTH_FIELD_TARGET, 0, 4);
}

static void bound_saturates(void **state) {
  (void)state;
  const dciauth_pair huge[] = {{S("a"), {(const uint8_t *)"", SIZE_MAX / 2}}};
  const dciauth_request request = {S("GET"), S("/"), huge, 1, NOTHING, NOTHING};
  assert_true(canonical_bound(&request, 0, 0, 0) == SIZE_MAX);
}

static void headers_alone(void **state) {
  (void)state;
  static const struct {
    const char *names, *aws, *aws_names, *dci;
    dciauth_status want;
  } cases[] = {
      {"", "b:1 2\nhost:h\n", "b;host", NULL, DCIAUTH_OK},
      {"host;b", "b:1 2\nhost:h\n", "b;host", "host:h\nb: 1  2 \n", DCIAUTH_OK},
      {"host", "host:h\n", "host", "host:h\n", DCIAUTH_OK},
      {"host;x", NULL, NULL, NULL, DCIAUTH_E_SIGNED_HEADER_MISSING},
      {"host;", NULL, NULL, NULL, DCIAUTH_E_SIGNED_HEADERS_MALFORMED},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    for (size_t p = 0; p < NUM_KINDS; p++) {
      dciauth_headers out;
      dciauth_span names = dciauth_str(cases[i].names);
      const char *text = p == 2 ? cases[i].dci : cases[i].aws;
      const dciauth_profile *profile = kind(p);
      work_block b = block_new(dciauth_headers_bound(profile, lines, 2, names), 0);
      dciauth_status status = dciauth_canon_headers(profile, lines, 2, names, b.work, &out);
      bool no_date = p == 2 && i == 0; /* the row's default names a date */
      check_status(status, no_date ? DCIAUTH_E_SIGNED_HEADER_MISSING : cases[i].want,
                   cases[i].names, __FILE__, __LINE__);
      assert_span(out.headers, text == NULL ? NOTHING : dciauth_str(text));
      if (text != NULL) {
        assert_span(out.signed_headers, p == 2 ? names : dciauth_str(cases[i].aws_names));
      }
      block_free(&b);
    }
  }
  const dciauth_pair bad[] = {{S("a b"), S("")}};
  dciauth_headers out;
  work_block b = block_new(1000, 0);
  assert_status(dciauth_canon_headers(row("aws4"), bad, 1, NOTHING, b.work, &out),
                DCIAUTH_E_MALFORMED_HEADER);
  assert_where(out.where, DCIAUTH_FIELD_HEADER_NAME, 0, 1);
  block_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(headers_alone),
      cmocka_unit_test(puts_six_parts_together),
      cmocka_unit_test(checks_the_method),
      cmocka_unit_test(one_host_only),
      cmocka_unit_test(positions_count_in_the_target),
      cmocka_unit_test(bound_saturates),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
