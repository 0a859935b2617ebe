/* SPDX-License-Identifier: Apache-2.0 */
/* test_pairs.c - a query cut into pairs, decoded and encoded: how many, where, what stops it. */
#include "pairs.h"

#include "generate.h"
#include "support.h"

static void counts_pairs(void **state) {
  (void)state;
  assert_int_equal(count_pairs(S("")), 0);
  assert_int_equal(count_pairs(S("&&&")), 0);
  assert_int_equal(count_pairs(S("a")), 1);
  assert_int_equal(count_pairs(S("&a&&b=c&")), 2);
}

/* Bytes are looked at eight at a time: pairs, and queries, that begin and end around there. */
static void counts_pairs_around_a_word(void **state) {
  (void)state;
  enum { LONGEST = 18 };
  for (size_t len = 0; len <= LONGEST; len++) {
    for (unsigned ands = 0; ands < 1u << len; ands++) {
      uint8_t text[LONGEST];
      size_t want = 0;
      for (size_t i = 0; i < len; i++) {
        text[i] = (ands >> i & 1) != 0 ? '&' : i % 2 == 0 ? 0xa6 : '%'; /* '&' + 0x80, '&' - 1 */
        want += text[i] != '&' && (i == 0 || text[i - 1] == '&');
      }
      assert_int_equal(count_pairs(dciauth_bytes(text, len)), want);
    }
  }
}

/* And 64 at a time. */
static void counts_pairs_of_any_length(void **state) {
  (void)state;
  enum { LONGEST = 200 };
  random_source r = {1};
  for (size_t len = 0; len <= LONGEST; len++) {
    for (size_t round = 0; round < 50; round++) {
      uint8_t text[LONGEST];
      size_t want = 0;
      for (size_t i = 0; i < len; i++) {
        text[i] = random_below(&r, 4) == 0 ? '&' : 'x';
        want += text[i] != '&' && (i == 0 || text[i - 1] == '&');
      }
      assert_int_equal(count_pairs(dciauth_bytes(text, len)), want);
    }
  }
}

enum { MANY = 8 };

/* pair_lists is where pairs are written. */
typedef struct {
  dciauth_pair decoded[MANY], encoded[MANY];
  work_block block;
} pair_lists;

static size_t split(const char *name, dciauth_span query, pair_lists *out) {
  out->block = block_new(256, 0);
  buf b = buf_of(out->block.work);
  memset(out->decoded, 0xff, sizeof out->decoded);
  memset(out->encoded, 0xff, sizeof out->encoded);
  return split_pairs(row(name), query, out->decoded, out->encoded, &b);
}

static void cuts_pairs(void **state) {
  (void)state;
  static const struct {
    const char *name, *value, *name_encoded, *value_encoded;
  } want[] = {
      {"a", "1", "a", "1"},
      {"b", "", "b", ""},
      {"", "", "", ""},
      {"c", "=d", "c", "%3Dd"},
      {"e+", "f=g%", "e%2B", "f%3Dg%25"},
      {"h", "~", "h", "~"},
  };
  const dciauth_span query = S("&a=1&b&&&=&%63==d&e+=f=g%25&h=~&");
  pair_lists lists;
  assert_int_equal(split("aws4", query, &lists), query.len);
  assert_int_equal(count_pairs(query), NUM(want));
  for (size_t i = 0; i < NUM(want); i++) {
    assert_span(lists.decoded[i].name, dciauth_str(want[i].name));
    assert_span(lists.decoded[i].value, dciauth_str(want[i].value));
    assert_span(lists.encoded[i].name, dciauth_str(want[i].name_encoded));
    assert_span(lists.encoded[i].value, dciauth_str(want[i].value_encoded));
  }
  block_free(&lists.block);
}

static void finds_pairs(void **state) {
  (void)state;
  const dciauth_span query = S("&a=1&b&&&=&c");
  static const size_t at[] = {1, 5, 9, 11};
  for (size_t i = 0; i < NUM(at); i++) {
    assert_int_equal(find_pair(query, i), at[i]);
  }
}

static void check(const char *name, dciauth_span query, size_t bad) {
  pair_lists lists;
  assert_int_equal(split(name, query, &lists), bad);
  block_free(&lists.block);
}

static void stops_at_what_a_row_refuses(void **state) {
  (void)state;
  check("aws4", S(""), 0);
  check("aws4", S("a&b=%41&&c"), 10);
  check("aws4", S("a&b%4"), 3);
  check("dci2-v2.1", S("a&b%4"), 5);
  check("aws4", S("a&b=%4"), 4);
  check("aws4", S("a&&#"), 3);
  check("dci2-v2.1", S("a&&#"), 4);
  check("dci2-v2.1", S("a=%\n"), 3);
  check("aws4", S("a\0"), 1);
  check("aws4", S("\r"), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(counts_pairs),
      cmocka_unit_test(counts_pairs_around_a_word),
      cmocka_unit_test(counts_pairs_of_any_length),
      cmocka_unit_test(cuts_pairs),
      cmocka_unit_test(finds_pairs),
      cmocka_unit_test(stops_at_what_a_row_refuses),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
