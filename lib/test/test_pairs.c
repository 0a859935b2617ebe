/* SPDX-License-Identifier: Apache-2.0 */
/* test_pairs.c - a query cut into pairs: where, how many, and what stops it. */
#include "pairs.h"

#include "support.h"

static void counts_pairs(void **state) {
  (void)state;
  assert_int_equal(count_pairs(S("")), 0);
  assert_int_equal(count_pairs(S("&&&")), 0);
  assert_int_equal(count_pairs(S("a")), 1);
  assert_int_equal(count_pairs(S("&a&&b=c&")), 2);
}

static void cuts_pairs(void **state) {
  (void)state;
  static const struct {
    const char *name, *value;
    size_t at;
    bool plain_name, plain_value;
  } want[] = {
      {"a", "1", 1, true, true},       {"b", "", 5, true, true},         {"", "", 9, true, true},
      {"%63", "=d", 11, false, false}, {"e+", "f=g%", 18, false, false}, {"h", "~", 26, true, true},
  };
  const dciauth_span query = S("&a=1&b&&&=&%63==d&e+=f=g%&h=~&");
  dciauth_span rest = query;
  raw_pair pair;
  for (size_t i = 0; i < NUM(want); i++) {
    assert_true(next_pair(&rest, &pair));
    assert_span(pair.name, dciauth_str(want[i].name));
    assert_span(pair.value, dciauth_str(want[i].value));
    assert_int_equal(pair.name.ptr - query.ptr, want[i].at);
    assert_int_equal(pair.plain_name, want[i].plain_name);
    assert_int_equal(pair.plain_value, want[i].plain_value);
  }
  assert_false(next_pair(&rest, &pair));
  assert_int_equal(count_pairs(query), NUM(want));
}

static void check(const char *name, dciauth_span query, size_t bad, size_t num) {
  size_t pairs;
  assert_int_equal(check_pairs(row(name), query, &pairs), bad);
  assert_int_equal(pairs, num);
}

static void stops_at_what_a_row_refuses(void **state) {
  (void)state;
  check("aws4", S(""), 0, 0);
  check("aws4", S("a&b=%41&&c"), 10, 3);
  check("aws4", S("a&b%4"), 3, 1);
  check("dci2-v2.1", S("a&b%4"), 5, 2);
  check("aws4", S("a&&#"), 3, 1);
  check("dci2-v2.1", S("a&&#"), 4, 2);
  check("dci2-v2.1", S("a=%\n"), 3, 0);
  check("aws4", S("a\0"), 1, 0);
  check("aws4", S("\r"), 0, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(counts_pairs),
      cmocka_unit_test(cuts_pairs),
      cmocka_unit_test(stops_at_what_a_row_refuses),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
