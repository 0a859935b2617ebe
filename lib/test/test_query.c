/* SPDX-License-Identifier: Apache-2.0 */
/* test_query.c - the canonical query of each row, repeated keys, and arguments that are decoded
 * already. */
#include "query.h"

#include <stdlib.h>

#include "support.h"

#define R "%EF%BF%BD"

static void canonicalises(void **state) {
  (void)state;
  static const struct {
    const char *query, *aws, *dci;
  } cases[] = {
      {"", "", ""},
      {"&&", "", ""},
      {"b=2&a=%7e&c", "a=~&b=2&c=", "a=~&b=2&c="},
      {"a&a-b&a%21", "a=&a%21=&a-b=", "a=&a%21=&a-b="},
      {"a=1=2", "a=1%3D2", "a=1%3D2"},
      {"=v&=", "=&=v", NULL},
      {"=v", "=v", "=v"},
      {"a+b=c+d", "a%2Bb=c%2Bd", "a+b=c+d"},
      {"a%20b=%2B", "a%20b=%2B", "a+b=%2B"},
      {"B=1&a=2&A=3", "A=3&B=1&a=2", "A=3&B=1&a=2"},
      {"%C3%A9=1&z=2", "%C3%A9=1&z=2", "z=2&%C3%A9=1"}, /* encoded before z, decoded after it */
      {"a%2D=1&a-=1", "a-=1&a-=1", NULL},
      {"x=%ff", "x=%FF", "x=" R},
      {"a;b=1", "a%3Bb=1", "a%3Bb=1"},
      {"a=?/:@", "a=%3F%2F%3A%40", "a=%3F%2F%3A%40"},
      {"a=%2541", "a=%2541", "a=%2541"},
      {"k=2&k=1&k=10", "k=1&k=10&k=2", NULL},
      {"a=\xff%01", "a=%FF%01", "a=" R "%01"},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    dciauth_span query = copy_exact(dciauth_str(cases[i].query));
    dciauth_text out;
    work_block b = block_new(dciauth_query_bound(row("aws4"), query), i % 16);
    assert_ok(dciauth_canon_query(row("aws4"), query, b.work, &out));
    check_span(out.text, dciauth_str(cases[i].aws), cases[i].query, __FILE__, __LINE__);
    assert_ok(dciauth_canon_query(row("aws4-s3"), query, b.work, &out));
    check_span(out.text, dciauth_str(cases[i].aws), cases[i].query, __FILE__, __LINE__);
    dciauth_status status = dciauth_canon_query(row("dci2-v2.1"), query, b.work, &out);
    check_status(status, cases[i].dci == NULL ? DCIAUTH_E_DUPLICATE_QUERY_PARAM : DCIAUTH_OK,
                 cases[i].query, __FILE__, __LINE__);
    if (cases[i].dci != NULL) {
      check_span(out.text, dciauth_str(cases[i].dci), cases[i].query, __FILE__, __LINE__);
    }
    block_free(&b);
    free((void *)(uintptr_t)query.ptr);
  }
}

/* FINE, or the offset of the error. */
enum { FINE = -1 };

static void refuses(void **state) {
  (void)state;
  static const char *const names[3] = {"aws4", "aws4-s3", "dci2-v2.1"};
  static const struct {
    const char *query;
    size_t len;
    int offset[3];
  } cases[] = {
      {"a=%", 3, {2, 2, FINE}},   {"a=%4", 4, {2, 2, FINE}},
      {"%zz=1", 5, {0, 0, FINE}}, {"a=1&b=%u0041", 12, {6, 6, FINE}},
      {"a#b", 3, {1, 1, FINE}},   {"a\0b", 3, {1, 1, 1}},
      {"a=\r", 3, {2, 2, 2}},     {"\na", 2, {0, 0, 0}},
      {"a%\n", 3, {1, 1, 2}},     {"#\n", 2, {0, 0, 1}},
      {"\n#%", 3, {0, 0, 0}},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    for (size_t p = 0; p < 3; p++) {
      dciauth_span query = dciauth_bytes(cases[i].query, cases[i].len);
      dciauth_text out;
      work_block b = block_new(dciauth_query_bound(row(names[p]), query), 0);
      bool fine = cases[i].offset[p] == FINE;
      check_status(dciauth_canon_query(row(names[p]), query, b.work, &out),
                   fine ? DCIAUTH_OK : DCIAUTH_E_MALFORMED_QUERY, cases[i].query, __FILE__,
                   __LINE__);
      check_where(out.where, fine ? DCIAUTH_FIELD_NONE : DCIAUTH_FIELD_TARGET, 0,
                  fine ? 0 : (size_t)cases[i].offset[p], cases[i].query, __FILE__, __LINE__);
      block_free(&b);
    }
  }
}

static dciauth_status canon(const char *name, const char *query, dciauth_repeat repeat, buf *b,
                            query_args *args, dciauth_where *where) {
  return canon_query(row(name), dciauth_str(query), repeat, 100, b, args, where);
}

/* decoded and encoded return the i-th argument of the canonical order. */
static dciauth_pair decoded(const query_args *args, size_t i) {
  return args->decoded[arg_index(args, i)];
}

static dciauth_pair encoded(const query_args *args, size_t i) {
  return args->encoded[arg_index(args, i)];
}

