/* SPDX-License-Identifier: Apache-2.0 */
/* test_path.c - the canonical path of each row, and what each refuses. */
#include "path.h"

#include "support.h"
#include "unquote.h"

typedef struct {
  const char *path, *want;
} path_case;

static void check_paths(const char *name, const path_case *cases, size_t num) {
  for (size_t i = 0; i < num; i++) {
    dciauth_text out;
    dciauth_span path = dciauth_str(cases[i].path);
    work_block b = block_new(path_bound(path.len), i % 16);
    check_status(dciauth_canon_path(row(name), path, b.work, &out), DCIAUTH_OK, cases[i].path,
                 __FILE__, __LINE__);
    check_span(out.text, dciauth_str(cases[i].want), cases[i].path, __FILE__, __LINE__);
    assert_where(out.where, DCIAUTH_FIELD_NONE, 0, 0);
    block_free(&b);
  }
}

static void aws4_normalises_and_encodes_again(void **state) {
  (void)state;
  static const path_case cases[] = {
      {"/", "/"},
      {"//", "/"},
      {"/./", "/"},
      {"/..", "/"},
      {"/../..", "/"},
      {"/../../a", "/a"},
      {"/.", "/"},
      {"/a/..", "/"},
      {"/a/../", "/"},
      {"/a/b/..", "/a"},
      {"/a/b/../", "/a/"},
      {"/a/b/.", "/a/b"},
      {"/a/b/./", "/a/b/"},
      {"//a//b//", "/a/b/"},
      {"/a/./b/../c", "/a/c"},
      {"/a//./b%20c", "/a/b%2520c"},
      {"/...", "/..."},
      {"/.a/..b/c.", "/.a/..b/c."},
      {"/%2e%2E/a", "/%252e%252E/a"},
      {"/a%2Fb", "/a%252Fb"},
      {"/a b+c:d@e=f&g;h,i", "/a%20b%2Bc%3Ad%40e%3Df%26g%3Bh%2Ci"},
      {"/~-._AZaz09", "/~-._AZaz09"},
      {"/\xc3\xa9\xff", "/%C3%A9%FF"},
      {"/a\\b\"<>^`{|}!$'()*[]", "/a%5Cb%22%3C%3E%5E%60%7B%7C%7D%21%24%27%28%29%2A%5B%5D"},
      {"/\x01\x0b\x7f", "/%01%0B%7F"},
      {"/%00%0a", "/%2500%250a"},
      {"/a/b/c/../../../../d", "/d"},
      {"/a%20b/..", "/"},
      {"/x/%2e%2e/y", "/x/%252e%252e/y"},
  };
  check_paths("aws4", cases, NUM(cases));
}

static void others_take_it_as_sent(void **state) {
  (void)state;
  static const path_case same[] = {{"/", "/"},
                                   {"//a/../b/./%20%2f ", "//a/../b/./%20%2f "},
                                   {"/\xff\x01", "/\xff\x01"},
                                   {"/a+b", "/a+b"}};
  check_paths("aws4-s3", same, NUM(same));
  check_paths("dci2-v2.1", same, NUM(same));
  static const path_case dci[] = {{"", ""},
                                  {"/%zz%", "/%zz%"},
                                  {"/a#b", "/a#b"},
                                  {"http://h:80/p", "http://h:80/p"},
                                  {"a+b-c.1://", "a+b-c.1://"}};
  check_paths("dci2-v2.1", dci, NUM(dci));
}

/* Columns: the offset of the error in aws4, aws4-s3 and dci2-v2.1, or OK. */
enum { FINE = -1 };

