/* SPDX-License-Identifier: Apache-2.0 */
/* test_claim_loose.c - Authorization as python-dciauth 2.1.7 reads it: each row of the table is
 * what its parse_headers made of the same text. */
#include "claim.h"

#include "support.h"

typedef struct {
  const char *value;
  dciauth_status status;
  const char *key, *names, *signature;
} loose_case;

static void reads_what_python_reads(void **state) {
  (void)state;
  static const loose_case cases[] = {
      {"A Credential=t/i/d/r/s/q, SignedHeaders=h, Signature=x", DCIAUTH_OK, "t/i", "h", "x"},
      {"A Credential=t/i/d/r/s/q, SignedHeaders=h, x", DCIAUTH_OK, "t/i", "h", "x"},
      {"A Credential=t/i/d/r/s/q, SignedHeaders=h, Signature=Signature=xSignature=y", DCIAUTH_OK,
       "t/i", "h", "xy"},
      {"A fooCredential=t/i/d/r/s/q,bar SignedHeaders=h, Signature=x", DCIAUTH_OK, "t/i", "h", "x"},
      {" Credential=t/i/d/r/s/q, SignedHeaders=h, ", DCIAUTH_OK, "t/i", "h", ""},
      {"A Credential=/////, SignedHeaders=, Signature=", DCIAUTH_OK, "/", "", ""},
      {"A Credential=t/i/d/r/s/q, h, x", DCIAUTH_OK, "t/i", "", "x"},
      {"A Credential=t/i/d/r/s/q, SignedHeaders=h x", DCIAUTH_OK, "t/i", "", "x"},
      {"A Credential=Credential=t/i/d/r/s/q, SignedHeaders=h, x", DCIAUTH_OK, "Credential=t/i", "h",
       "x"},
      {"A t/i/d/r/s/q, SignedHeaders=h, x", DCIAUTH_E_MALFORMED_CREDENTIAL, "", "h", "x"},
      {"A Credential=t/i/d/r/s/q SignedHeaders=h, x", DCIAUTH_E_MALFORMED_CREDENTIAL, "", "h", "x"},
      {"A Credential=i/d/r/s/q, SignedHeaders=h, x", DCIAUTH_E_MALFORMED_CREDENTIAL, "", "h", "x"},
      {"A Credential=t/t/i/d/r/s/q, SignedHeaders=h, x", DCIAUTH_E_MALFORMED_CREDENTIAL, "", "h",
       "x"},
      {"A Credential=t/i/d/r/s/q, SignedHeaders=h", DCIAUTH_E_MALFORMED_AUTH_HEADER, "", "", ""},
      {"A Credential=t/i/d/r/s/q, SignedHeaders=h, x ", DCIAUTH_E_MALFORMED_AUTH_HEADER, "", "",
       ""},
      {"A  Credential=t/i/d/r/s/q, SignedHeaders=h, x", DCIAUTH_E_MALFORMED_AUTH_HEADER, "", "",
       ""},
      {"", DCIAUTH_E_MALFORMED_AUTH_HEADER, "", "", ""},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    const loose_case *c = &cases[i];
    dciauth_span value = dciauth_str(c->value);
    dciauth_claim claim;
    dciauth_where where;
    work_block block = block_new(value.len + TAKE_SLACK, i % 16);
    buf b = buf_of(block.work);
    check_status(claim_parse_loose(value, &b, &claim, &where), c->status, c->value, __FILE__,
                 __LINE__);
    check_span(claim.access_key, dciauth_str(c->key), c->value, __FILE__, __LINE__);
    check_span(claim.signed_headers, dciauth_str(c->names), c->value, __FILE__, __LINE__);
    check_span(claim.signature, dciauth_str(c->signature), c->value, __FILE__, __LINE__);
    block_free(&block);
  }
}

static void fills_the_scope(void **state) {
  (void)state;
  dciauth_claim claim;
  dciauth_where where;
  work_block block = block_new(200, 0);
  buf b = buf_of(block.work);
  assert_ok(claim_parse_loose(S("ALG Credential=t/i/d/r/s/q, SignedHeaders=h, Signature=x"), &b,
                              &claim, &where));
  assert_span(claim.algorithm, S("ALG"));
  assert_span(claim.date, S("d"));
  assert_span(claim.region, S("r"));
  assert_span(claim.service, S("s"));
  assert_span(claim.terminator, S("q"));
  assert_span(claim.scope, S("d/r/s/q"));
  assert_status(claim_parse_loose(S("ALG x SignedHeaders=h, x"), &b, &claim, &where),
                DCIAUTH_E_MALFORMED_CREDENTIAL);
  assert_where(where, DCIAUTH_FIELD_HEADER_VALUE, 0, 4);
  block_free(&block);
}

static void says_when_there_is_no_room(void **state) {
  (void)state;
  dciauth_claim claim;
  dciauth_where where;
  work_block block = block_new(10, 0);
  buf b = buf_of(block.work);
  assert_status(claim_parse_loose(S("A Credential=t/i/d/r/s/q, SignedHeaders=h, Signature=x"), &b,
                                  &claim, &where),
                DCIAUTH_E_SPACE);
  block_free(&block);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_what_python_reads),
      cmocka_unit_test(fills_the_scope),
      cmocka_unit_test(says_when_there_is_no_room),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
