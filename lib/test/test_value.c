/* SPDX-License-Identifier: Apache-2.0 */
/* test_value.c - values of headers: trimmed, collapsed, or as they are. */
#include "value.h"

#include "support.h"

static void trims(void **state) {
  (void)state;
  static const struct {
    const char *value, *canonical, *text;
  } cases[] = {
      {"", "", ""},
      {" \t ", "", ""},
      {"a", "a", "a"},
      {"  a \t\t b  ", "a b", "a \t\t b"},
      {"\ta,  \"b  c\"", "a, \"b c\"", "a,  \"b  c\""},
      {"\x0b"
       "a\x0c\xa0",
       "\x0b"
       "a\x0c\xa0",
       "\x0b"
       "a\x0c\xa0"},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    work_block block = block_new(64, 0);
    buf b = buf_of(block.work);
    dciauth_span value = dciauth_str(cases[i].value);
    put_value(row("aws4"), value, &b);
    assert_span(buf_since(&b, 0), dciauth_str(cases[i].canonical));
    assert_span(trim_value(row("aws4-s3"), value), dciauth_str(cases[i].text));
    size_t mark = b.len;
    put_value(row("dci2-v2.1"), value, &b);
    assert_span(buf_since(&b, mark), value);
    assert_span(trim_value(row("dci2-v2.1"), value), value);
    block_free(&block);
  }
}

/* Where white space is more than SP and TAB, it ends a value too. */
static void splits_as_python_does(void **state) {
  (void)state;
  static const struct {
    const char *value, *canonical, *trimmed;
  } cases[] = {
      {"\xc2\xa0 a\xe2\x80\x83"
       "b \xc2\x85",
       "a b",
       "a\xe2\x80\x83"
       "b"},
      {"a,\xe3\x80\x80/b\x1c", "a, /b", "a,\xe3\x80\x80/b"},
      {"\xe9 \x80", "\xe9 \x80", "\xe9 \x80"},
      {"\xe3\x80\x80", "", ""},
      {"plain", "plain", "plain"},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    work_block block = block_new(64, 0);
    buf b = buf_of(block.work);
    dciauth_span value = dciauth_str(cases[i].value);
    put_value(row("dci2"), value, &b);
    assert_span(buf_since(&b, 0), dciauth_str(cases[i].canonical));
    assert_span(trim_value(row("dci2"), value), dciauth_str(cases[i].trimmed));
    block_free(&block);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(trims),
      cmocka_unit_test(splits_as_python_does),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