static void refuses(void **state) {
  (void)state;
  static const char *const names[3] = {"aws4", "aws4-s3", "dci2-v2.1"};
  static const struct {
    const char *path;
    size_t len;
    int offset[3];
  } cases[] = {
      {"", 0, {0, 0, FINE}},
      {"a/b", 3, {0, 0, 0}},
      {"*", 1, {0, 0, 0}},
      {"http://h/p", 10, {0, 0, FINE}},
      {"://h", 4, {0, 0, 0}},
      {"http:/h", 7, {0, 0, 0}},
      {"ht/tp://h", 9, {0, 0, 0}},
      {"/a%", 3, {2, 2, FINE}},
      {"/a%4", 4, {2, 2, FINE}},
      {"/a%zz", 5, {2, 2, FINE}},
      {"/a%4g/%41", 9, {2, 2, FINE}},
      {"/%41%4", 6, {4, 4, FINE}},
      {"/a#b", 4, {2, 2, FINE}},
      {"/a?b", 4, {2, 2, FINE}},
      {"/a\0b", 4, {2, 2, 2}},
      {"/a\rb", 4, {2, 2, 2}},
      {"/ab\n", 4, {3, 3, 3}},
      {"\n/", 2, {0, 0, 0}},
      {"http://h\n", 9, {0, 0, 8}},
      {"/%\n#", 4, {1, 1, 2}},
      {"/\n%", 3, {1, 1, 1}},
      {"/#\n", 3, {1, 1, 2}},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    for (size_t p = 0; p < 3; p++) {
      dciauth_text out;
      work_block b = block_new(path_bound(cases[i].len), 0);
      bool fine = cases[i].offset[p] == FINE;
      dciauth_status status = dciauth_canon_path(
          row(names[p]), dciauth_bytes(cases[i].path, cases[i].len), b.work, &out);
      check_status(status, fine ? DCIAUTH_OK : DCIAUTH_E_MALFORMED_URI, cases[i].path, __FILE__,
                   __LINE__);
      check_where(out.where, fine ? DCIAUTH_FIELD_NONE : DCIAUTH_FIELD_TARGET, 0,
                  fine ? 0 : (size_t)cases[i].offset[p], cases[i].path, __FILE__, __LINE__);
      block_free(&b);
    }
  }
}

static void appends_behind_other_text(void **state) {
  (void)state;
  work_block block = block_new(16, 0);
  buf b = buf_of(block.work);
  put_text(&b, "/x/y");
  put_path(row("aws4"), S("/../../a/.."), &b);
  assert_span(buf_since(&b, 0), S("/x/y/"));
  put_path(row("aws4"), NOTHING, &b);
  assert_span(buf_since(&b, 0), S("/x/y//"));
  block_free(&block);
}

static void bound_saturates(void **state) {
  (void)state;
  assert_int_equal(path_bound(5), 16 + unquote_bound(5));
  assert_true(path_bound(SIZE_MAX / 2) == SIZE_MAX);
  dciauth_text out;
  dciauth_work none = {NULL, 0};
  assert_status(dciauth_canon_path(row("aws4"), S("/"), none, &out), DCIAUTH_E_SPACE);
  assert_zero(out);
}

/* what cannot have crossed the wire, wherever it stands in the target */
static void wire_targets(void **state) {
  (void)state;
  static const struct {
    dciauth_span target;
    dciauth_status want;
    size_t offset;
  } cases[] = {
      {LIT(""), DCIAUTH_OK, 0},
      {LIT("/\xff?~"), DCIAUTH_OK, 0},
      {LIT("/a b"), DCIAUTH_E_MALFORMED_URI, 2},
      {LIT("/\x01"), DCIAUTH_E_MALFORMED_URI, 1},
      {LIT("/?\x7f"), DCIAUTH_E_MALFORMED_QUERY, 2},
      {LIT("/?a=b c"), DCIAUTH_E_MALFORMED_QUERY, 5},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    dciauth_where where = {DCIAUTH_FIELD_NONE, 0, 0};
    assert_status(check_wire_target(cases[i].target, &where), cases[i].want);
    bool fine = cases[i].want == DCIAUTH_OK;
    assert_where(where, fine ? DCIAUTH_FIELD_NONE : DCIAUTH_FIELD_TARGET, 0, cases[i].offset);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(aws4_normalises_and_encodes_again),
      cmocka_unit_test(others_take_it_as_sent),
      cmocka_unit_test(refuses),
      cmocka_unit_test(appends_behind_other_text),
      cmocka_unit_test(bound_saturates),
      cmocka_unit_test(wire_targets),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
