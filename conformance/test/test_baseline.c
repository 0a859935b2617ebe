/* SPDX-License-Identifier: Apache-2.0 */
/* test_baseline.c - an earlier report, read and compared. */
#include "baseline.h"

#include "gate_sample.h"

#define START "{\"event\":\"start\",\"schema\":\"dciauth-report-1\",\"version\":1}\n"
#define VECTOR(id, status)                                                                         \
  "{\"event\":\"vector\",\"target\":\"mine\",\"id\":\"" id "\",\"status\":\"" status "\"}\n"
#define END(total)                                                                                 \
  "{\"event\":\"summary\",\"target\":\"mine\",\"total\":" #total ",\"sweeps\":{}}\n"

static const what all[] = {
    {"p/still", OUTCOME_FAIL, "signature", NULL}, {"p/new", OUTCOME_FAIL, "signature", NULL},
    {"p/fresh", OUTCOME_FAIL, "signature", NULL}, {"p/worse", OUTCOME_CRASH, NULL, NULL},
    {"p/mended", OUTCOME_PASS, NULL, NULL},       {"p/gone", OUTCOME_NOT_APPLICABLE, NULL, NULL},
    {"p/fine", OUTCOME_PASS, NULL, NULL},         {"p/never", OUTCOME_NOT_APPLICABLE, NULL, NULL},
};

static const char report[] = START VECTOR("p/still", "fail") VECTOR("p/new", "pass")
    VECTOR("p/worse", "fail") VECTOR("p/mended", "timeout") VECTOR("p/gone", "pass")
        VECTOR("p/fine", "pass") VECTOR("p/never", "n/a") END(7);

static void test_status(void **state) {
  (void)state;
  gate_sample s;
  baseline b;
  text problem = {0};
  gate_open(&s, all, sizeof all / sizeof *all);
  assert_true(baseline_read(gate_file(&s, report), &b, &problem));
  assert_false(baseline_has(&b, "yours"));
  assert_true(baseline_has(&b, "mine"));
  assert_false(baseline_had_problem(&b, "mine"));
  assert_int_equal(baseline_status(&b, "mine", "p/still"), OUTCOME_FAIL);
  assert_int_equal(baseline_status(&b, "mine", "p/mended"), OUTCOME_TIMEOUT);
  assert_int_equal(baseline_status(&b, "mine", "p/fresh"), OUTCOME_NONE);
  assert_int_equal(baseline_status(&b, "yours", "p/still"), OUTCOME_NONE);
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
  refused("", ": an empty file");
  refused("not JSON\n", ": line 1, column 2, ");
  refused("[]\n", ": line 1: no report of dciauth-conform: name a file that `run --json` wrote");
  refused(VECTOR("p/a", "pass") END(1), ": line 1: no report of dciauth-conform");
  refused("{\"event\":\"start\",\"schema\":\"dciauth-report-1\",\"version\":2}\n" END(0),
          ": line 1: /version: not 1: use a newer dciauth-conform");
  refused(START, ": no target in it: name a whole report");
  refused(START VECTOR("p/a", "pass"), ": ends without the summary of mine: run it again");
  refused(START VECTOR("p/a", "pass") END(2), ": line 3: /total: not the number of vectors before");
  refused(START "{\"event\":\"vector\",\"target\":\"mine\",\"id\":\"p/a\",\"sta", ": line 2, ");
  refused(START "{\"event\":\"vector\",\"target\":\"mine\"}\n" END(1), ": line 2: /id: missing");
  refused(START "{\"event\":\"vector\",\"id\":\"a\",\"status\":\"pass\"}\n", ": line 2: /target: ");
  refused(START VECTOR("p/a", "a later word") END(1),
          ": line 2: /status: an unknown status: use a");
  refused(START "7\n" END(0), ": line 2: no report of dciauth-conform");
}

/* A report may be several, one behind the other. */
static void test_put_together(void **state) {
  (void)state;
  gate_sample s;
  baseline b;
  text problem = {0}, names = {0};
  gate_open(&s, NULL, 0);
  const char *path =
      gate_file(&s, START VECTOR("p/a", "fail") END(1) START VECTOR("p/b", "crash") END(1) START
                "{\"event\":\"summary\",\"target\":\"\\u001b\"}\n");
  assert_true(baseline_read(path, &b, &problem));
  assert_int_equal(baseline_status(&b, "mine", "p/a"), OUTCOME_FAIL);
  assert_int_equal(baseline_status(&b, "mine", "p/b"), OUTCOME_CRASH);
  baseline_put_targets(&b, &names);
  check_text(&names, " mine mine \\x1b");
  baseline_free(&b);
  gate_close(&s);
}

static void test_tolerates_what_is_new(void **state) {
  (void)state;
  gate_sample s;
  baseline b;
  text problem = {0};
  gate_open(&s, NULL, 0);
  const char *path = gate_file(
      &s, START "{\"event\":\"note\",\"more\":1}\n"
                "{\"event\":\"summary\",\"target_b64\":\"bQE=\",\"problem\":\"it leaks\"}\n");
  assert_true(baseline_read(path, &b, &problem));
  assert_true(baseline_has(&b, "m\x01"));
  assert_true(baseline_had_problem(&b, "m\x01"));
  assert_int_equal(baseline_status(&b, "m\x01", "p/a"), OUTCOME_NONE);
  baseline_free(&b);
  gate_close(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_status), cmocka_unit_test(test_changes), cmocka_unit_test(test_broken),
      cmocka_unit_test(test_put_together), cmocka_unit_test(test_tolerates_what_is_new)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
