/* SPDX-License-Identifier: Apache-2.0 */
/* test_scope.c - the credential scope, access keys, and the string to sign. */
#include "scope.h"

#include "support.h"

#define SIXTY_FOUR "0123456789012345678901234567890123456789012345678901234567890123"

static void fills_defaults(void **state) {
  (void)state;
  dciauth_scope aws = {NOTHING, NOTHING, NOTHING, NOTHING, NOTHING};
  dciauth_scope dci = aws;
  scope_fill(row("aws4"), &aws);
  assert_span(aws.algorithm, S("AWS4-HMAC-SHA256"));
  assert_span(aws.terminator, S("aws4_request"));
  assert_span(aws.region, S(""));
  scope_fill(row("dci2-v2.1"), &dci);
  assert_span(dci.algorithm, S("DCI2-HMAC-SHA256"));
  assert_span(dci.terminator, S("dci2_request"));
  assert_span(dci.region, S("BHS3"));
  assert_span(dci.service, S("api"));
  dciauth_scope full = {S("a"), S("b"), S("c"), S("d"), S("e")};
  scope_fill(row("dci2-v2.1"), &full);
  assert_span(full.region, S("c"));
  assert_span(full.terminator, S("e"));
}

typedef struct {
  size_t part; /* of algorithm, date, region, service, terminator */
  const char *value;
  dciauth_status aws, dci;
  dciauth_field field;
  size_t offset;
} scope_case;

static void check_scope_case(const dciauth_profile *p, const scope_case *c, dciauth_status want) {
  dciauth_scope scope = {NOTHING, S("20150830"), S("r"), S("s"), NOTHING};
  scope_fill(p, &scope);
  dciauth_span *parts[5] = {&scope.algorithm, &scope.date, &scope.region, &scope.service,
                            &scope.terminator};
  *parts[c->part] = dciauth_str(c->value);
  dciauth_where where = {DCIAUTH_FIELD_NONE, 0, 0};
  check_status(scope_check(p, &scope, &where), want, c->value, __FILE__, __LINE__);
  if (want != DCIAUTH_OK) {
    bool fixed = want == DCIAUTH_E_BAD_ALGORITHM || want == DCIAUTH_E_SCOPE_TERMINATOR;
    check_where(where, c->field, 0, fixed ? 0 : c->offset, c->value, __FILE__, __LINE__);
  }
}

