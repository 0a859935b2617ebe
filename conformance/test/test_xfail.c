/* SPDX-License-Identifier: Apache-2.0 */
/* test_xfail.c - which entry speaks of a vector, and in which words. */
#include "xfail.h"

#include "gate_sample.h"

#define CRASHES(id, more) "{\"id\":\"" id "\",\"status\":\"crash\",\"reason\":\"\"" more "}"

static void check_find(const xfail *x, const char *target, const char *id, int index) {
  const xfail_entry *e = xfail_find(x, target, id);
  assert_int_equal(e != NULL ? (int)e->index : -1, index);
}

static void test_find(void **state) {
  (void)state;
  gate_sample s;
  gate_open(&s, NULL, 0);
  xfail x = gate_read(
      &s, "[" CRASHES("p/*", "") "," CRASHES("p/a/*", "") "," CRASHES("p/a/one", "") "," CRASHES(
              "p/a/one", ",\"target\":\"mine\"") "," CRASHES("p/b/*", ",\"target\":\"mine\"") "]");
  check_find(&x, "mine", "p/a/one", 3);
  check_find(&x, "other", "p/a/one", 2);
  check_find(&x, "mine", "p/a/two", 1);
  check_find(&x, "mine", "p/a/deep/er", 1);
  check_find(&x, "mine", "p/b/one", 4);
  check_find(&x, "other", "p/b/one", 0);
  check_find(&x, "mine", "p/ab/one", 0);
  check_find(&x, "mine", "p/a", 0);
  check_find(&x, "mine", "p", -1);
  check_find(&x, "mine", "q/a/one", -1);
  xfail_free(&x);
  check_find(&x, "mine", "p/a/one", -1);
  gate_close(&s);
}

/* check_words: how an outcome is told; `got` may be NULL. */
static void check_words(outcome o, const char *actual, const char *status, const char *got) {
  text_puts(&o.actual, actual);
  assert_string_equal(xfail_status(&o), status);
  if (got == NULL) {
    assert_null(xfail_got(&o));
  } else {
    assert_string_equal(xfail_got(&o), got);
  }
  xfail_entry same = {.status = status, .got = got};
  xfail_entry other_status = {.status = "error", .got = got};
  xfail_entry other_got = {.status = status, .got = "other"};
  xfail_entry no_got = {.status = status};
  assert_true(xfail_fits(&same, &o));
  assert_false(xfail_fits(&other_status, &o));
  assert_false(xfail_fits(&other_got, &o));
  assert_true(xfail_fits(&no_got, &o) == (got == NULL));
  outcome_free(&o);
}

static void test_words(void **state) {
  (void)state;
  check_words((outcome){.status = OUTCOME_FAIL, .answered = "ok", .stage = "decision"}, "accept",
              "ok", "accept");
  check_words((outcome){.status = OUTCOME_FAIL, .answered = "ok", .stage = "decision"}, "", "ok",
              "decision");
  check_words((outcome){.status = OUTCOME_FAIL, .answered = "ok", .stage = "refusal"}, "signed",
              "ok", "signed");
  check_words((outcome){.status = OUTCOME_FAIL, .answered = "refused", .stage = "refusal"},
              "refused", "refused", "refused");
  check_words((outcome){.status = OUTCOME_FAIL, .answered = "ok", .stage = "canonical_request"},
              "get", "ok", "canonical_request");
  check_words((outcome){.status = OUTCOME_FAIL, .answered = "raised", .stage = "raised"}, "",
              "raised", NULL);
  check_words((outcome){.status = OUTCOME_FAIL, .answered = "unsupported", .stage = "unsupported"},
              "", "unsupported", NULL);
  check_words((outcome){.status = OUTCOME_CRASH}, "", "crash", NULL);
  check_words((outcome){.status = OUTCOME_CRASH, .flaky = true}, "", "crash", "flaky");
  check_words((outcome){.status = OUTCOME_TIMEOUT}, "", "timeout", NULL);
  check_words((outcome){.status = OUTCOME_PROTOCOL_ERROR}, "", "protocol_error", NULL);
}

static void test_no_failure_fits(void **state) {
  (void)state;
  xfail_entry e = {.status = "ok"};
  outcome o = {.status = OUTCOME_PASS, .answered = "ok"};
  assert_false(xfail_fits(&e, &o));
  o.status = OUTCOME_DISPUTED;
  assert_false(xfail_fits(&e, &o));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_find), cmocka_unit_test(test_words),
                                     cmocka_unit_test(test_no_failure_fits)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
