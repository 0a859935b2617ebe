/* SPDX-License-Identifier: Apache-2.0 */
/* test_codec.c - percent-encoding, hex and UTF-8 repair. The repaired texts are what CPython 3.11's
 * bytes.decode("utf-8", "replace") gives. */
#include "codec.h"

#include <stdio.h>
#include <stdlib.h>

#include "support.h"

static void finds_escapes(void **state) {
  (void)state;
  assert_true(is_escape(S("a%4a"), 1));
  assert_true(is_escape(S("%Ff"), 0));
  assert_false(is_escape(S("a%4"), 1));
  assert_false(is_escape(S("%4g"), 0));
  assert_false(is_escape(S("%g4"), 0));
  assert_false(is_escape(S("a41"), 0));
  assert_false(is_escape(S("%"), 0));
  assert_int_equal(find_bad_escape(S("a%41b")), 5);
  assert_int_equal(find_bad_escape(S("a%41%4")), 4);
  assert_int_equal(find_bad_escape(S("%")), 0);
  assert_int_equal(find_bad_escape(NOTHING), 0);
  assert_int_equal(decode_escape(S("x%aF"), 1), 0xAF);
}

static void decodes_every_byte(void **state) {
  (void)state;
  for (unsigned byte = 0; byte < 256; byte++) {
    for (int upper = 0; upper < 2; upper++) {
      char code[4];
      uint8_t out[3];
      snprintf(code, sizeof code, upper ? "%%%02X" : "%%%02x", byte);
      assert_int_equal(decode_pct(dciauth_bytes(code, 3), out), 1);
      assert_int_equal(out[0], byte);
    }
  }
}

static void decodes_once_and_keeps_the_rest(void **state) {
  (void)state;
  uint8_t out[16];
  assert_span(dciauth_bytes(out, decode_pct(S("a%2541+%"), out)), S("a%41+%"));
  assert_span(dciauth_bytes(out, decode_pct(S("%zz%4"), out)), S("%zz%4"));
  assert_span(dciauth_bytes(out, decode_pct(S("%00b"), out)), S("\0b"));
  assert_span(dciauth_bytes(out, decode_pct(NOTHING, out)), S(""));
}

static void encodes_every_byte(void **state) {
  (void)state;
  static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  for (unsigned byte = 0; byte < 256; byte++) {
    uint8_t one = (uint8_t)byte;
    char want[4];
    bool kept = byte != 0 && strchr(plain, (int)byte) != NULL;
    snprintf(want, sizeof want, kept ? "%c" : "%%%02X", byte);
    uint8_t out[3];
    assert_span(dciauth_bytes(out, encode_pct(dciauth_bytes(&one, 1), false, out)),
                dciauth_str(want));
    work_block block = block_new(3, 0);
    buf b = buf_of(block.work);
    put_encoded(&b, dciauth_bytes(&one, 1));
    assert_span(buf_since(&b, 0), dciauth_str(want));
    block_free(&block);
  }
}

static void encodes_runs(void **state) {
  (void)state;
  uint8_t out[30];
  assert_span(dciauth_bytes(out, encode_pct(S("a b+/"), true, out)), S("a+b%2B%2F"));
  assert_span(dciauth_bytes(out, encode_pct(S("a b+/"), false, out)), S("a%20b%2B%2F"));
  work_block block = block_new(8, 3);
  buf b = buf_of(block.work);
  put_encoded(&b, S("ab%cd!"));
  assert_true(b.full);
  b = buf_of(block.work);
  put_encoded(&b, S("ab%cd~"));
  assert_span(buf_since(&b, 0), S("ab%25cd~"));
  put_encoded(&b, NOTHING);
  assert_false(b.full);
  block_free(&block);
}

