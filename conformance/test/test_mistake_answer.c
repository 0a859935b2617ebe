/* SPDX-License-Identifier: Apache-2.0 */
/* test_mistake_answer.c - answers are taken apart, whatever stands in them. */
#include "mistake_answer.h"

#include "sample.h"
#include "spans.h"

typedef struct {
  vector v;
  mistake_case c;
  parts shown;
  text signature;
} reading;

static void read_answer(const char *out, reading *r) {
  *r = (reading){.v = sample_open()};
  json *answer = parse(out);
  assert_true(mistake_case_open(&r->v, &r->c));
  answer_read(&r->c, answer, &r->shown, &r->signature);
  json_free(answer);
}

static void end(reading *r) {
  parts_free(&r->shown);
  text_free(&r->signature);
  mistake_case_close(&r->c);
  sample_close(&r->v);
}

static void check_part(const reading *r, part which, const char *expected) {
  assert_true((r->shown.set & PART_BIT(which)) != 0);
  assert_string_equal(text_str(&r->shown.value[which]), expected);
}

static void test_right_parts(void **state) {
  (void)state;
  reading r;
  read_answer("{}", &r);
  const layers right = {{&r.c.right}, 1};
  text request = {0}, digest = {0};
  layers_request(&right, &request);
  check_text(&request, SAMPLE_REQUEST);
  layers_digest(&right, &digest);
  check_text(&digest, SAMPLE_DIGEST);
  assert_int_equal(r.shown.set, 0);
  assert_int_equal(r.signature.len, 0);
  end(&r);
}

static void test_stages(void **state) {
  (void)state;
  reading r;
  read_answer("{\"signature\":\"ab\",\"stages\":{"
              "\"canonical_request\":[\"GET\",\"/x\",\"q\",\"host:h\",\"\",\"host\",\"" SAMPLE_HASH
              "\"],"
              "\"string_to_sign\":[\"A\",\"T\",\"S\",\"D\",\"more\"]}}",
              &r);
  check_part(&r, PART_METHOD, "GET");
  check_part(&r, PART_PATH, "/x");
  check_part(&r, PART_QUERY, "q");
  check_part(&r, PART_HEADERS, "host:h\n");
  check_part(&r, PART_SIGNED_HEADERS, "host");
  check_part(&r, PART_PAYLOAD, SAMPLE_HASH);
  check_part(&r, PART_ALGORITHM, "A");
  check_part(&r, PART_TIMESTAMP, "T");
  check_part(&r, PART_SCOPE, "S");
  check_part(&r, PART_DIGEST, "D\nmore");
  assert_string_equal(text_str(&r.signature), "ab");
  end(&r);
}

static void test_line_feeds_in_the_path(void **state) {
  (void)state;
  reading r;
  read_answer("{\"canonical_request\":\"GET\\n/x\\ny\\nb=2\\n" SAMPLE_TAIL_JSON "\"}", &r);
  check_part(&r, PART_PATH, "/x\ny");
  check_part(&r, PART_QUERY, "b=2");
  check_part(&r, PART_HEADERS, SAMPLE_HEADERS);
  end(&r);
}

static void test_header_in_front(void **state) {
  (void)state;
  reading r;
  read_answer("{\"canonical_request\":\"GET\\n/x\\n\\na:b\\nhost:example.amazonaws.com\\n"
              "x-amz-date:20150830T123600Z\\n\\na;host;x-amz-date\\n" SAMPLE_HASH "\"}",
              &r);
  check_part(&r, PART_PATH, "/x");
  check_part(&r, PART_QUERY, "");
  check_part(&r, PART_HEADERS, "a:b\n" SAMPLE_HEADERS);
  end(&r);
}

static void test_single_stages(void **state) {
  (void)state;
  reading r;
  read_answer("{\"stages\":{\"path\":\"/x\",\"query\":\"q\",\"scope\":\"S\"}}", &r);
  check_part(&r, PART_PATH, "/x");
  check_part(&r, PART_SCOPE, "S");
  assert_int_equal(r.shown.set, PART_BIT(PART_PATH) | PART_BIT(PART_QUERY) | PART_BIT(PART_SCOPE));
  end(&r);
}

static void test_no_stages(void **state) {
  (void)state;
  static const char *const answers[] = {
      "{\"stages\":{\"canonical_request\":\"\",\"string_to_sign\":\"\"}}",
      "{\"stages\":{\"canonical_request\":\"a\\nb\\nc\\nd\",\"string_to_sign\":\"a\\nb\\nc\"}}",
      "{\"stages\":{\"canonical_request\":\"GET\\n\\n\\n\\n\\nhost\\n\"}}",
      "{\"stages\":{\"canonical_request_b64\":\"?\"}}", "{\"stages\":7}"};
  for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
    reading r;
    read_answer(answers[i], &r);
    assert_int_equal(r.shown.set, 0);
    end(&r);
  }
}

static void test_signature_of_authorization(void **state) {
  (void)state;
  reading r;
  read_answer("{\"authorization\":\"A Credential=c, SignedHeaders=h, Signature=12,\"}", &r);
  assert_string_equal(text_str(&r.signature), "12");
  end(&r);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_right_parts),
                                     cmocka_unit_test(test_stages),
                                     cmocka_unit_test(test_line_feeds_in_the_path),
                                     cmocka_unit_test(test_header_in_front),
                                     cmocka_unit_test(test_single_stages),
                                     cmocka_unit_test(test_no_stages),
                                     cmocka_unit_test(test_signature_of_authorization)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
