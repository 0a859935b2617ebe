/* SPDX-License-Identifier: Apache-2.0 */
/* test_headers.c - header lines checked, sorted, found, and made canonical. */
#include "headers.h"

#include "support.h"

static void collects_in_order(void **state) {
  (void)state;
  const dciauth_pair lines[] = {
      {S("B"), S("1")}, {S("a"), S("2")}, {S("b"), S("3")}, {S("A-b"), S("4")}};
  const dciauth_pair added[] = {{S("X-Date"), S("5")}, {S("a"), S("6")}};
  work_block block = block_new(headers_bound(6, 40, 0, 0), 3);
  buf b = buf_of(block.work);
  header_list list;
  dciauth_where where;
  assert_ok(headers_collect(lines, 4, added, 2, &b, &list, &where));
  static const char *const want[] = {"a2", "a6", "a-b4", "b1", "b3", "x-date5"};
  static const size_t indexes[] = {1, 5, 3, 0, 2, 4};
  assert_int_equal(list.num, 6);
  for (size_t i = 0; i < 6; i++) {
    dciauth_span name = list.items[i].pair->name;
    assert_memory_equal(name.ptr, want[i], name.len);
    assert_memory_equal(list.items[i].pair->value.ptr, want[i] + name.len, 1);
    assert_int_equal(header_index(&list, &list.items[i]), indexes[i]);
  }
  assert_ptr_equal(headers_find(&list, S("b")), &list.items[3]);
  assert_ptr_equal(headers_find(&list, S("x-date")), &list.items[5]);
  assert_ptr_equal(headers_find(&list, S("a")), &list.items[0]);
  assert_null(headers_find(&list, S("A")));
  assert_null(headers_find(&list, S("c")));
  assert_null(headers_find(&list, S("zz")));
  assert_null(headers_find(&list, S("")));
  assert_ptr_equal(headers_next(&list, &list.items[0]), &list.items[1]);
  assert_null(headers_next(&list, &list.items[1]));
  assert_null(headers_next(&list, &list.items[5]));
  block_free(&block);
}

static void refuses_lines(void **state) {
  (void)state;
  static const struct {
    const char *name, *value;
    size_t name_len, value_len;
    dciauth_field field;
    size_t offset;
  } cases[] = {
      {"", "v", 0, 1, DCIAUTH_FIELD_HEADER_NAME, 0},
      {"a b", "v", 3, 1, DCIAUTH_FIELD_HEADER_NAME, 1},
      {"a:", "v", 2, 1, DCIAUTH_FIELD_HEADER_NAME, 1},
      {"a\0", "v", 2, 1, DCIAUTH_FIELD_HEADER_NAME, 1},
      {"\xe9", "v", 1, 1, DCIAUTH_FIELD_HEADER_NAME, 0},
      {"ab\t", "v", 3, 1, DCIAUTH_FIELD_HEADER_NAME, 2},
      {"a", "v\0", 1, 2, DCIAUTH_FIELD_HEADER_VALUE, 1},
      {"a", "\r", 1, 1, DCIAUTH_FIELD_HEADER_VALUE, 0},
      {"a", "v\nb:c", 1, 5, DCIAUTH_FIELD_HEADER_VALUE, 1},
      {"a/", "\n", 2, 1, DCIAUTH_FIELD_HEADER_NAME, 1},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    const dciauth_pair lines[] = {{S("ok"), S("\x01\x0b\x7f\xff")},
                                  {dciauth_bytes(cases[i].name, cases[i].name_len),
                                   dciauth_bytes(cases[i].value, cases[i].value_len)}};
    work_block block = block_new(2048, 0);
    buf b = buf_of(block.work);
    header_list list;
    dciauth_where where;
    assert_status(headers_collect(lines, 2, NULL, 0, &b, &list, &where),
                  DCIAUTH_E_MALFORMED_HEADER);
    assert_where(where, cases[i].field, 1, cases[i].offset);
    block_free(&block);
  }
}

static const dciauth_pair twice[] = {
    {LIT("h"), LIT(" 1 ")}, {LIT("x"), LIT("y")}, {LIT("H"), LIT("2")}, {LIT("h"), LIT("")}};

static void check_join(const char *name, join_rule join, const char *want) {
  signed_name signed_names[] = {{S("x"), NULL}, {S("h"), NULL}};
  name_list names = {.names = signed_names, .num = 2};
  work_block block = block_new(2048, 0);
  buf b = buf_of(block.work);
  header_list list;
  dciauth_where where;
  assert_ok(headers_collect(twice, 4, NULL, 0, &b, &list, &where));
  assert_ok(headers_check(join, &list, &names, &where));
  const dciauth_pair *pairs = put_headers(row(name), join, &list, &names, &b);
  assert_non_null(pairs);
  assert_span(buf_since(&b, 0), dciauth_str(want));
  assert_span(pairs[0].name, S("x"));
  assert_span(pairs[0].value, S("y"));
  assert_span(pairs[1].name, S("h"));
  block_free(&block);
}

