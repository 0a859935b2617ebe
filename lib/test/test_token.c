/* SPDX-License-Identifier: Apache-2.0 */
/* test_token.c - names and values of a query: decoded once and encoded anew. The column dci2-v2.1
 * is what CPython 3.11's unquote(token.replace("+", " ")) and quote_plus give. */
#include "token.h"

#include <stdlib.h>

#include "support.h"

#define R "\xef\xbf\xbd"

static void decodes(void **state) {
  (void)state;
  static const struct {
    const char *token, *aws, *dci;
  } cases[] = {
      {"", "", ""},
      {"ab~", "ab~", "ab~"},
      {"a+b", "a+b", "a b"},
      {"%2B%20", "+ ", "+ "},
      {"%2541", "%41", "%41"},
      {"%zz%4", "%zz%4", "%zz%4"},
      {"%C3%A9", "\xc3\xa9", "\xc3\xa9"},
      {"\xc3\xa9", "\xc3\xa9", "\xc3\xa9"},
      {"%FF\xff", "\xff\xff", R R},
      {"\xc3%A9", "\xc3\xa9", R R},
      {"%C3\xa9", "\xc3\xa9", R R},
      {"%E2%82", "\xe2\x82", R},
      {"%E2%82"
       "a",
       "\xe2\x82"
       "a",
       R "a"},
      {"%ED%A0%80", "\xed\xa0\x80", R R R},
      {"\xe2\x82+", "\xe2\x82+", R " "},
      {"%C0%AF", "\xc0\xaf", R R},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    dciauth_span token = copy_exact(dciauth_str(cases[i].token));
    work_block block = block_new(token.len * 5 + 3 * TAKE_SLACK, i % 16);
    buf b = buf_of(block.work);
    check_span(decode_token(row("aws4"), token, &b), dciauth_str(cases[i].aws), cases[i].token,
               __FILE__, __LINE__);
    b = buf_of(block.work);
    check_span(decode_token(row("dci2-v2.1"), token, &b), dciauth_str(cases[i].dci), cases[i].token,
               __FILE__, __LINE__);
    assert_false(b.full);
    block_free(&block);
    free((void *)(uintptr_t)token.ptr);
  }
}

static void encodes(void **state) {
  (void)state;
  work_block block = block_new(200, 5);
  buf b = buf_of(block.work);
  assert_span(encode_token(row("aws4"), S("a b+\xff~*"), &b), S("a%20b%2B%FF~%2A"));
  assert_span(encode_token(row("dci2-v2.1"), S("a b+\xff~*"), &b), S("a+b%2B%FF~%2A"));
  assert_span(encode_token(row("aws4"), S("plain"), &b), S("plain"));
  assert_span(encode_token(row("aws4"), NOTHING, &b), S(""));
  block_free(&block);
}

static void says_when_there_is_no_room(void **state) {
  (void)state;
  static const char *const names[] = {"aws4", "dci2-v2.1"};
  for (size_t p = 0; p < 2; p++) {
    for (size_t len = 0; len < 50; len++) {
      work_block block = block_new(len, 0);
      buf b = buf_of(block.work);
      dciauth_span got = decode_token(row(names[p]), S("+%20%20"), &b);
      assert_int_equal(got.len == 0, b.full);
      b = buf_of(block.work);
      got = encode_token(row(names[p]), S("a b"), &b);
      assert_int_equal(got.len == 0, b.full);
      block_free(&block);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(decodes),
      cmocka_unit_test(encodes),
      cmocka_unit_test(says_when_there_is_no_room),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
