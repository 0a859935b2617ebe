/* SPDX-License-Identifier: Apache-2.0 */
/* test_claim.c - the strict reading of Authorization. Its refusals have a table of their own in
 * test_bad_auth.c. */
#include "claim.h"

#include <stdlib.h>

#include "support.h"

#define SIG "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
#define AWS_CREDENTIAL "Credential=AKID/20150830/us-east-1/iam/aws4_request"
#define HOST_DATE "SignedHeaders=host;x-amz-date"

static void check_claim(const char *name, const char *value) {
  dciauth_claim claim;
  dciauth_where where;
  dciauth_span exact = copy_exact(dciauth_str(value));
  check_status(dciauth_parse_authorization(row(name), exact, &claim, &where), DCIAUTH_OK, value,
               __FILE__, __LINE__);
  assert_span(claim.algorithm, S("AWS4-HMAC-SHA256"));
  assert_span(claim.access_key, S("AKID"));
  assert_span(claim.date, S("20150830"));
  assert_span(claim.region, S("us-east-1"));
  assert_span(claim.service, S("iam"));
  assert_span(claim.terminator, S("aws4_request"));
  assert_span(claim.scope, S("20150830/us-east-1/iam/aws4_request"));
  assert_span(claim.signed_headers, S("host;x-amz-date"));
  assert_span(claim.signature, S(SIG));
  assert_true(claim.signature.ptr >= exact.ptr && claim.signature.ptr < exact.ptr + exact.len);
  free((void *)(uintptr_t)exact.ptr);
}

static void aws_rows_take_any_order_and_blanks(void **state) {
  (void)state;
  static const char *const values[] = {
      "AWS4-HMAC-SHA256 " AWS_CREDENTIAL ", " HOST_DATE ", Signature=" SIG,
      "AWS4-HMAC-SHA256 " AWS_CREDENTIAL "," HOST_DATE ",Signature=" SIG,
      "AWS4-HMAC-SHA256 " AWS_CREDENTIAL ",  \t" HOST_DATE ",\tSignature=" SIG,
      "AWS4-HMAC-SHA256 Signature=" SIG ", " AWS_CREDENTIAL ", " HOST_DATE,
      "AWS4-HMAC-SHA256 " HOST_DATE ",Signature=" SIG ", " AWS_CREDENTIAL,
  };
  for (size_t i = 0; i < NUM(values); i++) {
    check_claim("aws4", values[i]);
    check_claim("aws4-s3", values[i]);
  }
}

static void dci_row_takes_six_parts(void **state) {
  (void)state;
  dciauth_claim claim;
  dciauth_where where;
  assert_ok(dciauth_parse_authorization(
      row("dci2-v2.1"),
      S("DCI2-HMAC-SHA256 Credential=remoteci/id/20240919/BHS3/api/dci2_request, "
        "SignedHeaders=host;x-dci-date, "
        "Signature=" SIG),
      &claim, &where));
  assert_span(claim.access_key, S("remoteci/id"));
  assert_span(claim.scope, S("20240919/BHS3/api/dci2_request"));
}

/* The claim is parsed without belief: any region, service and terminator, any eight digits for a
 * date. */
static void believes_nothing(void **state) {
  (void)state;
  dciauth_claim claim;
  dciauth_where where;
  assert_ok(dciauth_parse_authorization(
      row("aws4"),
      S("AWS4-HMAC-SHA256 Credential=a/99999999/=/\"/x, SignedHeaders=z, Signature=" SIG), &claim,
      &where));
  assert_span(claim.date, S("99999999"));
  assert_span(claim.region, S("="));
  assert_span(claim.terminator, S("x"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(aws_rows_take_any_order_and_blanks),
      cmocka_unit_test(dci_row_takes_six_parts),
      cmocka_unit_test(believes_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