/* Names in another order than the lines, and one of them twice: each time with all its lines. */
static void finds_names_in_any_order(void **state) {
  (void)state;
  signed_name signed_names[] = {
      {S("h"), NULL}, {S("h"), NULL}, {S("x"), NULL}, {S("a"), NULL}, {S("h"), NULL}};
  name_list names = {.names = signed_names, .num = 5};
  const dciauth_pair lines[] = {
      {S("x"), S("1")}, {S("h"), S("2")}, {S("a"), S("3")}, {S("H"), S("4")}, {S("b"), S("5")}};
  work_block block = block_new(4096, 0);
  buf b = buf_of(block.work);
  header_list list;
  dciauth_where where;
  assert_ok(headers_collect(lines, 5, NULL, 0, &b, &list, &where));
  assert_ok(headers_check(HEADERS_JOIN, &list, &names, &where));
  assert_non_null(put_headers(row("dci2-v2.1"), HEADERS_JOIN, &list, &names, &b));
  assert_span(buf_since(&b, 0), S("h:2,4\nh:2,4\nx:1\na:3\nh:2,4\n"));
  block_free(&block);
}

static void joins_or_takes_the_last(void **state) {
  (void)state;
  check_join("aws4", HEADERS_JOIN, "x:y\nh:1,2,\n");
  check_join("dci2-v2.1", HEADERS_JOIN, "x:y\nh: 1 ,2,\n");
  check_join("dci2-v2.1", HEADERS_LAST, "x:y\nh:\n");
}

static void checks_signed_names(void **state) {
  (void)state;
  work_block block = block_new(2048, 0);
  buf b = buf_of(block.work);
  header_list list;
  dciauth_where where;
  assert_ok(headers_collect(twice, 4, NULL, 0, &b, &list, &where));
  signed_name absent[] = {{S("x"), NULL}, {S("z"), NULL}};
  signed_name upper[] = {{S("X"), NULL}};
  signed_name repeated[] = {{S("x"), NULL}, {S("h"), NULL}};
  name_list lists[] = {
      {.names = absent, .num = 2}, {.names = upper, .num = 1}, {.names = repeated, .num = 2}};
  assert_status(headers_check(HEADERS_JOIN, &list, &lists[0], &where),
                DCIAUTH_E_SIGNED_HEADER_MISSING);
  assert_where(where, DCIAUTH_FIELD_SIGNED_HEADERS, 1, 0);
  assert_status(headers_check(HEADERS_JOIN, &list, &lists[1], &where),
                DCIAUTH_E_SIGNED_HEADER_MISSING);
  assert_where(where, DCIAUTH_FIELD_SIGNED_HEADERS, 0, 0);
  assert_ok(headers_check(HEADERS_JOIN, &list, &lists[2], &where));
  assert_ok(headers_check(HEADERS_LAST, &list, &lists[2], &where));
  assert_status(headers_check(HEADERS_REFUSE, &list, &lists[2], &where),
                DCIAUTH_E_MALFORMED_HEADER);
  assert_where(where, DCIAUTH_FIELD_HEADER_NAME, 2, 0);
  block_free(&block);
}

static void no_size_of_work_is_overrun(void **state) {
  (void)state;
  signed_name signed_names[] = {{S("h"), NULL}, {S("x"), NULL}};
  name_list names = {.names = signed_names, .num = 2};
  size_t enough = headers_bound(4, 8, 3, 2);
  bool fits = false;
  for (size_t len = 0; len <= enough; len++) {
    work_block block = block_new(len, len % 16);
    buf b = buf_of(block.work);
    header_list list;
    dciauth_where where;
    dciauth_status status = headers_collect(twice, 4, NULL, 0, &b, &list, &where);
    assert_true(status == DCIAUTH_OK || status == DCIAUTH_E_SPACE);
    if (status == DCIAUTH_OK) {
      assert_ok(headers_check(HEADERS_JOIN, &list, &names, &where));
      const dciauth_pair *pairs = put_headers(row("aws4"), HEADERS_JOIN, &list, &names, &b);
      fits = pairs != NULL && !b.full;
      assert_true(b.full || span_eq(buf_since(&b, 0), S("h:1,2,\nx:y\n")));
    }
    block_free(&block);
  }
  assert_true(fits);
  assert_true(headers_bound(SIZE_MAX / 50, 1, 1, 1) == SIZE_MAX);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(collects_in_order),       cmocka_unit_test(refuses_lines),
      cmocka_unit_test(joins_or_takes_the_last), cmocka_unit_test(finds_names_in_any_order),
      cmocka_unit_test(checks_signed_names),     cmocka_unit_test(no_size_of_work_is_overrun),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
