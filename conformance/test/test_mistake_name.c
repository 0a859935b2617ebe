/* SPDX-License-Identifier: Apache-2.0 */
/* test_mistake_name.c - of several mistakes that explain a failure, which is named? */
#include "mistake_name.h"

#include "mistake.h"
#include "sample.h"

enum { MOST = 4, PATH = PART_BIT(PART_PATH), QUERY = PART_BIT(PART_QUERY) };

/* failure is a vector with up to three hints; the names are those of mistakes 0, 1, 2, …. */
typedef struct {
  const char *id;
  bool sweep;
  hint hints[3];
  size_t num;
} failure;

typedef struct {
  vector vectors[MOST];
  outcome outcomes[MOST];
  vector_set set;
} sample_run;

static void begin(const failure *failures, size_t num, sample_run *run) {
  *run = (sample_run){.set = {.num = num}};
  run->set.items = run->vectors;
  for (size_t i = 0; i < num; i++) {
    outcome *o = &run->outcomes[i];
    run->vectors[i] = (vector){.id = failures[i].id, .sweep = failures[i].sweep};
    o->status = OUTCOME_FAIL;
    o->num_hints = failures[i].num;
    o->hints = (hint *)(uintptr_t)failures[i].hints;
  }
}

static void check(const sample_run *run, size_t i, const char *expected) {
  assert_string_equal(text_str(&run->outcomes[i].mistake), expected);
}

static void check_counts(const sample_run *run, const options *o, bool sweeps,
                         const char *expected) {
  text out = {0};
  mistake_put_counts(&run->set, o, run->outcomes, sweeps, &out);
  check_text(&out, expected);
}

static void end(sample_run *run) {
  for (size_t i = 0; i < run->set.num; i++) {
    text_free(&run->outcomes[i].mistake);
  }
}

static const char *name(size_t i) {
  return mistake_at(i)->name;
}

static void test_most_failures_decide(void **state) {
  (void)state;
  failure failures[] = {{"a/b/1", false, {{0, PATH, false}, {1, PATH, false}}, 2},
                        {"a/b/2", false, {{1, PATH, false}}, 1},
                        {"a/b/3", true, {{2, PATH, false}, {1, PATH, false}}, 2}};
  const options all = {0};
  sample_run run;
  text expected = {0};
  begin(failures, 3, &run);
  mistake_name_all(&run.set, &all, run.outcomes);
  for (size_t i = 0; i < 3; i++) {
    check(&run, i, name(1));
  }
  text_printf(&expected, "2 failures look like: %s (2)", name(1));
  check_counts(&run, &all, false, text_str(&expected));
  text_clear(&expected);
  text_printf(&expected, "1 failure looks like: %s (1)", name(1));
  check_counts(&run, &all, true, text_str(&expected));
  text_free(&expected);
  end(&run);
}

static void test_two_that_tie(void **state) {
  (void)state;
  failure failures[] = {
      {"a/b/1", false, {{3, PATH, false}, {4, PATH, false}, {5, PATH, false}}, 3}};
  const options all = {0};
  sample_run run;
  text expected = {0};
  begin(failures, 1, &run);
  mistake_name_all(&run.set, &all, run.outcomes);
  text_printf(&expected, "%s or %s", name(3), name(4));
  check(&run, 0, text_str(&expected));
  text_free(&expected);
  end(&run);
}

static void test_part_by_part(void **state) {
  (void)state;
  failure failures[] = {
      {"a/b/1", false, {{5, QUERY, false}, {3, PATH, false}}, 2},
      {"a/b/2", false, {{3, PATH, false}, {5, QUERY, false}, {6, PATH | QUERY, false}}, 3}};
  const options all = {0};
  sample_run run;
  text expected = {0};
  begin(failures, 2, &run);
  mistake_name_all(&run.set, &all, run.outcomes);
  text_printf(&expected, "%s; %s", name(3), name(5));
  check(&run, 0, text_str(&expected));
  check(&run, 1, name(6)); /* one mistake that explains both */
  text_free(&expected);
  end(&run);
}

static void test_selected_alone(void **state) {
  (void)state;
  failure failures[] = {{"a/b/1", false, {{0, PATH, false}, {1, PATH, false}}, 2},
                        {"a/c/2", false, {{1, PATH, false}}, 1}};
  const char *glob = "a/c/*";
  const options some = {.select = {&glob, 1}};
  sample_run run;
  begin(failures, 2, &run);
  mistake_name_all(&run.set, &some, run.outcomes);
  check(&run, 0, "");
  check(&run, 1, name(1));
  check_counts(&run, &some, true, "");
  end(&run);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_most_failures_decide), cmocka_unit_test(test_two_that_tie),
      cmocka_unit_test(test_part_by_part), cmocka_unit_test(test_selected_alone)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
