/* SPDX-License-Identifier: Apache-2.0 */
/* test_xfail_update.c - what is written, and what of an old file is kept. */
#include "xfail_update.h"

#include "gate_sample.h"

static const what all[] = {
    {"p/a/accepts", OUTCOME_FAIL, "decision", "accept"},
    {"p/a/crashes", OUTCOME_CRASH, NULL, NULL},
    {"p/a/passes", OUTCOME_PASS, NULL, NULL},
    {"p/b/signs", OUTCOME_FAIL, "signature", NULL},
};

#define LINE(id, status, got, reason, rest)                                                        \
  "{\"id\":\"" id "\",\"status\":\"" status "\",\"got\":" got ",\"reason\":\"" reason              \
  "\",\"issue\":" rest "}"
#define FRESH "null,\"since\":\"0.2.0\",\"until\":null"
#define OLD "\"https://example.org/1\",\"since\":\"0.1.0\",\"until\":\"9.0.0\""

/* check writes the file that follows `before`, and reads it: it must hold, and be stable. */
static void check(const char *before, const char *glob, size_t num, const char *after,
                  xfail_change wanted) {
  gate_sample s;
  options o = {.select = {&glob, glob != NULL ? 1 : 0}};
  text got = {0}, again = {0};
  xfail_change change;
  gate_open(&s, all, sizeof all / sizeof *all);
  text_puts(&s.outcomes[0].mistake, "a mistake");
  text_puts(&s.outcomes[1].message, "signal 11");
  result results[] = {s.result, s.result};
  results[1].name = (text){0};
  text_puts(&results[1].name, "yours");
  xfail x = gate_read(&s, before);
  xfail_put_updated(&x, &s.set, &o, results, num, &got, &change);
  assert_string_equal(got.ptr, after);
  assert_memory_equal(&change, &wanted, sizeof change);
  xfail_free(&x);
  x = gate_read(&s, got.ptr);
  xfail_put_updated(&x, &s.set, &o, results, num, &again, &change);
  assert_string_equal(again.ptr, got.ptr);
  assert_int_equal(change.added + change.changed + change.dropped, 0);
  xfail_free(&x);
  text_free(&got);
  text_free(&again);
  text_free(&results[1].name);
  gate_close(&s);
}

static void test_new_file(void **state) {
  (void)state;
  check("[]", NULL, 1,
        "[\n " LINE("p/a/accepts", "ok", "\"accept\"", "a mistake", FRESH) ",\n " LINE(
            "p/a/crashes", "crash", "null", "signal 11",
            FRESH) ",\n " LINE("p/b/signs", "ok", "\"signature\"", "a title", FRESH) "\n]\n",
        (xfail_change){3, 0, 0});
  check("[]", "p/a/passes", 1, "[]\n", (xfail_change){0, 0, 0});
}

static void test_keeps_what_holds(void **state) {
  (void)state;
  static const char before[] = "[\n " LINE("p/a/crashes", "crash", "null", "mine", OLD) "\n]\n";
  check(before, "p/a/crashes", 1, before, (xfail_change){0, 0, 0});
  check(before, "p/a/passes", 1, before, (xfail_change){0, 0, 0});
}

static void test_changes_and_drops(void **state) {
  (void)state;
  check("[" LINE("p/a/passes", "ok", "\"accept\"", "mended",
                 OLD) "," LINE("p/a/accepts", "crash", "null", "mine",
                               OLD) "," LINE("p/gone", "crash", "null", "gone", OLD) "]",
        "p/a/*s*", 1,
        "[\n " LINE("p/a/accepts", "ok", "\"accept\"", "mine",
                    OLD) ",\n " LINE("p/a/crashes", "crash", "null", "signal 11", FRESH) "\n]\n",
        (xfail_change){1, 1, 2});
}

static void test_area_gives_way_to_its_vectors(void **state) {
  (void)state;
  check("[" LINE("p/a/*", "ok", "\"accept\"", "all", OLD) "]", NULL, 1,
        "[\n " LINE("p/a/accepts", "ok", "\"accept\"", "all", OLD) ",\n " LINE(
            "p/a/crashes", "crash", "null", "all",
            OLD) ",\n " LINE("p/b/signs", "ok", "\"signature\"", "a title", FRESH) "\n]\n",
        (xfail_change){1, 1, 0});
  /* Of what was not selected the entry is believed. */
  check("[" LINE("p/a/*", "ok", "\"accept\"", "all", OLD) "]", "p/a/passes", 1,
        "[\n " LINE("p/a/accepts", "ok", "\"accept\"", "all",
                    OLD) ",\n " LINE("p/a/crashes", "ok", "\"accept\"", "all", OLD) "\n]\n",
        (xfail_change){0, 1, 0});
}

static void test_targets(void **state) {
  (void)state;
  check(
      "[" LINE("p/z", "crash", "null", "theirs", OLD ",\"target\":\"theirs\"") "]", "p/b/*", 2,
      "[\n " LINE(
          "p/z", "crash", "null", "theirs",
          OLD
          ",\"target\":\"theirs\"") ",\n "
                                    "{\"id\":\"p/b/"
                                    "signs\",\"target\":\"mine\",\"status\":\"ok\",\"got\":"
                                    "\"signature\","
                                    "\"reason\":\"a "
                                    "title\",\"issue\":null,\"since\":\"0.2.0\",\"until\":null},\n "
                                    "{\"id\":\"p/b/"
                                    "signs\",\"target\":\"yours\",\"status\":\"ok\",\"got\":"
                                    "\"signature\","
                                    "\"reason\":\"a "
                                    "title\",\"issue\":null,\"since\":\"0.2.0\",\"until\":null}\n]"
                                    "\n",
      (xfail_change){2, 0, 0});
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_new_file), cmocka_unit_test(test_keeps_what_holds),
      cmocka_unit_test(test_changes_and_drops),
      cmocka_unit_test(test_area_gives_way_to_its_vectors), cmocka_unit_test(test_targets)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
