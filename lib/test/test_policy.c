/* SPDX-License-Identifier: Apache-2.0 */
/* test_policy.c - coverage and scope, each alone. */
#include "policy.h"

#include "support.h"

/* names and headers are written as one string each, joined by ';'. */
typedef struct {
  const char *row, *headers, *names, *must_sign;
  unsigned allow;
  dciauth_status want;
  dciauth_field field;
  size_t index;
} coverage_case;

static size_t split(const char *text, dciauth_span *out) {
  size_t num = 0;
  dciauth_span rest = dciauth_str(text);
  while (rest.len > 0) {
    span_cut_result cut = span_cut(rest, ';');
    out[num++] = cut.head;
    rest = cut.tail;
  }
  return num;
}

static void check_coverage(const coverage_case *c) {
  dciauth_span spans[8];
  dciauth_pair lines[8];
  dciauth_span listed[8];
  signed_name signed_names[8];
  dciauth_where where = {DCIAUTH_FIELD_NONE, 0, 0};
  dciauth_policy policy;
  memset(&policy, 0, sizeof policy);
  size_t num = split(c->headers, spans);
  for (size_t i = 0; i < num; i++) {
    lines[i] = (dciauth_pair){spans[i], S("v")};
  }
  name_list names = {.names = signed_names, .num = split(c->names, listed)};
  for (size_t i = 0; i < names.num; i++) {
    signed_names[i] = (signed_name){listed[i], NULL};
  }
  dciauth_span must = dciauth_str(c->must_sign);
  policy.must_sign = &must;
  policy.num_must_sign = must.len > 0 ? 1 : 0;
  policy.allow = c->allow;
  work_block block = block_new(4096, 0);
  buf b = buf_of(block.work);
  header_list list;
  assert_ok(headers_collect(lines, num, NULL, 0, &b, &list, &where));
  bool dci = strcmp(c->row, "dci2-v2.1") == 0;
  join_rule join = dci ? HEADERS_REFUSE : HEADERS_JOIN;
  check_status(policy_coverage(row(c->row), &policy, join, &list, &names, &where), c->want,
               c->headers, __FILE__, __LINE__);
  check_where(where, c->field, c->index, 0, c->headers, __FILE__, __LINE__);
  block_free(&block);
}

