/* SPDX-License-Identifier: Apache-2.0 */
/* test_gates.c - what makes a run fail beside its failures, and the exit status of it all. */
#include "gates.h"

#include "gate_sample.h"

static const what all[] = {
    {"p/a/accepts", OUTCOME_FAIL, "decision", "accept"},
    {"p/a/passes", OUTCOME_PASS, NULL, NULL},
    {"p/a/unasked", OUTCOME_NOT_APPLICABLE, NULL, NULL},
    {"p/a/disputed", OUTCOME_DISPUTED, NULL, NULL},
    {"p/s/one", OUTCOME_PASS, NULL, NULL},
    {"p/s/two", OUTCOME_UNREPRESENTABLE, NULL, NULL},
};

/* check runs the gates over the sample; `content` is a file of expected failures, or NULL. */
static void check(options o, const char *content, int status, const char *lines) {
  gate_sample s;
  gates g;
  text problem = {0};
  json *hello = parse("{\"features\":[\"token.session\"]}");
  gate_open(&s, all, sizeof all / sizeof *all);
  s.vectors[3].settled = false;
  s.vectors[4].sweep = s.vectors[5].sweep = true;
  o.xfail = content != NULL ? gate_file(&s, content) : NULL;
  assert_true(gates_open(&o, &s.set, NULL, 0, &g, &problem));
  for (size_t i = 0; i < s.set.num; i++) {
    gates_excuse(&g, &s.result, &s.vectors[i], &s.outcomes[i]);
    result_count(&s.result, &s.vectors[i], &s.outcomes[i]);
  }
  s.result.stopped = o.fail_fast;
  gates_check(&g, hello, &s.result);
  assert_string_equal(text_str(&s.result.gate), lines);
  assert_int_equal(result_exit(&s.result), status);
  gates_close(&g);
  json_free(hello);
  gate_close(&s);
}

#define KNOWN "[{\"id\":\"p/a/accepts\",\"status\":\"ok\",\"got\":\"accept\",\"reason\":\"\""

static void test_expected(void **state) {
  (void)state;
  check((options){0}, NULL, EXIT_DEVIATIONS, "");
  check((options){0}, KNOWN "}]", EXIT_CONFORMANT, "");
  check((options){0}, KNOWN ",\"target\":\"mine\"}]", EXIT_CONFORMANT, "");
  check((options){0}, KNOWN ",\"target\":\"yours\"}]", EXIT_DEVIATIONS, "");
}

static void test_share(void **state) {
  (void)state;
  check((options){.min_run = 50}, KNOWN "}]", EXIT_CONFORMANT, "");
  check((options){.min_run = 50.1}, KNOWN "}]", EXIT_NOTHING_RAN,
        "--min-run 50.1: 1 of 2 vectors of sweeps were judged, 50.0 %\n");
  check((options){.min_run = 66, .no_sweeps = true}, KNOWN "}]", EXIT_CONFORMANT, "");
  check((options){.min_run = 67, .no_sweeps = true}, KNOWN "}]", EXIT_NOTHING_RAN,
        "--min-run 67: 2 of 3 vectors were judged, 66.7 %\n");
  check((options){.min_run = 100, .fail_fast = true}, NULL, EXIT_DEVIATIONS, "");
}

static void test_features(void **state) {
  (void)state;
  const char *words[] = {"token.session", "header.custom", "\x1b"};
  check((options){.require = {words, 1}}, KNOWN "}]", EXIT_CONFORMANT, "");
  check((options){.require = {words, 3}}, KNOWN "}]", EXIT_NOTHING_RAN,
        "--require header.custom: the target does not declare this feature\n"
        "--require \\x1b: the target does not declare this feature\n");
}

static void test_expired(void **state) {
  (void)state;
  gate_sample s;
  gates g;
  options o = {0};
  text problem = {0};
  gate_open(&s, all, 1);
  o.update_xfail = gate_file(&s, KNOWN ",\"until\":\"0.2.0\"}]");
  assert_true(gates_open(&o, &s.set, NULL, 0, &g, &problem));
  gates_excuse(&g, &s.result, &s.vectors[0], &s.outcomes[0]);
  assert_int_equal(s.outcomes[0].excuse, EXCUSE_NONE);
  gates_close(&g);
  gate_close(&s);
}

#define REPORT                                                                                     \
  "{\"event\":\"start\",\"schema\":\"dciauth-report-1\",\"version\":1}\n"                          \
  "{\"event\":\"vector\",\"target\":\"mine\",\"id\":\"p/a/accepts\",\"status\":\"fail\"}\n"        \
  "{\"event\":\"summary\",\"target\":\"mine\",\"total\":1,\"problem\":\"leaks\"}\n"

static void test_baseline(void **state) {
  (void)state;
  gate_sample s;
  gates g;
  options o = {0};
  text problem = {0};
  char mine[] = "mine", yours[] = "yours";
  target targets[] = {{.name = mine}, {.name = yours}};
  gate_open(&s, all, 2);
  o.baseline = gate_file(&s, REPORT);
  assert_true(gates_open(&o, &s.set, targets, 1, &g, &problem));
  for (size_t i = 0; i < 2; i++) {
    gates_excuse(&g, &s.result, &s.vectors[i], &s.outcomes[i]);
    result_count(&s.result, &s.vectors[i], &s.outcomes[i]);
  }
  text_puts(&s.result.problem, "leaks");
  gates_check(&g, NULL, &s.result);
  assert_int_equal(s.outcomes[0].excuse, EXCUSE_KNOWN);
  assert_int_equal(result_exit(&s.result), EXIT_CONFORMANT);
  text_free(&s.result.problem);
  gates_close(&g);
  assert_false(gates_open(&o, &s.set, targets, 2, &g, &problem));
  assert_non_null(strstr(problem.ptr, ": says nothing of the target yours, but of: mine"));
  text_free(&problem);
  gates_close(&g);
  gate_close(&s);
}

static void test_not_written(void **state) {
  (void)state;
  gate_sample s;
  gates g;
  text problem = {0}, said = {0};
  gate_open(&s, all, 1);
  options o = {.write_xfail = s.path};
  assert_false(gates_open(&o, &s.set, NULL, 0, &g, &problem));
  assert_non_null(strstr(problem.ptr, ": is there already: --update-xfail changes it"));
  text_free(&problem);
  g = (gates){.options = &o, .vectors = &s.set};
  assert_true(gates_write(&g, &s.result, 1, true, &said, &problem));
  assert_non_null(strstr(said.ptr, " is not written: not all vectors were run"));
  text_clear(&said);
  s.result.sweeps.count[OUTCOME_NOT_RUN] = 1;
  assert_true(gates_write(&g, &s.result, 1, false, &said, &problem));
  assert_non_null(strstr(said.ptr, " is not written: not all vectors were run"));
  text_free(&said);
  gate_close(&s);
}

static void test_named_twice(void **state) {
  (void)state;
  char mine[] = "mine";
  target targets[] = {{.name = mine}, {.name = mine}};
  vector_set set = {.suite = "0.2.0"};
  options o = {.write_xfail = "/no/such/file"};
  text problem = {0};
  gates g;
  assert_false(gates_open(&o, &set, targets, 2, &g, &problem));
  check_text(&problem, "mine: named twice: a file of expected failures is written of each once");
  gates_close(&g);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_expected),   cmocka_unit_test(test_share),
      cmocka_unit_test(test_features),   cmocka_unit_test(test_expired),
      cmocka_unit_test(test_baseline),   cmocka_unit_test(test_not_written),
      cmocka_unit_test(test_named_twice)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
