/* SPDX-License-Identifier: Apache-2.0 */
/* timestamp_http.c - the time of HTTP's own Date header, in the one form that is sent today:
 * "Sun, 30 Aug 2015 12:36:00 GMT". A day of the week that is another's makes it no date. */
/* spec: rfc9110 section 5.6.7 */
#include "ascii.h"
#include "timestamp.h"

static const char form[] = "aaa, 00 aaa 0000 00:00:00 GMT";
static const char days[] = "MonTueWedThuFriSatSun";
static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
enum { FORM_LEN = sizeof form - 1, AT_DAY = 5, AT_MONTH = 8, AT_YEAR = 12, AT_CLOCK = 17 };

/* fits: '0' stands for a digit, 'a' for anything: names are looked up. */
static bool fits(uint8_t byte, char wanted) {
  return wanted == '0' ? ascii_is(byte, ASCII_DIGIT) : wanted == 'a' || byte == (uint8_t)wanted;
}

/* name_at returns which of `num` names of three letters stands there, or num. */
static int64_t name_at(dciauth_span text, size_t at, const char *names, int64_t num) {
  dciauth_span name = dciauth_bytes(text.ptr + at, 3);
  int64_t i = 0;
  while (i < num && !span_eq(name, dciauth_bytes(names + 3 * i, 3))) {
    i++;
  }
  return i;
}

static int64_t number_at(dciauth_span text, size_t at, size_t digits) {
  int64_t number = 0;
  for (size_t i = at; i < at + digits; i++) {
    number = number * 10 + (text.ptr[i] - '0');
  }
  return number;
}

/* day_of_week returns 0 for a Monday. */
static int64_t day_of_week(int64_t unix_time) {
  int64_t days_since = (unix_time - (unix_time % 86400 + 86400) % 86400) / 86400;
  return ((days_since + 3) % 7 + 7) % 7; /* the first of January 1970 was a Thursday */
}

bool timestamp_parse_http(dciauth_span text, int64_t *unix_time, size_t *offset) {
  *unix_time = 0;
  *offset = 0;
  while (*offset < FORM_LEN && *offset < text.len && fits(text.ptr[*offset], form[*offset])) {
    ++*offset;
  }
  if (*offset < FORM_LEN || text.len != FORM_LEN) {
    return false;
  }
  int64_t month = name_at(text, AT_MONTH, months, 12);
  const int64_t fields[6] = {number_at(text, AT_YEAR, 4),      month + 1,
                             number_at(text, AT_DAY, 2),       number_at(text, AT_CLOCK, 2),
                             number_at(text, AT_CLOCK + 3, 2), number_at(text, AT_CLOCK + 6, 2)};
  *offset = month == 12 ? AT_MONTH : AT_DAY;
  int64_t then;
  if (!timestamp_of(fields, &then)) {
    return false;
  }
  *offset = 0;
  bool good = name_at(text, 0, days, 7) == day_of_week(then);
  *unix_time = good ? then : 0;
  return good;
}
