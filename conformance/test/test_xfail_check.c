/* SPDX-License-Identifier: Apache-2.0 */
/* test_xfail_check.c - a file that does not say what is so. */
#include "xfail_check.h"

#include "gate_sample.h"

#include <stdio.h>

static const what all[] = {
    {"p/a/fails", OUTCOME_FAIL, "decision", "accept"},
    {"p/a/passes", OUTCOME_PASS, NULL, NULL},
    {"p/a/unasked", OUTCOME_NOT_APPLICABLE, NULL, NULL},
    {"p/a/vacuous", OUTCOME_VACUOUS, NULL, NULL},
    {"p/b/one", OUTCOME_FAIL, "signature", NULL},
    {"p/b/two", OUTCOME_FAIL, "signature", NULL},
    {"p/b/unasked", OUTCOME_UNREPRESENTABLE, NULL, NULL},
    {"p/c/unasked", OUTCOME_NOT_APPLICABLE, NULL, NULL},
    {"p/d/not-run", OUTCOME_NOT_RUN, NULL, NULL},
};

/* check compares the lines, each without the path. */
static void check_selected(const char *content, const char *glob, const char *wanted) {
  gate_sample s;
  options o = {.select = {&glob, glob != NULL ? 1 : 0}};
  text lines = {0}, got = {0};
  gate_open(&s, all, sizeof all / sizeof *all);
  xfail x = gate_read(&s, content);
  xfail_check(&x, &s.set, &o, &s.result, &lines);
  const char *at = text_str(&lines);
  for (const char *found; (found = strstr(at, s.path)) != NULL; at = found + strlen(s.path) + 2) {
    text_put(&got, at, (size_t)(found - at));
  }
  text_puts(&got, at);
  text_free(&lines);
  check_text(&got, wanted);
  xfail_free(&x);
  gate_close(&s);
}

static void check(const char *content, const char *wanted) {
  check_selected(content, NULL, wanted);
}

#define ENTRY(id, status, more)                                                                    \
  "{\"id\":\"" id "\",\"status\":\"" status "\",\"reason\":\"\"" more "}"
#define ACCEPTS(id) ENTRY(id, "ok", ",\"got\":\"accept\"")
#define SIGNS(id) ENTRY(id, "ok", ",\"got\":\"signature\"")

static void test_holds(void **state) {
  (void)state;
  check("[]", "");
  check("[" ACCEPTS("p/a/fails") "," SIGNS("p/b/*") "]", "");
  check("[" SIGNS("p/d/not-run") "," SIGNS("p/d/*") "]",
        "/1/id: each vector of p/d/* has an entry of its own: remove this one\n");
}

static void test_exact(void **state) {
  (void)state;
  check("[" ACCEPTS("p/a/passes") "]", "/0: p/a/passes passes: remove the entry\n");
  check("[" ACCEPTS("p/b/one") "]",
        "/0: p/b/one is ok signature, not ok accept: change the entry, if that is meant\n");
  check("[" ENTRY("p/b/one", "crash", "") "]",
        "/0: p/b/one is ok signature, not crash: change the entry, if that is meant\n");
  check("[" ACCEPTS("p/a/unasked") "]",
        "/0: p/a/unasked is n/a, which proves nothing: remove the entry\n");
  check("[" ACCEPTS("p/a/vacuous") "]",
        "/0: p/a/vacuous is vacuous, which proves nothing: remove the entry\n");
  check("[" ACCEPTS("p/a/none") "]",
        "/0/id: suite 0.2.0 has no vector p/a/none: mend the id, or remove the entry\n");
}

static void test_area(void **state) {
  (void)state;
  check("[" ACCEPTS("p/a/*") "]", "/0: p/a/passes passes: name those that fail one by one\n");
  check("[" ACCEPTS("p/b/*") "]",
        "/0: p/b/one is ok signature, not ok accept, and 1 more of p/b/* do not fit: name those "
        "that fail one by one\n");
  check("[" SIGNS("p/c/*") "]",
        "/0: p/c/unasked is n/a, which proves nothing: name those that fail one by one\n");
  check("[" SIGNS("q/*") "]",
        "/0/id: suite 0.2.0 has no vector q/*: mend the id, or remove the entry\n");
  check("[" SIGNS("p/b/*") "," ACCEPTS("p/b/one") "]",
        "/1: p/b/one is ok signature, not ok accept: change the entry, if that is meant\n");
}

static void test_until(void **state) {
  (void)state;
  check("[" ENTRY("p/b/one", "ok", ",\"got\":\"signature\",\"until\":\"0.2.0\"") "]",
        "/0/until: suite 0.2.0 has reached 0.2.0: mend what the entry excuses, or write another "
        "version\n");
  check("[" ENTRY("p/b/one", "ok", ",\"got\":\"signature\",\"until\":\"0.2.1\"") "]", "");
}

static void test_other_targets_are_not_asked(void **state) {
  (void)state;
  check("[" ENTRY("q/none", "crash", ",\"target\":\"yours\",\"until\":\"0.1.0\"") "]", "");
  check("[" ENTRY("p/a/passes", "crash", ",\"target\":\"mine\"") "]",
        "/0: p/a/passes passes: remove the entry\n");
  check("[" ACCEPTS("p/b/one") "," ENTRY("p/b/one", "ok",
                                         ",\"got\":\"signature\",\"target\":\"mine\"") "]",
        "");
}

static void test_what_is_not_selected_is_not_asked(void **state) {
  (void)state;
  static const char content[] = "[" ACCEPTS("p/a/passes") "," ACCEPTS("p/a/*") "]";
  check_selected(content, "p/b/*", "");
  check_selected(content, "p/a/fails", "");
  check_selected(content, "p/a/passes", "/0: p/a/passes passes: remove the entry\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_holds),
                                     cmocka_unit_test(test_exact),
                                     cmocka_unit_test(test_area),
                                     cmocka_unit_test(test_until),
                                     cmocka_unit_test(test_other_targets_are_not_asked),
                                     cmocka_unit_test(test_what_is_not_selected_is_not_asked)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
