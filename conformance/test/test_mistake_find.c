/* SPDX-License-Identifier: Apache-2.0 */
/* test_mistake_find.c - from an answer to names: what is shown, what stands behind a hash, and what
 * is no known mistake. That every mistake is found is for test_mistakes.py, with signers of its
 * own. */
#include "mistake_find.h"

#include "mistake.h"
#include "mistake_name.h"
#include "sample.h"

/* check_named answers the sample vector and compares the names; "" for none. */
static void check_named(const char *out, const char *expected) {
  vector v = sample_open();
  json *answer = parse(out);
  outcome o = {.status = OUTCOME_FAIL};
  const vector_set set = {.items = &v, .num = 1};
  const options all = {0};
  mistake_find(&v, answer, &o);
  mistake_name_all(&set, &all, &o);
  assert_string_equal(text_str(&o.mistake), expected);
  outcome_free(&o);
  json_free(answer);
  sample_close(&v);
}

/* find_by_name returns the mistake of that name. */
static const mistake *find_by_name(const char *name) {
  size_t i = 0;
  while (strcmp(mistake_at(i)->name, name) != 0) {
    i++;
    assert_non_null(mistake_at(i));
  }
  return mistake_at(i);
}

/* check_hidden answers the digest, or else the signature, that two mistakes give. */
static void check_hidden(const char *one, const char *other, bool digest, const char *expected) {
  vector v = sample_open();
  mistake_case c;
  parts first = {0}, second = {0};
  text value = {0}, out = {0};
  assert_true(mistake_case_open(&v, &c));
  find_by_name(one)->make(&c, find_by_name(one)->how, &first);
  find_by_name(other)->make(&c, find_by_name(other)->how, &second);
  const layers l = {{&first, &second, &c.right}, 3};
  (digest ? layers_digest : layers_signature)(&l, &value);
  if (digest) {
    text_printf(&out, "{\"stages\":{\"string_to_sign\":[\"AWS4-HMAC-SHA256\",");
    text_printf(&out, "\"20150830T123600Z\",\"" SAMPLE_SCOPE "\",\"%s\"]}}", text_str(&value));
  } else {
    text_printf(&out, "{\"signature\":\"%s\"}", text_str(&value));
  }
  check_named(text_str(&out), expected);
  parts_free(&first);
  parts_free(&second);
  text_free(&value);
  text_free(&out);
  mistake_case_close(&c);
  sample_close(&v);
}

static void test_right(void **state) {
  (void)state;
  check_named("{\"signature\":\"" SAMPLE_SIGNATURE "\"}", "");
  check_named("{}", "");
}

#define ONCE "path encoded once or path as sent, neither normalised nor encoded again"
#define UNSORTED "query not sorted or query as sent"

static void test_shown(void **state) {
  (void)state;
  check_named("{\"stages\":{\"path\":\"/a%20b\"}}", ONCE);
  check_named("{\"stages\":{\"canonical_request\":\"GET\\n/a%2520b\\nb=2&a=1\\n" SAMPLE_TAIL_JSON
              "\"}}",
              UNSORTED);
}

static void test_shown_part_by_part(void **state) {
  (void)state;
  check_named("{\"stages\":{\"query\":\"b=2&a=1\",\"path\":\"/a%20b\"}}", ONCE "; " UNSORTED);
  check_named("{\"stages\":{\"query\":\"b=2&a=1\",\"path\":\"/else\"}}", UNSORTED);
}

static void test_more_than_one_part(void **state) {
  (void)state;
  check_named("{\"stages\":{\"headers\":\"host:example.amazonaws.com\\n\","
              "\"signed_headers\":\"host\"}}",
              "date header not signed");
  check_named("{\"stages\":{\"headers\":\"host:example.amazonaws.com\\n\","
              "\"signed_headers\":\"host;x-amz-date\"}}",
              "");
}

static void test_behind_the_signature(void **state) {
  (void)state;
  check_hidden("query not sorted", "query not sorted", false, UNSORTED);
  check_hidden("signing key without the date", "query left out", false,
               "query left out; signing key without the date");
  check_hidden("signature in upper-case hex", "signature in upper-case hex", false,
               "signature in upper-case hex");
}

static void test_behind_the_digest(void **state) {
  (void)state;
  check_hidden("path encoded once", "path encoded once", true, ONCE);
  check_hidden("path encoded once", "query not sorted", true, ONCE "; " UNSORTED);
}

static void test_unknown(void **state) {
  (void)state;
  check_named("{\"signature\":\"" SAMPLE_DIGEST "\"}", "");
  check_named("{\"signature\":\"\",\"stages\":{\"path\":\"\",\"headers\":\"\"}}", "");
  check_named("{\"stages\":{\"canonical_request\":\"GET\\n/x\\ny\\n\\n\\n\","
              "\"string_to_sign\":\"\\n\\n\\n\"}}",
              "");
}

/* Nothing can be told of a vector whose values are not the library's own. */
static void test_vector_that_is_not_understood(void **state) {
  (void)state;
  vector v = sample_open();
  json *answer = parse("{\"stages\":{\"query\":\"b=2&a=1\"}}");
  json *other = parse("{\"stages\":{\"canonical_request\":\"else\",\"signature\":\"00\"}}");
  json *refusal = parse("{\"error\":{\"class\":\"malformed-uri\"}}");
  const json *const expected[] = {other, refusal};
  const json *own = v.expected;
  outcome o = {0};
  for (size_t i = 0; i < 2; i++) {
    v.expected = expected[i];
    mistake_find(&v, answer, &o);
    assert_int_equal(o.num_hints, 0);
  }
  v.expected = own;
  sample_close(&v);
  json_free(answer);
  json_free(other);
  json_free(refusal);
}

/* Names join with " or " and "; ". */
static void test_names(void **state) {
  (void)state;
  assert_null(mistake_at(mistake_count()));
  for (size_t i = 0; i < mistake_count(); i++) {
    assert_null(strstr(mistake_at(i)->name, " or "));
    assert_null(strchr(mistake_at(i)->name, ';'));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_right),
                                     cmocka_unit_test(test_shown),
                                     cmocka_unit_test(test_shown_part_by_part),
                                     cmocka_unit_test(test_more_than_one_part),
                                     cmocka_unit_test(test_behind_the_signature),
                                     cmocka_unit_test(test_behind_the_digest),
                                     cmocka_unit_test(test_unknown),
                                     cmocka_unit_test(test_vector_that_is_not_understood),
                                     cmocka_unit_test(test_names)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