static void coverage(void **state) {
  (void)state;
  enum { UNCOVERED = DCIAUTH_ALLOW_UNCOVERED };
  static const coverage_case cases[] = {
      {"aws4", "host;x-amz-date", "host;x-amz-date", "", 0, DCIAUTH_OK, DCIAUTH_FIELD_NONE, 0},
      {"aws4", "host;x-amz-date", "x-amz-date", "", 0, DCIAUTH_E_HOST_NOT_SIGNED,
       DCIAUTH_FIELD_SIGNED_HEADERS, 0},
      {"aws4", "ahost;x-forwarded-host;host", "ahost;x-forwarded-host", "", 0,
       DCIAUTH_E_HOST_NOT_SIGNED, DCIAUTH_FIELD_SIGNED_HEADERS, 0},
      {"aws4", "host;x-amz-date", "host", "", 0, DCIAUTH_E_HEADER_NOT_SIGNED,
       DCIAUTH_FIELD_HEADER_NAME, 1},
      {"aws4", "x-amz-acl;host;x-amz-date", "host;x-amz-date", "", 0, DCIAUTH_E_HEADER_NOT_SIGNED,
       DCIAUTH_FIELD_HEADER_NAME, 0},
      {"aws4", "host;X-AMZ-Copy-Source;x-amz-date", "host;x-amz-date", "", 0,
       DCIAUTH_E_HEADER_NOT_SIGNED, DCIAUTH_FIELD_HEADER_NAME, 1},
      {"aws4", "host;X-Amz-;x-amz-date", "host;x-amz-date", "", 0, DCIAUTH_E_HEADER_NOT_SIGNED,
       DCIAUTH_FIELD_HEADER_NAME, 1},
      {"aws4", "host;x-amz-security-token;x-amz-date", "host;x-amz-date", "", 0,
       DCIAUTH_E_HEADER_NOT_SIGNED, DCIAUTH_FIELD_HEADER_NAME, 1},
      {"aws4", "host;X-Amz-Content-SHA256;x-amz-date", "host;x-amz-date", "", 0, DCIAUTH_OK,
       DCIAUTH_FIELD_NONE, 0},
      {"aws4-s3", "host;x-amz-content-sha256", "host", "", 0, DCIAUTH_OK, DCIAUTH_FIELD_NONE, 0},
      {"aws4", "host;x-amzn-trace-id;range;xamz_acl;x-dci-date", "host", "", 0, DCIAUTH_OK,
       DCIAUTH_FIELD_NONE, 0},
      {"aws4", "host;x_amz_acl", "host", "", 0, DCIAUTH_E_HEADER_NOT_SIGNED,
       DCIAUTH_FIELD_HEADER_NAME, 1},
      {"aws4-s3", "host;x-amz_copy-source", "host", "", 0, DCIAUTH_E_HEADER_NOT_SIGNED,
       DCIAUTH_FIELD_HEADER_NAME, 1},
      {"aws4", "host;x_amz_content_sha256", "host", "", 0, DCIAUTH_E_HEADER_NOT_SIGNED,
       DCIAUTH_FIELD_HEADER_NAME, 1},
      {"aws4", "host;x_amz_acl", "host;x_amz_acl", "", 0, DCIAUTH_OK, DCIAUTH_FIELD_NONE, 0},
      {"dci2-v2.1", "host;x_dci_foo;x-dci", "host", "", 0, DCIAUTH_E_HEADER_NOT_SIGNED,
       DCIAUTH_FIELD_HEADER_NAME, 1},
      {"aws4", "host", "host;range", "", 0, DCIAUTH_E_SIGNED_HEADER_MISSING,
       DCIAUTH_FIELD_SIGNED_HEADERS, 1},
      {"aws4", "host;range", "host", "range", 0, DCIAUTH_E_HEADER_NOT_SIGNED, DCIAUTH_FIELD_POLICY,
       0},
      {"aws4", "host", "host", "range", 0, DCIAUTH_E_HEADER_NOT_SIGNED, DCIAUTH_FIELD_POLICY, 0},
      {"aws4", "host;range", "host;range", "range", 0, DCIAUTH_OK, DCIAUTH_FIELD_NONE, 0},
      {"aws4", "host;a;a", "a;host", "", 0, DCIAUTH_OK, DCIAUTH_FIELD_NONE, 0},
      {"aws4", "x-amz-date", "x-amz-date", "", UNCOVERED, DCIAUTH_OK, DCIAUTH_FIELD_NONE, 0},
      {"aws4", "range", "range", "host", UNCOVERED, DCIAUTH_E_HEADER_NOT_SIGNED,
       DCIAUTH_FIELD_POLICY, 0},
      {"dci2-v2.1", "host;x-dci-date;x-amz-acl", "host;x-dci-date", "", 0, DCIAUTH_OK,
       DCIAUTH_FIELD_NONE, 0},
      {"dci2-v2.1", "host;x-dci-date", "host", "", 0, DCIAUTH_E_HEADER_NOT_SIGNED,
       DCIAUTH_FIELD_HEADER_NAME, 1},
      {"dci2-v2.1", "host;x-dci-date;X-DCI-Foo", "host;x-dci-date", "", 0,
       DCIAUTH_E_HEADER_NOT_SIGNED, DCIAUTH_FIELD_HEADER_NAME, 2},
      {"dci2-v2.1", "host;a;a", "a;host", "", 0, DCIAUTH_E_MALFORMED_HEADER,
       DCIAUTH_FIELD_HEADER_NAME, 2},
      {"dci2-v2.1", "host;a;a", "host", "", 0, DCIAUTH_OK, DCIAUTH_FIELD_NONE, 0},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    check_coverage(&cases[i]);
  }
}

