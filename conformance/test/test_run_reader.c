/* SPDX-License-Identifier: Apache-2.0 */
/* test_run_reader.c - what a report file must hold, and what is made of it. */
#include "events.h"

static void test_fields(void **state) {
  (void)state;
  runs all;
  events_read(START VECTOR("p/a/b", "fail", DIFFERS) VECTOR("p/a/c", "pass", ",\"sweep\":true")
                  VECTOR("p/a/d", "crash", ",\"stderr_b64\":\"AWE=\",\"flaky\":true,\"new\":[]")
                      SUMMARY("2", "1", ",\"implementation\":\"I 1\",\"interrupted\":true"),
              &all);
  assert_int_equal(all.num, 1);
  const run *r = &all.items[0];
  const outcome *o = &r->entries[0].result;
  assert_string_equal(r->label, "I 1");
  assert_true(r->interrupted && r->ended && run_is_bad(r));
  assert_string_equal(r->entries[0].group, "p/a");
  assert_string_equal(entry_name(&r->entries[0]), "b");
  assert_string_equal(r->entries[0].replay, "again & again");
  assert_string_equal(o->stage, "canonical_request");
  assert_true(o->multiline && o->line == 3 && o->byte == 2);
  assert_string_equal(text_str(&o->actual), "a%7E");
  assert_string_equal(text_str(&r->entries[2].result.noise), "\x01"
                                                             "a");
  assert_true(r->entries[2].result.flaky);
  assert_int_equal(r->authored.total, 2);
  assert_int_equal(r->sweeps.count[OUTCOME_PASS], 1);
  runs_free(&all);
}

static void test_refused(void **state) {
  (void)state;
  events_check("", "f: line 0: an empty file");
  events_check("{", "f: line 1, column");
  events_check(VECTOR("p/a/b", "pass", ""), "no report of dciauth-conform");
  events_check("{\"event\":\"start\"}\n", "/schema: not dciauth-report-1");
  events_check(START VECTOR("p/a/b", "pass", ""), "f: ends without the summary of t");
  events_check(START VECTOR("p/a/b", "pass", "") SUMMARY("2", "0", ""), "lines are missing");
  events_check(START VECTOR("p/a/b", "good", ""), "line 2: /status: an unknown status");
  events_check(START VECTOR("", "pass", ""), "/id: missing");
  events_check(START VECTOR("p/a/b", "fail", ",\"actual\":1"), "/actual: a string, or base64");
  events_check(START "{\"event\":\"vector\",\"id\":\"a\",\"status\":\"pass\"}\n",
               "/target: missing");
}

static void test_end_of_standard_error(void **state) {
  (void)state;
  text lines = {0};
  runs all;
  text_puts(&lines, START "{\"event\":\"vector\",\"target\":\"t\",\"id\":\"p/a/b\",\"status\":"
                          "\"crash\",\"stderr\":\"");
  for (int i = 0; i < 60000; i++) {
    text_puts(&lines, "x");
  }
  text_puts(&lines, "end\"}\n" SUMMARY("1", "0", ""));
  events_read(text_str(&lines), &all);
  assert_int_equal(all.items[0].entries[0].result.noise.len, 4096);
  assert_string_equal(text_str(&all.items[0].entries[0].result.noise) + 4093, "end");
  text_free(&lines);
  runs_free(&all);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_fields), cmocka_unit_test(test_refused),
                                     cmocka_unit_test(test_end_of_standard_error)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
