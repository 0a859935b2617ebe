/* SPDX-License-Identifier: Apache-2.0 */
/* test_baseline.c - an earlier report, read and compared. */
#include "baseline.h"

#include "gate_sample.h"

#define START "{\"event\":\"start\",\"schema\":\"dciauth-report-1\",\"version\":1}\n"
#define VECTOR(id, status)                                                                         \
  "{\"event\":\"vector\",\"target\":\"mine\",\"id\":\"" id "\",\"status\":\"" status "\"}\n"
#define END "{\"event\":\"summary\",\"target\":\"mine\"}\n"

static const what all[] = {
    {"p/still", OUTCOME_FAIL, "signature", NULL}, {"p/new", OUTCOME_FAIL, "signature", NULL},
    {"p/fresh", OUTCOME_FAIL, "signature", NULL}, {"p/worse", OUTCOME_CRASH, NULL, NULL},
    {"p/mended", OUTCOME_PASS, NULL, NULL},       {"p/gone", OUTCOME_NOT_APPLICABLE, NULL, NULL},
    {"p/fine", OUTCOME_PASS, NULL, NULL},         {"p/never", OUTCOME_NOT_APPLICABLE, NULL, NULL},
};

static const char report[] =
    START VECTOR("p/still", "fail") VECTOR("p/new", "pass") VECTOR("p/worse", "fail")
        VECTOR("p/mended", "timeout") VECTOR("p/gone", "pass") VECTOR("p/fine", "pass")
            VECTOR("p/never", "n/a") VECTOR("p/later", "a word of a later version") END;

static void test_status(void **state) {
  (void)state;
  gate_sample s;
  baseline b;
  text problem = {0};
  gate_open(&s, all, sizeof all / sizeof *all);
  assert_true(baseline_read(gate_file(&s, report), &b, &problem));
  assert_null(baseline_find(&b, "yours"));
  const baseline_target *t = baseline_find(&b, "mine");
  assert_non_null(t);
  assert_false(t->had_problem);
  assert_int_equal(baseline_status(t, "p/still"), OUTCOME_FAIL);
  assert_int_equal(baseline_status(t, "p/mended"), OUTCOME_TIMEOUT);
  assert_int_equal(baseline_status(t, "p/later"), OUTCOME_NONE);
  assert_int_equal(baseline_status(t, "p/fresh"), OUTCOME_NONE);
  baseline_free(&b);
  gate_close(&s);
}

static void test_changes(void **state) {
  (void)state;
  gate_sample s;
  baseline b;
  options o = {0};
  text problem = {0}, out = {0}, wanted = {0};
  gate_open(&s, all, sizeof all / sizeof *all);
  s.outcomes[0].excuse = EXCUSE_KNOWN;
  assert_true(baseline_read(gate_file(&s, report), &b, &problem));
  baseline_put(&b, &s.set, &o, &s.result, &out);
  text_printf(&wanted,
              "\nmine 1.0 since %s:\n"
              "  1  new, pass before:\n      p/new\n"
              "  1  new, not in the report:\n      p/fresh\n"
              "  1  new, fail before:\n      p/worse\n"
              "  1  mended:\n      p/mended\n"
              "  1  no longer judged: n/a, pass before:\n      p/gone\n",
              s.path);
  check_text(&out, wanted.ptr);
  const char *glob = "p/fine";
  options one = {.select = {&glob, 1}};
  baseline_put(&b, &s.set, &one, &s.result, &out);
  assert_non_null(strstr(out.ptr, ": nothing has changed\n"));
  text_free(&out);
  text_free(&wanted);
  baseline_free(&b);
  gate_close(&s);
}

static void refused(const char *content, const char *says) {
  gate_sample s;
  baseline b;
  text problem = {0};
  gate_open(&s, NULL, 0);
  assert_false(baseline_read(gate_file(&s, content), &b, &problem));
  if (strstr(problem.ptr, says) == NULL) {
    fail_msg("%s does not say: %s", problem.ptr, says);
  }
  assert_non_null(strstr(problem.ptr, s.path));
  text_free(&problem);
  baseline_free(&b);
  gate_close(&s);
}

static void test_broken(void **state) {
  (void)state;
  refused("", ": line 1, ");
  refused("not JSON\n", ": line 1, column 2, ");
  refused("[]\n", ": line 1: not the start of a report: name a report that --json wrote");
  refused(VECTOR("p/a", "pass") END, ": line 1: not the start of a report");
  refused("{\"event\":\"start\",\"schema\":\"dciauth-report-1\",\"version\":2}\n" END,
          "a newer version of the report: use a newer dciauth-conform");
  refused(START, ": line 1: no target in it");
  refused(START VECTOR("p/a", "pass"), "breaks off: there is no summary of mine");
  refused(START "{\"event\":\"vector\",\"target\":\"mine\",\"id\":\"p/a\",\"sta", ": line 2, ");
  refused(START "{\"event\":\"vector\",\"target\":\"mine\"}\n" END, ": line 2: an event without");
  refused(START "{\"event\":\"vector\",\"id\":\"a\",\"status\":\"pass\"}\n" END, ": line 2: an ev");
  refused(START "7\n" END, ": line 2: no event");
}

static void test_tolerates_what_is_new(void **state) {
  (void)state;
  gate_sample s;
  baseline b;
  text problem = {0};
  gate_open(&s, NULL, 0);
  const char *path = gate_file(
      &s, START "{\"event\":\"note\",\"more\":1}\n"
                "{\"event\":\"summary\",\"target_b64\":\"bQA=\",\"problem\":\"it leaks\"}\n");
  assert_true(baseline_read(path, &b, &problem));
  assert_int_equal(b.targets[0].name.len, 2);
  assert_true(b.targets[0].had_problem);
  assert_int_equal(baseline_status(&b.targets[0], "p/a"), OUTCOME_NONE);
  baseline_free(&b);
  gate_close(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_status), cmocka_unit_test(test_changes),
                                     cmocka_unit_test(test_broken),
                                     cmocka_unit_test(test_tolerates_what_is_new)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
