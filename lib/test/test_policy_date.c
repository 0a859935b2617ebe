/* SPDX-License-Identifier: Apache-2.0 */
/* test_policy_date.c - the date header: which one counts, how it is read, how old it may be. */
#include "policy.h"
#include "support.h"

typedef struct {
  const char *row;
  dciauth_pair lines[3];
  unsigned allow;
  dciauth_status want;
  dciauth_field field;
  size_t index, offset;
} date_case;

enum { NOW = SAMPLE_NOW };
#define AMZ LIT("X-Amz-Date")
#define VALUE DCIAUTH_FIELD_HEADER_VALUE
#define NAME DCIAUTH_FIELD_HEADER_NAME
#define DCI LIT("x-dci-date")

static void check_date(const date_case *c, int64_t now, int64_t max_skew, dciauth_status want) {
  dciauth_where where = {DCIAUTH_FIELD_NONE, 0, 0};
  dciauth_span timestamp;
  dciauth_policy policy;
  memset(&policy, 0, sizeof policy);
  policy.max_skew = max_skew;
  policy.allow = c->allow;
  size_t num = 0;
  while (num < 3 && c->lines[num].name.len > 0) {
    num++;
  }
  work_block block = block_new(2048, 0);
  buf b = buf_of(block.work);
  header_list list;
  assert_ok(headers_collect(c->lines, num, NULL, 0, &b, &list, &where));
  const char *note = num > 0 ? (const char *)c->lines[0].value.ptr : "";
  check_status(policy_date(row(c->row), &policy, &list, now, &b, &timestamp, &where), want, note,
               __FILE__, __LINE__);
  if (want == c->want) {
    check_where(where, c->field, c->index, c->offset, note, __FILE__, __LINE__);
  }
  block_free(&block);
}

enum { LOOSE = DCIAUTH_ALLOW_LOOSE_SYNTAX };
static const date_case cases[] = {
    {"aws4", {{AMZ, LIT("20150830T123600Z")}}, 0, DCIAUTH_OK, DCIAUTH_FIELD_NONE, 0, 0},
    {"aws4", {{AMZ, LIT(" 20150830T123600Z\t")}}, 0, DCIAUTH_OK, DCIAUTH_FIELD_NONE, 0, 0},
    {"aws4", {{AMZ, LIT("  20150830T123660Z")}}, 0, DCIAUTH_E_MALFORMED_DATE, VALUE, 0, 15},
    {"aws4", {{AMZ, LIT("")}}, 0, DCIAUTH_E_MALFORMED_DATE, VALUE, 0, 0},
    {"aws4",
     {{DCI, LIT("20150830T123600Z")}},
     0,
     DCIAUTH_E_MISSING_DATE,
     DCIAUTH_FIELD_HEADERS,
     0,
     0},
    {"aws4",
     {{LIT("Date"), LIT("Sun, 30 Aug 2015 12:36:00 GMT")}},
     0,
     DCIAUTH_E_MISSING_DATE,
     DCIAUTH_FIELD_HEADERS,
     0,
     0},
    {"aws4",
     {{AMZ, LIT("20150830T123600Z")}, {AMZ, LIT("20150830T123600Z")}},
     0,
     DCIAUTH_E_DUPLICATE_DATE,
     NAME,
     1,
     0},
    {"aws4",
     {{DCI, LIT("x")}, {AMZ, LIT("20150830T123600Z")}},
     0,
     DCIAUTH_OK,
     DCIAUTH_FIELD_NONE,
     0,
     0},
    {"dci2-v2.1", {{DCI, LIT("20150830T123600Z")}}, 0, DCIAUTH_OK, DCIAUTH_FIELD_NONE, 0, 0},
    {"dci2-v2.1", {{DCI, LIT(" 20150830T123600Z")}}, 0, DCIAUTH_E_MALFORMED_DATE, VALUE, 0, 0},
    {"dci2-v2.1", {{DCI, LIT("20150830t123600Z")}}, 0, DCIAUTH_E_MALFORMED_DATE, VALUE, 0, 8},
    {"dci2-v2.1",
     {{AMZ, LIT("20150830T123600Z")}},
     0,
     DCIAUTH_E_MISSING_DATE,
     DCIAUTH_FIELD_HEADERS,
     0,
     0},
    {"dci2-v2.1",
     {{DCI, LIT("20150830T123600Z")}, {AMZ, LIT("20150830T123600Z")}},
     0,
     DCIAUTH_E_DUPLICATE_DATE,
     NAME,
     1,
     0},
    {"dci2-v2.1",
     {{DCI, LIT("20150830T123600Z")}, {DCI, LIT("x")}},
     0,
     DCIAUTH_E_DUPLICATE_DATE,
     NAME,
     1,
     0},
    {"dci2-v2.1", {{AMZ, LIT("20150830T123600Z")}}, LOOSE, DCIAUTH_OK, DCIAUTH_FIELD_NONE, 0, 0},
    {"dci2-v2.1", {{DCI, LIT("2015830t123600z")}}, LOOSE, DCIAUTH_OK, DCIAUTH_FIELD_NONE, 0, 0},
    {"dci2-v2.1",
     {{DCI, LIT("x")}, {AMZ, LIT("20150830T123600Z")}},
     LOOSE,
     DCIAUTH_OK,
     DCIAUTH_FIELD_NONE,
     0,
     0},
    {"dci2-v2.1",
     {{DCI, LIT("x")}, {DCI, LIT("20150830T123600Z")}},
     LOOSE,
     DCIAUTH_OK,
     DCIAUTH_FIELD_NONE,
     0,
     0},
    {"dci2-v2.1",
     {{DCI, LIT("20150830T123600Z")}, {AMZ, LIT("x")}},
     LOOSE,
     DCIAUTH_E_MALFORMED_DATE,
     VALUE,
     1,
     0},
    {"dci2-v2.1",
     {{LIT("a"), LIT("b")}},
     LOOSE,
     DCIAUTH_E_MISSING_DATE,
     DCIAUTH_FIELD_HEADERS,
     0,
     0},
};