static void checks_parts(void **state) {
  (void)state;
  enum { ALGORITHM, DATE, REGION, SERVICE, TERMINATOR };
  static const scope_case cases[] = {
      {ALGORITHM, "AWS4-HMAC-SHA1", DCIAUTH_E_BAD_ALGORITHM, DCIAUTH_OK, DCIAUTH_FIELD_ALGORITHM,
       0},
      {ALGORITHM, "a b", DCIAUTH_E_BAD_ALGORITHM, DCIAUTH_E_MALFORMED_CREDENTIAL,
       DCIAUTH_FIELD_ALGORITHM, 1},
      {ALGORITHM, "", DCIAUTH_E_BAD_ALGORITHM, DCIAUTH_E_ARGUMENT, DCIAUTH_FIELD_ALGORITHM, 0},
      {DATE, "20150230", DCIAUTH_E_MALFORMED_DATE, DCIAUTH_E_MALFORMED_DATE,
       DCIAUTH_FIELD_DATESTAMP, 6},
      {DATE, "2015083", DCIAUTH_E_MALFORMED_DATE, DCIAUTH_E_MALFORMED_DATE, DCIAUTH_FIELD_DATESTAMP,
       7},
      {DATE, "201508300", DCIAUTH_E_MALFORMED_DATE, DCIAUTH_E_MALFORMED_DATE,
       DCIAUTH_FIELD_DATESTAMP, 8},
      {DATE, "2015x", DCIAUTH_E_MALFORMED_DATE, DCIAUTH_E_MALFORMED_DATE, DCIAUTH_FIELD_DATESTAMP,
       4},
      {DATE, "", DCIAUTH_E_MALFORMED_DATE, DCIAUTH_E_MALFORMED_DATE, DCIAUTH_FIELD_DATESTAMP, 0},
      {DATE, "2015083x", DCIAUTH_E_MALFORMED_DATE, DCIAUTH_E_MALFORMED_DATE,
       DCIAUTH_FIELD_DATESTAMP, 7},
      {REGION, "", DCIAUTH_E_ARGUMENT, DCIAUTH_E_ARGUMENT, DCIAUTH_FIELD_REGION, 0},
      {REGION, "a/b", DCIAUTH_E_MALFORMED_CREDENTIAL, DCIAUTH_E_MALFORMED_CREDENTIAL,
       DCIAUTH_FIELD_REGION, 1},
      {REGION, "a,", DCIAUTH_E_MALFORMED_CREDENTIAL, DCIAUTH_E_MALFORMED_CREDENTIAL,
       DCIAUTH_FIELD_REGION, 1},
      {REGION, "a\n", DCIAUTH_E_MALFORMED_CREDENTIAL, DCIAUTH_E_MALFORMED_CREDENTIAL,
       DCIAUTH_FIELD_REGION, 1},
      {REGION, "\xc3\xa9", DCIAUTH_E_MALFORMED_CREDENTIAL, DCIAUTH_E_MALFORMED_CREDENTIAL,
       DCIAUTH_FIELD_REGION, 0},
      {REGION, SIXTY_FOUR, DCIAUTH_OK, DCIAUTH_OK, DCIAUTH_FIELD_REGION, 0},
      {REGION, SIXTY_FOUR "x", DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_E_LIMIT_EXCEEDED,
       DCIAUTH_FIELD_REGION, 64},
      {SERVICE, "", DCIAUTH_E_ARGUMENT, DCIAUTH_E_ARGUMENT, DCIAUTH_FIELD_SERVICE, 0},
      {SERVICE, "s3 ", DCIAUTH_E_MALFORMED_CREDENTIAL, DCIAUTH_E_MALFORMED_CREDENTIAL,
       DCIAUTH_FIELD_SERVICE, 2},
      {SERVICE, SIXTY_FOUR "x", DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_E_LIMIT_EXCEEDED,
       DCIAUTH_FIELD_SERVICE, 64},
      {TERMINATOR, "AWS4_REQUEST", DCIAUTH_E_SCOPE_TERMINATOR, DCIAUTH_OK, DCIAUTH_FIELD_TERMINATOR,
       0},
      {TERMINATOR, "a/b", DCIAUTH_E_SCOPE_TERMINATOR, DCIAUTH_E_MALFORMED_CREDENTIAL,
       DCIAUTH_FIELD_TERMINATOR, 1},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    check_scope_case(row("aws4"), &cases[i], cases[i].aws);
    check_scope_case(row("aws4-s3"), &cases[i], cases[i].aws);
    check_scope_case(row("dci2-v2.1"), &cases[i], cases[i].dci);
  }
}

static void checks_access_keys(void **state) {
  (void)state;
  enum { FINE = -1 };
  static const struct {
    const char *key;
    int aws, dci; /* FINE, or the offset of the error */
  } cases[] = {
      {"AKIDEXAMPLE", FINE, 11},
      {"a/b", 1, FINE},
      {"a/b/c", 1, 3},
      {"/b", 0, 0},
      {"a/", 1, 2},
      {"a//b", 1, 2},
      {"a,b", 1, 1},
      {"a b/c", 1, 1},
      {"a/b\x7f", 1, 3},
      {"a\n", 1, 1},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    for (size_t p = 0; p < NUM_KINDS; p++) {
      int offset = p == 2 ? cases[i].dci : cases[i].aws;
      dciauth_where where;
      dciauth_status status = access_key_check(kind(p), dciauth_str(cases[i].key), &where);
      check_status(status, offset == FINE ? DCIAUTH_OK : DCIAUTH_E_MALFORMED_CREDENTIAL,
                   cases[i].key, __FILE__, __LINE__);
      if (offset != FINE) {
        check_where(where, DCIAUTH_FIELD_ACCESS_KEY, 0, (size_t)offset, cases[i].key, __FILE__,
                    __LINE__);
      }
    }
  }
  dciauth_where where;
  assert_status(access_key_check(row("aws4"), NOTHING, &where), DCIAUTH_E_ARGUMENT);
  assert_where(where, DCIAUTH_FIELD_ACCESS_KEY, 0, 0);
  assert_ok(access_key_check(row("aws4"), S(SIXTY_FOUR SIXTY_FOUR), &where));
  assert_status(access_key_check(row("aws4"), S(SIXTY_FOUR SIXTY_FOUR "x"), &where),
                DCIAUTH_E_LIMIT_EXCEEDED);
  assert_where(where, DCIAUTH_FIELD_ACCESS_KEY, 0, 128);
}

