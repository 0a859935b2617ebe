/* SPDX-License-Identifier: Apache-2.0 */
/* test_budget.c - which failures are explained first. */
#include "budget.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct {
  const char *id, *severity, *stage;
  outcome_status status;
} failure;

enum { MOST = 16 };

/* check orders the failures and compares with the ids, separated by blanks. */
static void check(const failure *failures, size_t num, const options *o, const char *expected) {
  vector items[MOST] = {0};
  outcome outcomes[MOST] = {0};
  size_t order[MOST];
  vector_set set = {.items = items, .num = num};
  text got = {0};
  for (size_t i = 0; i < num; i++) {
    items[i].id = failures[i].id;
    items[i].severity = failures[i].severity;
    outcomes[i].status = failures[i].status;
    strcpy(outcomes[i].stage, failures[i].stage);
  }
  size_t found = budget_order(&set, outcomes, o, order);
  for (size_t i = 0; i < found; i++) {
    text_printf(&got, "%s%s", i > 0 ? " " : "", items[order[i]].id);
  }
  assert_string_equal(text_str(&got), expected);
  text_free(&got);
}

static void test_ranks(void **state) {
  (void)state;
  static const failure failures[] = {
      {"p/a/raised", "critical", "raised", OUTCOME_FAIL},
      {"p/a/refusal", "", "refusal", OUTCOME_FAIL},
      {"p/a/unsupported", "high", "unsupported", OUTCOME_FAIL},
      {"p/a/none", "none", "decision", OUTCOME_FAIL},
      {"p/a/low", "low", "decision", OUTCOME_FAIL},
      {"p/a/crash", "medium", "", OUTCOME_CRASH},
      {"p/a/high", "high", "principal", OUTCOME_FAIL},
      {"p/a/critical", "critical", "decision", OUTCOME_FAIL},
      {"p/a/view", "none", "view", OUTCOME_FAIL},
      {"p/a/reason", "critical", "reason", OUTCOME_FAIL},
      {"p/a/canonical", "", "canonical_request", OUTCOME_FAIL},
      {"p/a/added", "", "added header X-Amz-Date", OUTCOME_FAIL},
      {"p/a/pass", "", "", OUTCOME_PASS},
      {"p/a/disputed", "", "signature", OUTCOME_DISPUTED},
  };
  options all = {0};
  check(failures, sizeof failures / sizeof *failures, &all,
        "p/a/canonical p/a/added p/a/critical p/a/high p/a/view p/a/crash p/a/low "
        "p/a/none p/a/raised p/a/refusal p/a/unsupported p/a/reason");
}

static void test_areas_take_turns(void **state) {
  (void)state;
  static const failure failures[] = {
      {"p/a/1", "high", "decision", OUTCOME_FAIL}, {"p/a/2", "", "signature", OUTCOME_FAIL},
      {"p/a/3", "", "signature", OUTCOME_FAIL},    {"p/a/4", "", "signature", OUTCOME_FAIL},
      {"p/ab/1", "", "signature", OUTCOME_FAIL},   {"q/a/1", "", "signature", OUTCOME_FAIL},
      {"q/a/2", "", "signature", OUTCOME_FAIL},    {"p/ab/2", "high", "decision", OUTCOME_FAIL},
  };
  options all = {0};
  check(failures, sizeof failures / sizeof *failures, &all,
        "p/a/2 p/ab/1 q/a/1 p/a/3 q/a/2 p/a/4 p/a/1 p/ab/2");
}

static void test_selected_alone(void **state) {
  (void)state;
  static const failure failures[] = {{"p/a/1", "", "signature", OUTCOME_FAIL},
                                     {"q/a/1", "", "signature", OUTCOME_FAIL}};
  const char *glob = "q/*";
  options some = {.select = {&glob, 1}};
  check(failures, sizeof failures / sizeof *failures, &some, "q/a/1");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_ranks),
                                     cmocka_unit_test(test_areas_take_turns),
                                     cmocka_unit_test(test_selected_alone)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
