/* SPDX-License-Identifier: Apache-2.0 */
/* test_timestamp.c - the strict form, its offsets of errors, and every day of the calendar there
 * and back. */
#include "timestamp.h"

#include "support.h"

static void reads_what_is_known(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int64_t unix_time;
  } cases[] = {
      {"19700101T000000Z", 0},
      {"20150830T123600Z", 1440938160},
      {"20240919T132539Z", 1726752339},
      {"20000229T235959Z", 951868799},
      {"19691231T235959Z", -1},
      {"00010101T000000Z", -62135596800},
      {"99991231T235959Z", 253402300799},
      {"20380119T031408Z", 2147483648},
      {"19000301T000000Z", -2203891200},
      {"21060207T062816Z", 4294967296},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    int64_t unix_time;
    size_t offset;
    char text[17];
    assert_true(dciauth_timestamp_parse(dciauth_str(cases[i].text), &unix_time, &offset));
    assert_true(unix_time == cases[i].unix_time);
    assert_true(dciauth_timestamp_format(cases[i].unix_time, text));
    assert_string_equal(text, cases[i].text);
  }
}

static void refuses_with_an_offset(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t offset;
  } cases[] = {
      {"", 0},
      {"20150830T12360Z", 14},
      {"20150830T123600", 15},
      {"20150830T123600ZZ", 16},
      {"20150830T123600z", 15},
      {"20150830t123600Z", 8},
      {"20150830 123600Z", 8},
      {"2015083xT123600Z", 7},
      {"x0150830T123600Z", 0},
      {"20150830T12360xZ", 14},
      {"20150830T123660Z", 13},
      {"20150830T126000Z", 11},
      {"20150830T240000Z", 9},
      {"20150230T000000Z", 6},
      {"20150229T000000Z", 6},
      {"21000229T000000Z", 6},
      {"20150431T000000Z", 6},
      {"20150832T000000Z", 6},
      {"20150800T000000Z", 6},
      {"20151301T000000Z", 4},
      {"20150001T000000Z", 4},
      {"00000101T000000Z", 0},
      {"2015-08-30T12:36", 4},
      {"20150830T123600.5Z", 15},
      {"20150830T123600+0000", 15},
      {" 20150830T123600Z", 0},
      {"20150830T1236\xd9\xa0\xd9\xa0Z", 13},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    int64_t unix_time = 7;
    size_t offset = 99;
    assert_false(dciauth_timestamp_parse(dciauth_str(cases[i].text), &unix_time, &offset));
    if (offset != cases[i].offset) {
      explain("%s: offset %zu, want %zu", cases[i].text, offset, cases[i].offset);
    }
    assert_true(unix_time == 0);
  }
  int64_t unix_time;
  size_t offset;
  assert_false(dciauth_timestamp_parse(S("20150830T123600Z\0"), &unix_time, &offset));
  assert_int_equal(offset, 16);
}

/* The calendar counted by hand, one day after the other, from the first to the last. */
static void every_day_there_and_back(void **state) {
  (void)state;
  static const int lengths[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int64_t day = -719162;
  for (int year = 1; year <= 9999; year++) {
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    for (int month = 1; month <= 12; month++) {
      for (int date = 1; date <= lengths[month - 1] + (month == 2 && leap); date++, day++) {
        const int64_t fields[6] = {year, month, date, 23, 59, 58};
        int64_t unix_time;
        assert_true(timestamp_of(fields, &unix_time));
        assert_true(unix_time == day * 86400 + 86398);
        char text[17];
        size_t offset;
        assert_true(dciauth_timestamp_format(unix_time, text));
        assert_true(dciauth_timestamp_parse(dciauth_bytes(text, 16), &unix_time, &offset));
        assert_true(unix_time == day * 86400 + 86398);
      }
    }
  }
  assert_true(day == 2932897); /* 10000-01-01 */
}

static void formats_no_other_time(void **state) {
  (void)state;
  static const int64_t outside[] = {-62135596801, 253402300800, INT64_MIN, INT64_MAX};
  for (size_t i = 0; i < NUM(outside); i++) {
    char text[17] = "x";
    assert_false(dciauth_timestamp_format(outside[i], text));
    assert_string_equal(text, "");
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_what_is_known),
      cmocka_unit_test(refuses_with_an_offset),
      cmocka_unit_test(every_day_there_and_back),
      cmocka_unit_test(formats_no_other_time),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