#define LINES "AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/us-east-1/service/aws4_request\n"

static void string_to_sign(void **state) {
  (void)state;
  const dciauth_scope scope = {NOTHING, NOTHING, S("us-east-1"), S("service"), NOTHING};
  dciauth_text out;
  work_block b = block_new(16 + 7 + 9 + 512, 0);
  assert_ok(
      dciauth_string_to_sign(row("aws4"), &scope, S("20150830T123600Z"), NOTHING, b.work, &out));
  assert_span(out.text, S(LINES EMPTY_HASH));
  const dciauth_scope odd = {S("X"), S("20100101"), S("r"), S("s"), S("t")};
  assert_ok(dciauth_string_to_sign(row("dci2-v2.1"), &odd, S("20150830T123600Z"), S("abc"), b.work,
                                   &out));
  assert_span(out.text, S("X\n20150830T123600Z\n20100101/r/s/t\n"
                          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  assert_status(
      dciauth_string_to_sign(row("aws4"), &scope, S("20150830T123660Z"), NOTHING, b.work, &out),
      DCIAUTH_E_MALFORMED_DATE);
  assert_where(out.where, DCIAUTH_FIELD_TIMESTAMP, 0, 13);
  assert_status(
      dciauth_string_to_sign(row("aws4"), &odd, S("20150830T123600Z"), NOTHING, b.work, &out),
      DCIAUTH_E_BAD_ALGORITHM);
  block_free(&b);
}

/* The header promises the lengths of timestamp and scope parts, plus 512; every lesser size is an
 * error or enough. */
static void string_to_sign_in_any_work(void **state) {
  (void)state;
  const dciauth_scope scope = {NOTHING, NOTHING, S("us-east-1"), S("service"), NOTHING};
  for (size_t len = 0; len <= 16 + 9 + 7 + 512; len++) {
    dciauth_text out;
    work_block b = block_new(len, len % 16);
    dciauth_status status =
        dciauth_string_to_sign(row("aws4"), &scope, S("20150830T123600Z"), NOTHING, b.work, &out);
    assert_status(status, len < sizeof LINES - 1 + 64 ? DCIAUTH_E_SPACE : DCIAUTH_OK);
    if (status == DCIAUTH_OK) {
      assert_span(out.text, S(LINES EMPTY_HASH));
    } else {
      assert_zero(out);
    }
    block_free(&b);
  }
}

static void hashes_nothing_when_full(void **state) {
  (void)state;
  const dciauth_scope scope = {S("A"), S("20150830"), S("r"), S("s"), S("t")};
  work_block block = block_new(4, 0);
  buf b = buf_of(block.work);
  dciauth_span text = NOTHING;
  put_text(&b, "12345");
  assert_status(put_string_to_sign(row("aws4"), &scope, S("T"), NOTHING, NULL, &b, &text),
                DCIAUTH_E_SPACE);
  assert_int_equal(text.len, 0);
  assert_int_equal(scope_bound(&scope, S("T")), 1 + 1 + 8 + 1 + 1 + 1 + 3 + 3 + 64);
  block_free(&block);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(fills_defaults),
      cmocka_unit_test(checks_parts),
      cmocka_unit_test(checks_access_keys),
      cmocka_unit_test(string_to_sign),
      cmocka_unit_test(string_to_sign_in_any_work),
      cmocka_unit_test(hashes_nothing_when_full),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
