/* SPDX-License-Identifier: Apache-2.0 */
/* test_blind.c - orders and ids are drawn, from the seed alone; answers are the same or not. */
#include "blind.h"

#include "sample.h"

#include <stdlib.h>

enum { NUM = 5000, MAX_ID = 0x7FFFFFFF };

static void fill(uint32_t seed, size_t *items) {
  for (size_t i = 0; i < NUM; i++) {
    items[i] = i;
  }
  blind_shuffle(seed, items, NUM);
}

static void test_shuffle(void **state) {
  (void)state;
  static size_t one[NUM], same[NUM], other[NUM];
  static bool seen[NUM];
  fill(1, one);
  fill(1, same);
  fill(2, other);
  assert_memory_equal(one, same, sizeof one);
  assert_memory_not_equal(one, other, sizeof one);
  size_t at_home = 0;
  for (size_t i = 0; i < NUM; i++) {
    assert_false(seen[one[i]]);
    seen[one[i]] = true;
    at_home += one[i] == i ? 1 : 0;
  }
  assert_true(at_home < 20); /* one is expected */
  blind_shuffle(1, one, 0);
}

static int compare_ids(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return (x > y) - (x < y);
}

/* An id that followed its predecessor more often than not would tell the order. */
static void test_ids(void **state) {
  (void)state;
  static int64_t ids[NUM];
  const uint32_t seeds[] = {0, 1, UINT32_MAX};
  for (size_t s = 0; s < sizeof seeds / sizeof *seeds; s++) {
    int rising = 0;
    for (int64_t n = 0; n < NUM; n++) {
      ids[n] = blind_id(seeds[s], n + 1);
      assert_in_range(ids[n], 1, MAX_ID);
      rising += n > 0 && ids[n] > ids[n - 1] ? 1 : 0;
    }
    assert_in_range(rising, NUM * 45 / 100, NUM * 55 / 100);
    qsort(ids, NUM, sizeof *ids, compare_ids);
    for (size_t i = 1; i < NUM; i++) {
      assert_true(ids[i] != ids[i - 1]);
    }
    assert_in_range(ids[NUM / 2], MAX_ID / 5 * 2, MAX_ID / 5 * 3);
  }
  assert_true(blind_id(1, 1) != blind_id(2, 1));
  assert_in_range(blind_id(1, MAX_ID), 1, MAX_ID);
}

static void test_draw(void **state) {
  (void)state;
  uint32_t first = blind_draw();
  bool other = false;
  for (int i = 0; i < 8; i++) {
    other = other || blind_draw() != first;
  }
  assert_true(other);
}

static text lines_of(const char *line) {
  answer a;
  text problem = {0}, out = {0};
  assert_true(protocol_read_answer(dciauth_str(line), 7, &a, &problem));
  blind_put_answer(&a, &out);
  json_free(a.document);
  return out;
}

/* check says whether two answers are the same, and where they part if not. */
static void check(const char *first, const char *second, const char *expected, const char *actual) {
  text a = lines_of(first), b = lines_of(second);
  outcome o = {.status = OUTCOME_PASS};
  blind_compare(text_span(&a), text_span(&b), &o);
  assert_int_equal(o.status, expected == NULL ? OUTCOME_PASS : OUTCOME_FAIL);
  if (expected != NULL) {
    assert_string_equal(o.stage, BLIND_STAGE);
    assert_string_equal(text_str(&o.expected), expected);
    assert_string_equal(text_str(&o.actual), actual);
  }
  outcome_free(&o);
  text_free(&a);
  text_free(&b);
}

#define ANSWER(out) "{\"id\":7,\"status\":\"ok\",\"out\":" out "}"

static void test_same_answers(void **state) {
  (void)state;
  check(ANSWER("{\"signature\":\"0\",\"stages\":{\"a\":\"x\",\"b\":\"y\"}}"),
        ANSWER("{\"stages\":{\"b\":\"y\",\"a\":\"x\"},\"signature\":\"0\"}"), NULL, NULL);
  check(ANSWER("{\"headers\":[{\"n\":\"A\",\"v\":\"1\"},{\"n\":\"B\",\"v\":\"2\"}]}"),
        ANSWER("{\"headers\":[{\"v\":\"2\",\"n\":\"B\"},{\"n\":\"A\",\"v\":\"1\"}]}"), NULL, NULL);
  check(ANSWER("{\"decision\":\"reject\",\"error\":{\"code\":\"a\",\"message\":\"at 0x1\"}}"),
        ANSWER("{\"decision\":\"reject\",\"error\":{\"code\":\"a\",\"message\":\"at 0x2\"}}"), NULL,
        NULL);
  check("{\"id\":7,\"status\":\"raised\",\"message\":\"1\",\"out\":{\"a\":1}}",
        "{\"id\":7,\"status\":\"raised\",\"message\":\"2\"}", NULL, NULL);
}

static void test_different_answers(void **state) {
  (void)state;
  check(ANSWER("{\"signature\":\"0\",\"stages\":{\"a\":\"x\"}}"),
        ANSWER("{\"signature\":\"0\",\"stages\":{\"a\":\"y\"}}"), "stages/a \"x\"",
        "stages/a \"y\"");
  check(ANSWER("{\"signature\":\"0\"}"), ANSWER("{}"), "signature \"0\"", "");
  check(ANSWER("{}"), "{\"id\":7,\"status\":\"refused\"}", "status ok", "status refused");
  check(ANSWER("{\"error\":{\"code\":\"a\"}}"), ANSWER("{\"error\":{\"code\":\"b\"}}"),
        "error \"a\"", "error \"b\"");
  check(ANSWER("{\"headers\":[{\"n\":\"A\",\"v\":\"1\"}]}"),
        ANSWER("{\"headers\":[{\"n\":\"A\",\"v\":\"1\"},{\"n\":\"A\",\"v\":\"1\"}]}"),
        "headers {\"n\":\"A\",\"v\":\"1\"}",
        "headers {\"n\":\"A\",\"v\":\"1\"} {\"n\":\"A\",\"v\":\"1\"}");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_shuffle), cmocka_unit_test(test_ids), cmocka_unit_test(test_draw),
      cmocka_unit_test(test_same_answers), cmocka_unit_test(test_different_answers)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
