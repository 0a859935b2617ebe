/* SPDX-License-Identifier: Apache-2.0 */
/* timestamp.c - YYYYMMDDTHHMMSSZ, as instants in the proleptic Gregorian calendar. No time zone but
 * UTC, no locale, no C library. */
#include "timestamp.h"

#include "ascii.h"
#include "word.h"

enum { SECONDS_A_DAY = 86400, TEXT_LEN = 16 };

static const int64_t first_second = -62135596800; /* 0001-01-01T00:00:00Z */
static const int64_t last_second = 253402300799;  /* 9999-12-31T23:59:59Z */

/* The fields in order, and the offset of each in the text. */
enum { YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, NUM_FIELDS };
static const uint8_t field_at[NUM_FIELDS + 1] = {0, 4, 6, 9, 11, 13, 15};
static const uint8_t field_digits[NUM_FIELDS] = {4, 2, 2, 2, 2, 2};

static bool is_leap(int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int64_t days_in(int64_t year, int64_t month) {
  static const uint8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

/* days_until counts the days from the first of January to the first day of a month. */
static int64_t days_until(int64_t year, int64_t month) {
  static const int16_t days[12] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  return days[month - 1] + (month > 2 && is_leap(year) ? 1 : 0);
}

/* days_before counts the days from 1970-01-01 to the first day of a year (year >= 1). */
static int64_t days_before(int64_t year) {
  int64_t past = year - 1;
  return past * 365 + past / 4 - past / 100 + past / 400 - 719162;
}

static bool is_in_range(const int64_t f[NUM_FIELDS]) {
  return f[YEAR] >= 1 && f[YEAR] <= 9999 && f[MONTH] >= 1 && f[MONTH] <= 12 && f[DAY] >= 1 &&
         f[DAY] <= days_in(f[YEAR], f[MONTH]) && f[HOUR] >= 0 && f[HOUR] <= 23 && f[MINUTE] >= 0 &&
         f[MINUTE] <= 59 && f[SECOND] >= 0 && f[SECOND] <= 59;
}

/* find_bad_field returns the first field that is out of range, or NUM_FIELDS. */
static size_t find_bad_field(const int64_t f[NUM_FIELDS]) {
  if (is_in_range(f)) {
    return NUM_FIELDS;
  }
  static const int64_t low[NUM_FIELDS] = {1, 1, 1, 0, 0, 0};
  static const int64_t high[NUM_FIELDS] = {9999, 12, 31, 23, 59, 59};
  for (size_t i = 0; i < NUM_FIELDS; i++) {
    if (f[i] < low[i] || f[i] > high[i] || (i == DAY && f[i] > days_in(f[YEAR], f[MONTH]))) {
      return i;
    }
  }
  return NUM_FIELDS;
}

static int64_t seconds_of(const int64_t f[NUM_FIELDS]) {
  int64_t days = days_before(f[YEAR]) + days_until(f[YEAR], f[MONTH]) + f[DAY] - 1;
  return days * SECONDS_A_DAY + f[HOUR] * 3600 + f[MINUTE] * 60 + f[SECOND];
}

bool timestamp_of(const int64_t f[6], int64_t *unix_time) {
  bool good = find_bad_field(f) == NUM_FIELDS;
  *unix_time = good ? seconds_of(f) : 0;
  return good;
}

/* has_form: eight bytes are those of the form, where '0' stands for any digit. */
static inline bool has_form(const uint8_t text[WORD], const char form[WORD]) {
  uint64_t wanted = word_at((const uint8_t *)form);
  uint64_t digits = word_within(wanted, '0', '0');
  uint64_t off = word_at(text) ^ wanted;
  return (word_within(off, 0, 9) & digits) == digits && (off & ~(digits / 0x80 * 0xff)) == 0;
}

/* find_bad_byte returns the offset of the first byte that does not fit the form, or the length of
 * the form. */
static size_t find_bad_byte(dciauth_span text) {
  if (text.len >= TEXT_LEN && has_form(text.ptr, "00000000") &&
      has_form(text.ptr + 8, "T000000Z")) {
    return TEXT_LEN;
  }
  size_t date = ascii_span(span_to(text, 8), ASCII_DIGIT);
  if (date < 8 || text.len == 8 || text.ptr[8] != 'T') {
    return date;
  }
  return 9 + ascii_span(span_to(span_from(text, 9), 6), ASCII_DIGIT);
}

/* two_digits makes four numbers of eight digits, each in 16 bits, the first the lowest. */
static uint64_t two_digits(uint64_t digits) {
  uint64_t each = digits - '0' * WORD_EACH;
  return (each * 10 + (each >> 8)) & UINT64_C(0x00ff00ff00ff00ff);
}

/* read_day reads eight digits. */
static void read_day(const uint8_t digits[8], int64_t f[NUM_FIELDS]) {
  uint64_t two = two_digits(word_at(digits));
  f[YEAR] = (int64_t)((two & 0xff) * 100 + (two >> 16 & 0xff));
  f[MONTH] = (int64_t)(two >> 32 & 0xff);
  f[DAY] = (int64_t)(two >> 48);
}

/* read_clock reads "THHMMSSZ". */
static void read_clock(const uint8_t text[8], int64_t f[NUM_FIELDS]) {
  uint64_t two = two_digits(word_at(text) >> 8);
  f[HOUR] = (int64_t)(two & 0xff);
  f[MINUTE] = (int64_t)(two >> 16 & 0xff);
  f[SECOND] = (int64_t)(two >> 32 & 0xff);
}

bool timestamp_is_day(dciauth_span text, size_t *offset) {
  int64_t f[NUM_FIELDS] = {0};
  *offset = ascii_span(span_to(text, 8), ASCII_DIGIT);
  if (*offset < 8 || text.len > 8) {
    return false;
  }
  read_day(text.ptr, f);
  size_t bad = find_bad_field(f);
  *offset = field_at[bad];
  return bad == NUM_FIELDS;
}

/* read_time reads a whole time stamp. */
static bool read_time(dciauth_span text, int64_t f[NUM_FIELDS], size_t *offset) {
  *offset = find_bad_byte(text);
  if (*offset != TEXT_LEN || text.len != TEXT_LEN) {
    return false;
  }
  read_day(text.ptr, f);
  read_clock(text.ptr + 8, f);
  size_t bad = find_bad_field(f);
  *offset = field_at[bad];
  return bad == NUM_FIELDS;
}

bool timestamp_is_time(dciauth_span text, size_t *offset) {
  int64_t f[NUM_FIELDS];
  return read_time(text, f, offset);
}

/* vector: aws4/scope/leap-day */
bool dciauth_timestamp_parse(dciauth_span text, int64_t *unix_time, size_t *offset) {
  int64_t f[NUM_FIELDS];
  bool good = read_time(text, f, offset);
  *unix_time = good ? seconds_of(f) : 0;
  return good;
}

static void write_number(int64_t number, size_t digits, char *out) {
  for (size_t i = digits; i > 0; i--) {
    out[i - 1] = (char)('0' + number % 10);
    number /= 10;
  }
}

bool dciauth_timestamp_format(int64_t unix_time, char out[17]) {
  out[0] = '\0';
  if (unix_time < first_second || unix_time > last_second) {
    return false;
  }
  int64_t since = unix_time - first_second;
  int64_t days = since / SECONDS_A_DAY;
  int64_t rest = since % SECONDS_A_DAY;
  int64_t f[NUM_FIELDS] = {days / 366 + 1, 1, 0, rest / 3600, rest / 60 % 60, rest % 60};
  days += days_before(1);
  while (f[YEAR] < 9999 && days_before(f[YEAR] + 1) <= days) { /* 21 steps at the most */
    f[YEAR]++;
  }
  days -= days_before(f[YEAR]);
  while (days >= days_in(f[YEAR], f[MONTH])) {
    days -= days_in(f[YEAR], f[MONTH]);
    f[MONTH]++;
  }
  f[DAY] = days + 1;
  for (size_t i = 0; i < NUM_FIELDS; i++) {
    write_number(f[i], field_digits[i], out + field_at[i]);
  }
  out[8] = 'T';
  out[15] = 'Z';
  out[16] = '\0';
  return true;
}
