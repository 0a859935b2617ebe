/* SPDX-License-Identifier: Apache-2.0 */
/* test_ascii.c - the table of byte classes against the definitions, all 256 bytes of it. */
#include "ascii.h"

#include <stdlib.h>

#include "support.h"

static bool among(int byte, const char *set) {
  return byte != 0 && strchr(set, byte) != NULL;
}

static void classes_are_as_defined(void **state) {
  (void)state;
  for (int byte = 0; byte < 256; byte++) {
    bool digit = byte >= '0' && byte <= '9';
    bool upper = byte >= 'A' && byte <= 'Z';
    bool lower = byte >= 'a' && byte <= 'z';
    bool alnum = digit || upper || lower;
    bool low_hex = digit || (byte >= 'a' && byte <= 'f');
    uint8_t b = (uint8_t)byte;
    assert_int_equal(ascii_is(b, ASCII_TOKEN), alnum || among(byte, "!#$%&'*+-.^_`|~"));
    assert_int_equal(ascii_is(b, ASCII_UNRESERVED), alnum || among(byte, "-._~"));
    assert_int_equal(ascii_is(b, ASCII_HEX), low_hex || (byte >= 'A' && byte <= 'F'));
    assert_int_equal(ascii_is(b, ASCII_HEX_LOWER), low_hex);
    assert_int_equal(ascii_is(b, ASCII_DIGIT), digit);
    assert_int_equal(ascii_is(b, ASCII_UPPER), upper);
    assert_int_equal(ascii_is(b, ASCII_SCOPE),
                     byte > 0x20 && byte < 0x7F && byte != ',' && byte != '/');
    assert_int_equal(ascii_is(b, ASCII_BLANK), byte == ' ' || byte == '\t');
    assert_int_equal(ascii_lower(b), upper ? byte + 32 : byte);
  }
}

static void spans_of_a_class(void **state) {
  (void)state;
  assert_int_equal(ascii_span(S("12a"), ASCII_DIGIT), 2);
  assert_int_equal(ascii_span(S("123"), ASCII_DIGIT), 3);
  assert_int_equal(ascii_span(NOTHING, ASCII_DIGIT), 0);
  assert_int_equal(ascii_span(S("1 2\n"), ASCII_DIGIT | ASCII_BLANK), 3);
  assert_int_equal(ascii_find_raw(S("abc")), 3);
  assert_int_equal(ascii_find_raw(S("ab\0\r")), 2);
  assert_int_equal(ascii_find_raw(S("a\rb")), 1);
  assert_int_equal(ascii_find_raw(S("\n")), 0);
  assert_int_equal(ascii_find_raw(S("\x0b\x0c\x1f\x7f\xff")), 5);
  assert_int_equal(ascii_find_raw(NOTHING), 0);
}

static void equal_without_case(void **state) {
  (void)state;
  assert_true(ascii_eq_lower(S("host"), S("HoSt")));
  assert_true(ascii_eq_lower(S("@[`{\x80"), S("@[`{\x80")));
  assert_true(ascii_eq_lower(NOTHING, NOTHING));
  assert_false(ascii_eq_lower(S("host"), S("HOSTS")));
  assert_false(ascii_eq_lower(S("hosts"), S("HOST")));
  assert_false(ascii_eq_lower(S("HOST"), S("host")));
  assert_false(ascii_eq_lower(S("a"), S("B")));
  assert_false(ascii_eq_lower(S("`"), S("@")));
}

/* Spans are read 8 or 16 bytes at a time: every byte, at every place, in lengths around that. */
static void one_byte_among_others(void **state) {
  (void)state;
  enum { LONGEST = 26 };
  for (size_t len = 1; len <= LONGEST; len++) {
    for (size_t at = 0; at < len; at++) {
      for (int byte = 0; byte < 256; byte++) {
        uint8_t text[LONGEST];
        memset(text, byte % 2 == 0 ? '!' : '~', sizeof text); /* the ends of what is visible */
        text[at] = (uint8_t)byte;
        dciauth_span s = copy_exact(dciauth_bytes(text, len));
        bool raw = byte == 0 || byte == '\r' || byte == '\n';
        assert_int_equal(ascii_find_raw(s), raw ? at : len);
        assert_int_equal(ascii_all_visible(s), byte > 0x20 && byte < 0x7f);
        assert_int_equal(ascii_is_visible((uint8_t)byte), byte > 0x20 && byte < 0x7f);
        assert_int_equal((ascii_scan(s) & ASCII_SOME_CONTROL) != 0, byte < 0x20);
        free((void *)s.ptr);
      }
    }
  }
  assert_true(ascii_all_visible(NOTHING));
}