static void hex(void **state) {
  (void)state;
  char text[65] = "";
  uint8_t bytes[32];
  for (size_t i = 0; i < 32; i++) {
    bytes[i] = (uint8_t)(i * 37 + 200);
  }
  encode_hex32(bytes, text);
  for (size_t i = 0; i < 32; i++) {
    char want[3];
    snprintf(want, sizeof want, "%02x", bytes[i]);
    assert_memory_equal(text + 2 * i, want, 2);
  }
  uint8_t back[32];
  assert_true(decode_hex32(dciauth_bytes(text, 64), back));
  assert_memory_equal(back, bytes, 32);
  assert_false(decode_hex32(dciauth_bytes(text, 63), back));
  assert_false(decode_hex32(dciauth_bytes(text, 65), back));
  work_block block = block_new(64, 0);
  buf b = buf_of(block.work);
  put_hex32(&b, bytes);
  assert_span(buf_since(&b, 0), dciauth_bytes(text, 64));
  put_hex32(&b, bytes);
  assert_true(b.full);
  block_free(&block);
}

/* Digits are read eight at a time: every byte, at every place. */
static void hex_of_other_bytes(void **state) {
  (void)state;
  for (int byte = 0; byte < 256; byte++) {
    bool digit = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f');
    for (size_t at = 0; at < 64; at++) {
      char text[64];
      uint8_t back[32];
      memset(text, '0', sizeof text);
      text[at] = (char)byte;
      assert_int_equal(decode_hex32(dciauth_bytes(text, 64), back), digit);
      int value = byte <= '9' ? byte - '0' : byte - 'a' + 10;
      assert_true(!digit || back[at / 2] == (at % 2 == 0 ? value << 4 : value));
    }
  }
}

static void repairs_as_python_does(void **state) {
  (void)state;
#define R "\xef\xbf\xbd"
  static const struct {
    const char *in, *out;
  } cases[] = {
      {"abc", "abc"},
      {"\xc3\xa9\xe2\x82\xac\xf0\x9f\x8d\xba", "\xc3\xa9\xe2\x82\xac\xf0\x9f\x8d\xba"},
      {"\x80", R},
      {"\xc3", R},
      {"\xc3"
       "a",
       R "a"},
      {"\xc0\xaf", R R},
      {"\xc1\xbf", R R},
      {"\xe2\x82", R},
      {"\xe2\x82"
       "a",
       R "a"},
      {"\xe2"
       "a\x82",
       R "a" R},
      {"\xe0\x9f\xbf", R R R},
      {"\xed\xa0\x80", R R R},
      {"\xed\x9f\xbf", "\xed\x9f\xbf"},
      {"\xee\x80\x80", "\xee\x80\x80"},
      {"\xf0\x9f\x8d", R},
      {"\xf0\x8f\xbf\xbf", R R R R},
      {"\xf0\x90\x80\x80", "\xf0\x90\x80\x80"},
      {"\xf4\x8f\xbf\xbf", "\xf4\x8f\xbf\xbf"},
      {"\xf4\x90\x80\x80", R R R R},
      {"\xf5\x80\x80\x80", R R R R},
      {"\xf1\x80\xc3\xa9", R "\xc3\xa9"},
      {"\xfe\xff", R R},
      {"\xe1\x80\xe1\x80\x80", R "\xe1\x80\x80"},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    uint8_t out[64];
    dciauth_span in = copy_exact(dciauth_str(cases[i].in));
    check_span(dciauth_bytes(out, repair_utf8(in, out)), dciauth_str(cases[i].out), cases[i].in,
               __FILE__, __LINE__);
    assert_int_equal(is_utf8(in), strcmp(cases[i].in, cases[i].out) == 0);
    free((void *)(uintptr_t)in.ptr);
  }
  assert_true(is_utf8(NOTHING));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_escapes),      cmocka_unit_test(decodes_every_byte),
      cmocka_unit_test(encodes_every_byte), cmocka_unit_test(decodes_once_and_keeps_the_rest),
      cmocka_unit_test(encodes_runs),       cmocka_unit_test(hex),
      cmocka_unit_test(hex_of_other_bytes), cmocka_unit_test(repairs_as_python_does),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