static void repeated_keys(void **state) {
  (void)state;
  static const char *const names[3] = {"aws4", "aws4-s3", "dci2-v2.1"};
  for (size_t p = 0; p < 3; p++) {
    query_args args;
    dciauth_where where;
    work_block block = block_new(4096, 0);
    buf b = buf_of(block.work);
    assert_status(canon(names[p], "b=1&a=1&%61=0&a=2", DCIAUTH_REPEAT_REFUSE, &b, &args, &where),
                  DCIAUTH_E_DUPLICATE_QUERY_PARAM);
    assert_where(where, DCIAUTH_FIELD_TARGET, 0, 108);
    b = buf_of(block.work);
    assert_ok(canon(names[p], "b=1&a=9&%61=0&a=2", DCIAUTH_REPEAT_FIRST, &b, &args, &where));
    assert_int_equal(args.num, 2);
    assert_span(decoded(&args, 0).name, S("a"));
    assert_span(decoded(&args, 0).value, S("9"));
    assert_span(decoded(&args, 1).name, S("b"));
    b = buf_of(block.work);
    dciauth_status status =
        canon(names[p], "b=1&a=9&%61=0&a=2", DCIAUTH_REPEAT_ROW, &b, &args, &where);
    assert_status(status, p == 2 ? DCIAUTH_E_DUPLICATE_QUERY_PARAM : DCIAUTH_OK);
    assert_int_equal(args.num, p == 2 ? 2 : 4);
    block_free(&block);
  }
}

static void decoded_and_encoded_go_together(void **state) {
  (void)state;
  query_args args;
  dciauth_where where;
  work_block block = block_new(4096, 0);
  buf b = buf_of(block.work);
  assert_ok(canon("aws4", "z=%26&%41=%3d+", DCIAUTH_REPEAT_ROW, &b, &args, &where));
  assert_int_equal(args.num, 2);
  assert_span(decoded(&args, 0).name, S("A"));
  assert_span(decoded(&args, 0).value, S("=+"));
  assert_span(encoded(&args, 0).value, S("%3D%2B"));
  assert_span(decoded(&args, 1).value, S("&"));
  put_query(&args, &b);
  assert_span(buf_since(&b, 0), S("A=%3D%2B&z=%26"));
  block_free(&block);
}

static void parameters(void **state) {
  (void)state;
  const dciauth_pair good[] = {{S("b"), S("1 2")}, {S("a\xc3\xa9"), S("\n")}, {S(""), S("")}};
  const dciauth_pair repeated[] = {{S("b"), S("1")}, {S("a"), S("1")}, {S("b"), S("2")}};
  const dciauth_pair bad_name[] = {{S("b"), S("1")}, {S("\xff"), S("1")}};
  const dciauth_pair bad_value[] = {{S("b"), S("\xc3")}};
  query_args args;
  dciauth_where where;
  work_block block = block_new(4096, 0);
  buf b = buf_of(block.work);
  assert_ok(canon_params(row("dci2-v2.1"), good, 3, &b, &args, &where));
  put_query(&args, &b);
  assert_span(buf_since(&b, 0), S("=&a%C3%A9=%0A&b=1+2"));
  b = buf_of(block.work);
  assert_status(canon_params(row("dci2-v2.1"), repeated, 3, &b, &args, &where),
                DCIAUTH_E_DUPLICATE_QUERY_PARAM);
  assert_where(where, DCIAUTH_FIELD_TARGET, 2, 0);
  b = buf_of(block.work);
  assert_status(canon_params(row("dci2-v2.1"), bad_name, 2, &b, &args, &where),
                DCIAUTH_E_MALFORMED_QUERY);
  assert_where(where, DCIAUTH_FIELD_TARGET, 1, 0);
  b = buf_of(block.work);
  assert_status(canon_params(row("dci2-v2.1"), bad_value, 1, &b, &args, &where),
                DCIAUTH_E_MALFORMED_QUERY);
  assert_where(where, DCIAUTH_FIELD_TARGET, 0, 0);
  b = buf_of(block.work);
  assert_ok(canon_params(row("dci2-v2.1"), NULL, 0, &b, &args, &where));
  assert_int_equal(args.num, 0);
  block_free(&block);
}

static void no_size_of_work_is_overrun(void **state) {
  (void)state;
  const dciauth_pair params[] = {{S("b"), S("1 2")}, {S("a\xc3\xa9"), S("\n")}};
  for (size_t len = 0; len < query_bound(8, 2); len++) {
    query_args args;
    dciauth_where where;
    work_block block = block_new(len, len % 16);
    buf b = buf_of(block.work);
    dciauth_status status = canon_params(row("dci2-v2.1"), params, 2, &b, &args, &where);
    assert_true(status == DCIAUTH_OK || status == DCIAUTH_E_SPACE);
    block_free(&block);
  }
}

static void bound_saturates(void **state) {
  (void)state;
  assert_true(query_bound(SIZE_MAX / 20, 1) == SIZE_MAX);
  assert_true(query_bound(1, SIZE_MAX / 20) == SIZE_MAX);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(canonicalises),   cmocka_unit_test(refuses),
      cmocka_unit_test(repeated_keys),   cmocka_unit_test(decoded_and_encoded_go_together),
      cmocka_unit_test(parameters),      cmocka_unit_test(no_size_of_work_is_overrun),
      cmocka_unit_test(bound_saturates),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
