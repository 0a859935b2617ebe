/* SPDX-License-Identifier: Apache-2.0 */
/* test_unquote.c - what CPython 3.11's urllib.parse.unquote gives, in exactly the room promised. */
#include "unquote.h"

#include <stdlib.h>

#include "support.h"

#define R "\xef\xbf\xbd"

static void decodes_once(void **state) {
  (void)state;
  static const struct {
    const char *text, *want;
  } cases[] = {
      {"", ""},
      {"/a+b~", "/a+b~"},
      {"/a%20b%2Fc%2f", "/a b/c/"},
      {"/%252F", "/%2F"},
      {"%zz%4%", "%zz%4%"},
      {"%C3%A9\xc3\xa9", "\xc3\xa9\xc3\xa9"},
      {"\xc3%A9", R R},
      {"%C3\xa9", R R},
      {"%FFa%C3", R "a" R},
      {"%F0%9F%98%80", "\xf0\x9f\x98\x80"},
      {"%0A%0d", "\n\r"},
      {"%ED%A0%80", R R R},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    dciauth_span text = copy_exact(dciauth_str(cases[i].text));
    work_block block = block_new(unquote_bound(text.len), i % 16);
    buf b = buf_of(block.work);
    check_span(unquote(text, &b), dciauth_str(cases[i].want), cases[i].text, __FILE__, __LINE__);
    assert_false(b.full);
    block_free(&block);
    free((void *)(uintptr_t)text.ptr);
  }
}

static void keeps_a_nul(void **state) {
  (void)state;
  work_block block = block_new(unquote_bound(4), 0);
  buf b = buf_of(block.work);
  assert_span(unquote(S("a%00"), &b), S("a\0"));
  block_free(&block);
}

static void says_when_there_is_no_room(void **state) {
  (void)state;
  size_t bound = unquote_bound(9);
  bool once = false;
  for (size_t len = 0; len <= bound; len++) {
    work_block block = block_new(len, 3);
    buf b = buf_of(block.work);
    dciauth_span got = unquote(S("%C3%A9abc"), &b);
    assert_int_equal(got.len == 0, b.full);
    assert_true(!once || !b.full);
    once = !b.full;
    block_free(&block);
  }
  assert_true(once);
  assert_true(unquote_bound(SIZE_MAX / 2) == SIZE_MAX);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(decodes_once),
      cmocka_unit_test(keeps_a_nul),
      cmocka_unit_test(says_when_there_is_no_room),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
