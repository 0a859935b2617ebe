/* SPDX-License-Identifier: Apache-2.0 */
/* test_timestamp_loose.c - what CPython 3.11's datetime.strptime(text, "%Y%m%dT%H%M%SZ") makes of
 * the same texts. */
#include "support.h"
#include "timestamp.h"

static void reads_what_python_reads(void **state) {
  (void)state;
  static const struct {
    const char *text, *strict;
  } cases[] = {
      {"20240919T132539Z", "20240919T132539Z"},
      {"2024919T132539Z", "20240919T132539Z"},
      {"20240919t132539z", "20240919T132539Z"},
      {"2024 919T132539Z", NULL},
      {"202409 9T132539Z", "20240909T132539Z"},
      {"20249 9T132539Z", "20240909T132539Z"},
      {"202411T123Z", "20240101T010203Z"},
      {"202411T1234Z", "20240101T120304Z"},
      {"2024111T111Z", "20241101T010101Z"},
      {"20241231T24:0Z", NULL},
      {"20240919T132560Z", NULL},
      {"20240919T132561Z", NULL},
      {"20240230T000000Z", NULL},
      {"20240229T000000Z", "20240229T000000Z"},
      {"00000101T000000Z", NULL},
      {"0001011T000000Z", "00010101T000000Z"},
      {"20240919T132539", NULL},
      {"20240919T132539ZZ", NULL},
      {"", NULL},
      {"20240919T1325Z", "20240919T130205Z"},
      {"20240919T9:9:9Z", NULL},
      {"20249999T000000Z", NULL},
      {"2024091919T000000Z", NULL},
      {"x", NULL},
      {"20240900T000000Z", NULL},
      {"2024001T000000Z", NULL},
      {"20240919X132539Z", NULL},
      {"2024 0919T132539Z", NULL},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    int64_t got;
    int64_t want = 0;
    size_t offset;
    bool ok = timestamp_parse_loose(dciauth_str(cases[i].text), &got);
    if (ok != (cases[i].strict != NULL)) {
      explain("%s: %d", cases[i].text, ok);
    }
    if (ok) {
      assert_true(dciauth_timestamp_parse(dciauth_str(cases[i].strict), &want, &offset));
    }
    if (got != want) {
      explain("%s: %lld, want %lld", cases[i].text, (long long)got, (long long)want);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(reads_what_python_reads)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
