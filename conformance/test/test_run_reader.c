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

static void test_excuses(void **state) {
  (void)state;
  runs all;
  events_read(START VECTOR("p/a/b", "fail", EXPECTED) VECTOR("p/a/c", "crash", KNOWN)
                  VECTOR("p/a/d", "pass", EXPECTED) VECTOR("p/a/e", "fail", EXPECTED KNOWN)
                      SUMMARY("4", "0", ""),
              &all);
  const run *r = &all.items[0];
  assert_int_equal(r->entries[0].result.excuse, EXCUSE_EXPECTED);
  assert_int_equal(r->entries[1].result.excuse, EXCUSE_KNOWN);
  assert_int_equal(r->entries[2].result.excuse, EXCUSE_NONE);
  assert_int_equal(r->entries[3].result.excuse, EXCUSE_EXPECTED);
  assert_int_equal(run_news(r), 0);
  assert_int_equal(run_excused(r), 3);
  assert_int_equal(runs_excused(&all), 3);
  assert_false(run_is_bad(r));
  runs_free(&all);
}

#define LOST START VECTOR("p/a/b", "not_run", "")

/* bad_with says whether a run is bad with this in its summary. */
static bool bad_with(const char *lines) {
  runs all;
  events_read(lines, &all);
  bool bad = run_is_bad(&all.items[0]);
  runs_free(&all);
  return bad;
}

static void test_summary(void **state) {
  (void)state;
  runs all;
  events_read(START SUMMARY("0", "0", ",\"gates\":[\"one\",\"two\"],\"seed\":0,\"stopped\":true"),
              &all);
  const run *r = &all.items[0];
  assert_string_equal(r->gates, "one\ntwo");
  assert_true(r->blind && r->seed == 0 && r->stopped && !r->problem_is_known);
  runs_free(&all);
  assert_false(bad_with(START SUMMARY("0", "0", "")));
  assert_true(bad_with(START SUMMARY("0", "0", ",\"gates\":[\"one\"]")));
  assert_true(bad_with(START SUMMARY("0", "0", ",\"problem\":\"it leaks\"")));
  assert_false(
      bad_with(START SUMMARY("0", "0", ",\"problem\":\"it leaks\",\"known_problem\":true")));
  assert_true(bad_with(LOST SUMMARY("1", "0", "")));
  assert_false(bad_with(LOST SUMMARY("1", "0", ",\"stopped\":true")));
}

static void test_refused(void **state) {
  (void)state;
  events_check("", "f: an empty file");
  events_check(START, "f: no target in it: name a whole report");
  events_check(START START SUMMARY("0", "0", ""), "f: no target in it");
  events_check(START SUMMARY("0", "0", "") START, "f: no target in it");
  events_check("{", ": name a whole report that `run --json` wrote");
  events_check(VECTOR("p/a/b", "pass", ""), "no report of dciauth-conform");
  events_check("{\"event\":\"start\"}\n", "/schema: not dciauth-report-1");
  events_check("{\"event\":\"start\",\"schema\":\"dciauth-report-1\",\"version\":2}\n",
               "line 1: /version: not 1: use a newer dciauth-conform");
  events_check(START SUMMARY("0", "0", ",\"gates\":\"one\""), "/gates: an array of strings");
  events_check(START SUMMARY("0", "0", ",\"gates\":[1]"), "/gates: an array of strings");
  events_check(START VECTOR("p/a/b", "pass", ""), "f: ends without the summary of t");
  events_check(START VECTOR("p/a/b", "pass", "") SUMMARY("2", "0", ""), "lines are missing");
  events_check(START VECTOR("p/a/b", "good", ""), "line 2: /status: an unknown status");
  events_check(START VECTOR("", "pass", ""), "/id: missing");
  events_check(START VECTOR("p/a/b", "pass", ",\"id\":\"p/a/c\""),
               "f: line 2, at \"/id\": the key is there twice");
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
                                     cmocka_unit_test(test_excuses), cmocka_unit_test(test_summary),
                                     cmocka_unit_test(test_end_of_standard_error)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
