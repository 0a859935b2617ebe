/* SPDX-License-Identifier: Apache-2.0 */
/* test_policy_http_date.c - the Date header in the place of the dialect's own, through a whole
 * verification. */
#include <stdio.h>

#include "support.h"

#define ALLOW(name) ((unsigned)DCIAUTH_ALLOW_##name)
#define HTTP_DATE "Sun, 30 Aug 2015 12:36:00 GMT"
#define SCOPE "20150830/us-east-1/service/aws4_request"

/* dated is a request that has Date in the place of X-Amz-Date, signed by hand: what is signed is
 * the header, and in the string to sign the form of the dialect. */
typedef struct {
  dciauth_pair headers[4];
  dciauth_request request;
  char authorization[256];
} dated;

static void sign_dated(dated *d, const char *canonical, const char *names) {
  const dciauth_profile *p = row("aws4");
  const dciauth_scope scope = {
      .date = S("20150830"), .region = S("us-east-1"), .service = S("service")};
  uint8_t work[1024];
  char signature[64];
  dciauth_text text;
  dciauth_key key;
  assert_ok(dciauth_key_derive(p, S(SECRET), &scope, &key));
  assert_ok(dciauth_string_to_sign(p, &scope, S("20150830T123600Z"), dciauth_str(canonical),
                                   (dciauth_work){work, sizeof work}, &text));
  assert_ok(dciauth_signature(&key, text.text, signature));
  snprintf(d->authorization, sizeof d->authorization,
           "AWS4-HMAC-SHA256 Credential=A/" SCOPE ", SignedHeaders=%s, Signature=%.64s", names,
           signature);
  d->headers[0] = (dciauth_pair){S("Host"), S("h")};
  d->headers[1] = (dciauth_pair){S("Authorization"), dciauth_str(d->authorization)};
  d->headers[2] = (dciauth_pair){S("Date"), S(HTTP_DATE)};
  d->request = (dciauth_request){
      .method = S("GET"), .target = S("/"), .headers = d->headers, .num_headers = 3};
}

static dciauth_status verify_dated(const dated *d, unsigned allow, dciauth_where *where) {
  dciauth_verdict v;
  const dciauth_policy policy = {.region = S("us-east-1"), .service = S("service"), .allow = allow};
  dciauth_credential credential = {.secret_key = S(SECRET)};
  work_block b = block_new(dciauth_verify_bound(row("aws4"), &d->request), 0);
  dciauth_status status = dciauth_verify(row("aws4"), &d->request, &policy, SAMPLE_NOW,
                                         sample_lookup, &credential, b.work, &v);
  *where = v.where;
  block_free(&b);
  return status;
}

#define SIGNED "GET\n/\n\ndate:" HTTP_DATE "\nhost:h\n\ndate;host\n" EMPTY_HASH
#define UNSIGNED "GET\n/\n\nhost:h\n\nhost\n" EMPTY_HASH

static void date_in_the_place_of_the_own_header(void **state) {
  (void)state;
  dated d;
  dciauth_where where;
  sign_dated(&d, SIGNED, "date;host");
  assert_status(verify_dated(&d, 0, &where), DCIAUTH_E_MISSING_DATE);
  assert_ok(verify_dated(&d, ALLOW(HTTP_DATE), &where));
  d.headers[3] = (dciauth_pair){S("Date"), S(HTTP_DATE)};
  d.request.num_headers = 4;
  assert_status(verify_dated(&d, ALLOW(HTTP_DATE), &where), DCIAUTH_E_DUPLICATE_DATE);
  assert_where(where, DCIAUTH_FIELD_HEADER_NAME, 3, 0);
  d.request.num_headers = 3;
  d.headers[2].value = S("Sun, 30 Aug 2015 12:36:01 GMT");
  assert_status(verify_dated(&d, ALLOW(HTTP_DATE), &where), DCIAUTH_E_SIGNATURE_MISMATCH);
  d.headers[2].value = S(" Sun, 30 Aug 2015 12:37 GMT");
  assert_status(verify_dated(&d, ALLOW(HTTP_DATE), &where), DCIAUTH_E_MALFORMED_DATE);
  assert_where(where, DCIAUTH_FIELD_HEADER_VALUE, 2, 23);
  d.headers[2].value = S("Sun, 30 Aug 2015 11:00:00 GMT");
  assert_status(verify_dated(&d, ALLOW(HTTP_DATE), &where), DCIAUTH_E_SKEWED_PAST);
  d.request.num_headers = 2;
  assert_status(verify_dated(&d, ALLOW(HTTP_DATE), &where), DCIAUTH_E_SIGNED_HEADER_MISSING);
}

static void date_must_be_signed_then(void **state) {
  (void)state;
  dated d;
  dciauth_where where;
  sign_dated(&d, UNSIGNED, "host");
  assert_status(verify_dated(&d, ALLOW(HTTP_DATE), &where), DCIAUTH_E_HEADER_NOT_SIGNED);
  assert_where(where, DCIAUTH_FIELD_HEADER_NAME, 2, 0);
  assert_ok(verify_dated(&d, ALLOW(HTTP_DATE) | ALLOW(UNCOVERED), &where));
  d.request.num_headers = 2;
  assert_status(verify_dated(&d, ALLOW(HTTP_DATE), &where), DCIAUTH_E_MISSING_DATE);
}

/* The dialect's own header counts as ever; Date is then a header like any other. */
static void the_own_header_goes_first(void **state) {
  (void)state;
  dated d;
  dciauth_where where;
  sign_dated(&d, SIGNED, "date;host");
  d.headers[3] = (dciauth_pair){S("X-Amz-Date"), S("20150830T123600Z")};
  d.request.num_headers = 4;
  assert_status(verify_dated(&d, ALLOW(HTTP_DATE), &where), DCIAUTH_E_HEADER_NOT_SIGNED);
  assert_where(where, DCIAUTH_FIELD_HEADER_NAME, 3, 0);
  d.headers[3].value = S("x");
  assert_status(verify_dated(&d, ALLOW(HTTP_DATE) | ALLOW(UNCOVERED), &where),
                DCIAUTH_E_MALFORMED_DATE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(date_in_the_place_of_the_own_header),
      cmocka_unit_test(date_must_be_signed_then),
      cmocka_unit_test(the_own_header_goes_first),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