static void dates(void **state) {
  (void)state;
  for (size_t i = 0; i < NUM(cases); i++) {
    check_date(&cases[i], NOW, 0, cases[i].want);
  }
}

static void skew_is_inclusive_both_ways(void **state) {
  (void)state;
  static const struct {
    int64_t now, skew;
    dciauth_status want;
  } skews[] = {
      {NOW + 900, 0, DCIAUTH_OK},
      {NOW - 900, 0, DCIAUTH_OK},
      {NOW + 901, 0, DCIAUTH_E_SKEWED_PAST},
      {NOW - 901, 0, DCIAUTH_E_SKEWED_FUTURE},
      {NOW + 1, 1, DCIAUTH_OK},
      {NOW + 2, 1, DCIAUTH_E_SKEWED_PAST},
      {NOW - 2, 1, DCIAUTH_E_SKEWED_FUTURE},
      {INT64_MAX, 0, DCIAUTH_E_SKEWED_PAST},
      {INT64_MIN, 0, DCIAUTH_E_SKEWED_FUTURE},
      {INT64_MIN, INT64_MAX, DCIAUTH_E_SKEWED_FUTURE},
      {INT64_MAX, INT64_MAX, DCIAUTH_OK},
      {0, INT64_MAX, DCIAUTH_OK},
  };
  const date_case aws = {
      "aws4", {{AMZ, LIT("20150830T123600Z")}}, 0, DCIAUTH_OK, DCIAUTH_FIELD_NONE, 0, 0};
  const date_case dci = {
      "dci2-v2.1", {{DCI, LIT("20150830T123600Z")}}, 0, DCIAUTH_OK, DCIAUTH_FIELD_NONE, 0, 0};
  for (size_t i = 0; i < NUM(skews); i++) {
    check_date(&aws, skews[i].now, skews[i].skew, skews[i].want);
    check_date(&dci, skews[i].now, skews[i].skew, skews[i].want);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(dates),
      cmocka_unit_test(skew_is_inclusive_both_ways),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