static void stops_at_reserved_bytes(void **state) {
  (void)state;
  enum { LONGEST = 70 };
  for (size_t len = 0; len <= LONGEST; len++) {
    uint64_t behind = len < 64 ? ~UINT64_C(0) << len : 0;
    for (int byte = 0; byte < 256; byte++) {
      uint8_t text[LONGEST];
      memset(text, 'x', sizeof text);
      for (size_t at = (size_t)byte % 5; at < len; at += 5) {
        text[at] = (uint8_t)byte;
      }
      uint64_t want = behind;
      uint64_t ands = 0;
      for (size_t at = 0; at < len && at < 64; at++) {
        want |= (uint64_t)!ascii_is(text[at], ASCII_UNRESERVED) << at;
        ands |= (uint64_t)(text[at] == '&') << at;
      }
      dciauth_span s = copy_exact(dciauth_bytes(text, len));
      assert_true(ascii_stops(s) == want);
      assert_true(ascii_ampersands(s) == ands);
      free((void *)(uintptr_t)s.ptr);
    }
  }
}

/* From stop to stop, and from any place at all, in texts of several times 64 bytes. */
static void goes_from_stop_to_stop(void **state) {
  (void)state;
  enum { LONGEST = 260 };
  uint8_t text[LONGEST];
  for (size_t every = 1; every <= LONGEST; every += every < 70 ? 1 : 63) {
    for (size_t i = 0; i < LONGEST; i++) {
      text[i] = i % every == every - 1 ? '/' : 'x';
    }
    for (size_t len = 0; len <= LONGEST; len += every % 2 == 0 ? 1 : 16) {
      const dciauth_span s = dciauth_bytes(text, len);
      stop_list stops = stop_list_of(s, 0);
      stop_list jumps = stop_list_of(s, 0);
      for (size_t at = 0; at < len; at++) {
        size_t want = at;
        while (want < len && text[want] != '/') {
          want++;
        }
        assert_int_equal(next_stop(&stops, at), want);
        assert_int_equal(at % 67 == 0 ? next_stop(&jumps, at) : want, want);
      }
    }
  }
}

static void lowers_tokens(void **state) {
  (void)state;
  enum { LONGEST = 36 };
  for (size_t len = 0; len <= LONGEST; len++) {
    for (size_t at = 0; at < len; at++) {
      for (int byte = 0; byte < 256; byte++) {
        uint8_t text[LONGEST];
        uint8_t out[LONGEST + ASCII_LOWER_SLACK + 1];
        uint8_t head[16] = {0};
        uint64_t words[2];
        memset(text, at % 2 == 0 ? 'Q' : '-', sizeof text);
        text[at] = (uint8_t)byte;
        memset(out, 0xff, sizeof out);
        dciauth_span s = copy_exact(dciauth_bytes(text, len));
        assert_int_equal(ascii_lower_token(s, out, words), ascii_is((uint8_t)byte, ASCII_TOKEN));
        for (size_t i = 0; i < len; i++) {
          assert_int_equal(out[i], ascii_lower(text[i]));
        }
        assert_int_equal(out[len + ASCII_LOWER_SLACK], 0xff);
        memcpy(head, out, len < 16 ? len : 16);
        assert_true(words[0] == word_at(head) && words[1] == word_at(head + WORD));
        free((void *)(uintptr_t)s.ptr);
      }
    }
  }
}

static void sums_classes(void **state) {
  (void)state;
  ascii_sum sum = ascii_sum_of(S("a1F"));
  assert_true((sum.every & ASCII_HEX) != 0);
  assert_true((sum.every & ASCII_HEX_LOWER) == 0);
  assert_true((sum.some & ASCII_UPPER) != 0);
  assert_true((sum.some & ASCII_BLANK) == 0);
  assert_int_equal(ascii_sum_of(NOTHING).some, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(classes_are_as_defined),  cmocka_unit_test(spans_of_a_class),
      cmocka_unit_test(equal_without_case),      cmocka_unit_test(one_byte_among_others),
      cmocka_unit_test(stops_at_reserved_bytes), cmocka_unit_test(goes_from_stop_to_stop),
      cmocka_unit_test(lowers_tokens),           cmocka_unit_test(sums_classes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
