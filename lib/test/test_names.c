/* SPDX-License-Identifier: Apache-2.0 */
/* test_names.c - the list of signed headers: sorted in aws rows, as given in dci rows. */
#include "names.h"

#include <stdlib.h>

#include "support.h"

static const dciauth_pair lines[] = {
    {LIT("Host"), LIT("h")}, {LIT("b"), LIT("1")}, {LIT("A"), LIT("2")}, {LIT("B"), LIT("3")}};

typedef struct {
  const char *text, *aws, *dci; /* NULL: malformed, at `offset` */
  size_t offset;
} names_case;

static void check_names(const char *name, const names_case *c, const char *want) {
  work_block block = block_new(headers_bound(4, 20, strlen(c->text) + 20, 12), 1);
  buf b = buf_of(block.work);
  header_list list;
  name_list names;
  dciauth_where where;
  assert_ok(headers_collect(lines, 4, NULL, 0, &b, &list, &where));
  dciauth_status status = names_parse(row(name), &list, dciauth_str(c->text), &b, &names, &where);
  check_status(status, want == NULL ? DCIAUTH_E_SIGNED_HEADERS_MALFORMED : DCIAUTH_OK, c->text,
               __FILE__, __LINE__);
  if (want == NULL) {
    check_where(where, DCIAUTH_FIELD_SIGNED_HEADERS, 0, c->offset, c->text, __FILE__, __LINE__);
  } else {
    put_names(&names, &b);
    check_span(buf_since(&b, 0), dciauth_str(want), c->text, __FILE__, __LINE__);
  }
  block_free(&block);
}

static void parses(void **state) {
  (void)state;
  static const names_case cases[] = {
      {"", "a;b;host", "host;x-dci-date", 0},
      {"host", "host", "host", 0},
      {"x;Host;A", "a;host;x", "x;Host;A", 0},
      {"z;y;x;w;v;u;t", "t;u;v;w;x;y;z", "z;y;x;w;v;u;t", 0},
      {"a;;b", NULL, NULL, 2},
      {";a", NULL, NULL, 0},
      {"a;", NULL, NULL, 2},
      {";", NULL, NULL, 0},
      {"host;a;host", NULL, "host;a;host", 7},
      {"a;a;b;b;a;b", NULL, "a;a;b;b;a;b", 2},
      {"a;A", NULL, "a;A", 2},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    check_names("aws4", &cases[i], cases[i].aws);
    check_names("aws4-s3", &cases[i], cases[i].aws);
    check_names("dci2-v2.1", &cases[i], cases[i].dci);
  }
}

/* four repetitions are allowed where names stay as given; the fifth, by name, is one too many */
static void repeated_too_often(void **state) {
  (void)state;
  const names_case five = {"a;a;b;b;a;b;b", NULL, NULL, 12};
  check_names("dci2-v2.1", &five, NULL);
}

static void holds(void **state) {
  (void)state;
  signed_name signed_names[] = {{S("a"), NULL}, {S("host"), NULL}};
  const name_list names = {.names = signed_names, .num = 2};
  assert_true(names_hold(&names, S("host")));
  assert_true(names_hold(&names, S("a")));
  assert_false(names_hold(&names, S("HOST")));
  assert_false(names_hold(&names, S("hos")));
  assert_false(names_hold(&names, S("hosts")));
}

/* Lines are a;b;b;host: each name once, in their order, and not those alone. */
static void matches_lines(void **state) {
  (void)state;
  static const char *const good[] = {"a", "b", "host", "a;b", "a;host", "b;host", "a;b;host"};
  static const char *const others[] = {"",    ";",   "a;",      ";a",         "a;;b",  "a;a",
                                       "b;b", "b;a", "A",       "ho",         "hosts", "a;b;hos",
                                       "a b", "a;c", "a;host;", "a;b;host;x", "x;a"};
  work_block block = block_new(4096, 0);
  buf b = buf_of(block.work);
  header_list list;
  name_list names;
  dciauth_where where;
  assert_ok(headers_collect(lines, 4, NULL, 0, &b, &list, &where));
  for (size_t i = 0; i < NUM(good); i++) {
    assert_true(names_match(&list, dciauth_str(good[i]), NULL, &b, &names));
    assert_true(names.found);
    for (size_t k = 0; k < names.num; k++) {
      assert_ptr_equal(names.names[k].line, headers_find(&list, names.names[k].name));
    }
    size_t mark = b.len;
    put_names(&names, &b);
    assert_span(buf_since(&b, mark), dciauth_str(good[i]));
  }
  for (size_t i = 0; i < NUM(others); i++) {
    if (names_match(&list, dciauth_str(others[i]), NULL, &b, &names)) {
      explain("matched: \"%s\"", others[i]);
    }
  }
  assert_false(names_match(&list, S("a;host"), list.items, &b, &names));
  assert_true(names_match(&list, S("b;host"), list.items, &b, &names));
  b = buf_of((dciauth_work){NULL, 0});
  assert_false(names_match(&list, S("a"), NULL, &b, &names));
  assert_true(b.full);
  block_free(&block);
}

static void limit(void **state) {
  (void)state;
  size_t len = DCIAUTH_MAX_SIGNED_HEADERS + 1;
  uint8_t *text = malloc(len);
  memset(text, 'a', len);
  const header_list none = {NULL, 0, NULL, NULL, 0};
  work_block block = block_new(2 * len + 4096, 0);
  for (size_t p = 0; p < NUM_KINDS; p++) {
    name_list names;
    dciauth_where where;
    buf b = buf_of(block.work);
    assert_status(names_parse(kind(p), &none, dciauth_bytes(text, len), &b, &names, &where),
                  DCIAUTH_E_LIMIT_EXCEEDED);
    assert_where(where, DCIAUTH_FIELD_SIGNED_HEADERS, 0, DCIAUTH_MAX_SIGNED_HEADERS);
    assert_ok(names_parse(kind(p), &none, dciauth_bytes(text, len - 1), &b, &names, &where));
    assert_int_equal(names.num, 1);
    const dciauth_pair line = {dciauth_bytes(text, len), NOTHING};
    header_item item;
    sort_item_set(&item, &line);
    const header_list one = {&item, 1, &line, NULL, 0};
    assert_false(names_match(&one, line.name, NULL, &b, &names));
  }
  block_free(&block);
  free(text);
}

static void no_size_of_work_is_overrun(void **state) {
  (void)state;
  for (size_t len = 0; len < 600; len++) {
    work_block block = block_new(len, len % 16);
    for (size_t p = 0; p < NUM_KINDS; p++) {
      const dciauth_pair line = {S("h"), NOTHING};
      header_item item;
      sort_item_set(&item, &line);
      const header_list list = {&item, 1, &line, NULL, 0};
      name_list names;
      dciauth_where where;
      buf b = buf_of(block.work);
      dciauth_status status = names_parse(kind(p), &list, S("C;b;a"), &b, &names, &where);
      assert_true(status == DCIAUTH_OK || status == DCIAUTH_E_SPACE);
      b = buf_of(block.work);
      status = names_parse(kind(p), &list, NOTHING, &b, &names, &where);
      assert_true(status == DCIAUTH_OK || status == DCIAUTH_E_SPACE);
    }
    block_free(&block);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(parses), cmocka_unit_test(repeated_too_often),
      cmocka_unit_test(holds),  cmocka_unit_test(matches_lines),
      cmocka_unit_test(limit),  cmocka_unit_test(no_size_of_work_is_overrun),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