static void scopes(void **state) {
  (void)state;
  const dciauth_profile *aws = row("aws4");
  dciauth_policy policy;
  dciauth_claim claim;
  dciauth_where where;
  memset(&policy, 0, sizeof policy);
  memset(&claim, 0, sizeof claim);
  policy.region = S("us-east-1");
  policy.service = S("s3");
  claim.date = S("20150830");
  claim.region = S("us-east-1");
  claim.service = S("s3");
  claim.terminator = S("aws4_request");
  dciauth_span timestamp = S("20150830T000000Z");
  assert_ok(policy_scope(aws, &policy, &claim, timestamp, &where));
  claim.terminator = S("aws4_request_");
  assert_status(policy_scope(aws, &policy, &claim, timestamp, &where), DCIAUTH_E_SCOPE_TERMINATOR);
  assert_where(where, DCIAUTH_FIELD_TERMINATOR, 0, 0);
  claim.service = S("S3");
  assert_status(policy_scope(aws, &policy, &claim, timestamp, &where), DCIAUTH_E_SCOPE_SERVICE);
  assert_where(where, DCIAUTH_FIELD_SERVICE, 0, 0);
  claim.region = S("us-east-10");
  assert_status(policy_scope(aws, &policy, &claim, timestamp, &where), DCIAUTH_E_SCOPE_REGION);
  assert_where(where, DCIAUTH_FIELD_REGION, 0, 0);
  claim.date = S("20150829");
  assert_status(policy_scope(aws, &policy, &claim, timestamp, &where),
                DCIAUTH_E_SCOPE_DATE_MISMATCH);
  assert_where(where, DCIAUTH_FIELD_DATESTAMP, 0, 0);
  policy.allow = DCIAUTH_ALLOW_ANY_SCOPE;
  assert_ok(policy_scope(aws, &policy, &claim, timestamp, &where));
  memset(&policy, 0, sizeof policy);
  const dciauth_claim dci = {S("x"),    S("a/b"), S("20150830"),
                             S("BHS3"), S("api"), S("dci2_request"),
                             NOTHING,   NOTHING,  NOTHING};
  assert_ok(policy_scope(row("dci2-v2.1"), &policy, &dci, timestamp, &where));
}

/* The Authorization that counts, or the first thing that speaks against one. */
static void authorizations(void **state) {
  (void)state;
  const dciauth_pair lines[] = {
      {S("Authorization"), S("1")}, {S("b"), S("2")}, {S("AUTHORIZATION"), S("3")}};
  work_block block = block_new(4096, 0);
  buf b = buf_of(block.work);
  header_list none, one, two;
  query_args plain, twice;
  const header_item *line;
  dciauth_where where;
  assert_ok(headers_collect(lines + 1, 1, NULL, 0, &b, &none, &where));
  assert_ok(headers_collect(lines + 1, 2, NULL, 0, &b, &one, &where));
  assert_ok(headers_collect(lines, 3, NULL, 0, &b, &two, &where));
  assert_ok(canon_query(row("aws4"), S("X-Amz-Date=1"), DCIAUTH_REPEAT_ROW, 0, &b, &plain, &where));
  assert_ok(canon_query(row("aws4"), S("z&x-amz-SIGNATURE=1"), DCIAUTH_REPEAT_ROW, 0, &b, &twice,
                        &where));
  const dciauth_profile *aws = row("aws4");
  assert_status(policy_authorization(aws, false, &none, &twice, &line, &where), DCIAUTH_E_NO_AUTH);
  assert_where(where, DCIAUTH_FIELD_HEADERS, 0, 0);
  assert_ok(policy_authorization(aws, false, &one, &plain, &line, &where));
  assert_span(line->pair->value, S("3"));
  assert_status(policy_authorization(aws, false, &one, &twice, &line, &where),
                DCIAUTH_E_MULTIPLE_AUTH);
  assert_where(where, DCIAUTH_FIELD_TARGET, 0, 0);
  assert_status(policy_authorization(aws, false, &two, &plain, &line, &where),
                DCIAUTH_E_DUPLICATE_AUTHORIZATION);
  assert_where(where, DCIAUTH_FIELD_HEADER_NAME, 2, 0);
  assert_ok(policy_authorization(aws, true, &two, &plain, &line, &where));
  assert_span(line->pair->value, S("3"));
  block_free(&block);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(coverage),
      cmocka_unit_test(scopes),
      cmocka_unit_test(authorizations),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
