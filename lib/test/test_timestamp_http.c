/* SPDX-License-Identifier: Apache-2.0 */
/* test_timestamp_http.c - the time of a Date header: the one form, and where others leave it. */
#include "timestamp.h"

#include <stdio.h>
#include <stdlib.h>

#include "support.h"

static void reads_the_one_form(void **state) {
  (void)state;
  static const struct {
    const char *text, *same; /* the same time in the form that is signed */
  } cases[] = {{"Sun, 30 Aug 2015 12:36:00 GMT", "20150830T123600Z"},
               {"Thu, 01 Jan 1970 00:00:00 GMT", "19700101T000000Z"},
               {"Wed, 31 Dec 1969 23:59:59 GMT", "19691231T235959Z"},
               {"Tue, 29 Feb 2000 00:00:00 GMT", "20000229T000000Z"},
               {"Mon, 01 Jan 0001 00:00:00 GMT", "00010101T000000Z"},
               {"Fri, 31 Dec 9999 23:59:59 GMT", "99991231T235959Z"}};
  for (size_t i = 0; i < NUM(cases); i++) {
    int64_t got, want;
    size_t offset;
    assert_true(dciauth_timestamp_parse(dciauth_str(cases[i].same), &want, &offset));
    if (!timestamp_parse_http(dciauth_str(cases[i].text), &got, &offset) || got != want) {
      explain("%s: offset %zu, %lld", cases[i].text, offset, (long long)got);
    }
  }
}

static void every_day_of_a_week(void **state) {
  (void)state;
  static const char days[7][4] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  for (size_t day = 0; day < 7; day++) {
    for (size_t i = 0; i < 7; i++) { /* the 24th of August 2015 was a Monday */
      char text[64];
      int64_t then;
      size_t offset;
      snprintf(text, sizeof text, "%s, %zu Aug 2015 12:36:00 GMT", days[i], 24 + day);
      assert_int_equal(timestamp_parse_http(dciauth_str(text), &then, &offset), day == i);
    }
  }
}

static void says_where_it_leaves_the_form(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t offset;
  } cases[] = {{"", 0},
               {"Sunday, 30-Aug-15 12:36:00 GMT", 3},
               {"Sun Aug 30 12:36:00 2015", 3},
               {"Sun, 3 Aug 2015 12:36:00 GMT", 6},
               {"Sun, 30 Aug 2015 12:36 GMT", 22},
               {"Sun, 30 Aug 2015 12:36:00 UTC", 26},
               {"Sun, 30 Aug 2015 12:36:00 +00", 26},
               {"Sun, 30 Aug 2015 12:36:00 GM", 28},
               {"Sun, 30 Aug 2015 12:36:00 GMT ", 29},
               {"Sun, 30 AUG 2015 12:36:00 GMT", 8},
               {"Sun, 30 Avg 2015 12:36:00 GMT", 8},
               {"Sun, 32 Aug 2015 12:36:00 GMT", 5},
               {"Mon, 30 Feb 2015 12:36:00 GMT", 5},
               {"Sun, 30 Aug 2015 24:36:00 GMT", 5},
               {"Sun, 30 Aug 2015 12:36:60 GMT", 5},
               {"Sun, 30 Aug 0000 12:36:00 GMT", 5},
               {"sun, 30 Aug 2015 12:36:00 GMT", 0},
               {"Mon, 30 Aug 2015 12:36:00 GMT", 0},
               {"20150830T123600Z", 3}};
  for (size_t i = 0; i < NUM(cases); i++) {
    dciauth_span text = copy_exact(dciauth_str(cases[i].text));
    int64_t then = 1;
    size_t offset = 99;
    if (timestamp_parse_http(text, &then, &offset) || offset != cases[i].offset || then != 0) {
      explain("%s: offset %zu, %lld", cases[i].text, offset, (long long)then);
    }
    free((void *)(uintptr_t)text.ptr);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_the_one_form),
      cmocka_unit_test(every_day_of_a_week),
      cmocka_unit_test(says_where_it_leaves_the_form),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
