/* SPDX-License-Identifier: Apache-2.0 */
/* test_bad_auth.c - malformed Authorization headers: status and offset in the aws rows and in the
 * dci row. Each text holds %A for the algorithm, %C for a good credential and %S for a good
 * signature. */
#include <stdio.h>

#include "support.h"

#define SIG "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"

typedef struct {
  const char *text;
  dciauth_status aws, dci;
  const char *at; /* the bytes where the error is, in the text once expanded; NULL: its end */
  size_t skip;    /* bytes behind that */
} auth_case;

static void expand(const char *text, bool dci, char out[512]) {
  const char *algorithm = dci ? "DCI2-HMAC-SHA256" : "AWS4-HMAC-SHA256";
  const char *credential = dci ? "Credential=a/b/20150830/us-east-1/service/dci2_request"
                               : "Credential=a/20150830/us-east-1/service/aws4_request";
  size_t at = 0;
  for (; *text != '\0'; text++) {
    const char *part = NULL;
    if (*text == '%') {
      text++;
      part = *text == 'A'   ? algorithm
             : *text == 'C' ? credential
             : *text == 'K' ? (dci ? "a/b" : "a")
                            : SIG;
    }
    int len = part == NULL ? snprintf(out + at, 512 - at, "%c", *text)
                           : snprintf(out + at, 512 - at, "%s", part);
    at += (size_t)len;
    assert_true(at < 512);
  }
  out[at] = '\0';
}

#define ALGORITHM DCIAUTH_E_BAD_ALGORITHM
#define MALFORMED DCIAUTH_E_MALFORMED_AUTH_HEADER
#define MISSING DCIAUTH_E_MISSING_AUTH_PARAM
#define DUPLICATE DCIAUTH_E_DUPLICATE_AUTH_PARAM
#define CREDENTIAL DCIAUTH_E_MALFORMED_CREDENTIAL
#define NAMES DCIAUTH_E_SIGNED_HEADERS_MALFORMED
#define SIGNATURE DCIAUTH_E_SIGNATURE_MALFORMED
#define BOTH(status) status, status
#define CRED(credential) "%A Credential=" credential ", SignedHeaders=host, Signature=%S"
#define LISTED(names) "%A %C, SignedHeaders=" names ", Signature=%S"

static const auth_case cases[] = {
    {"%A %C, SignedHeaders=host, Signature=%S", BOTH(DCIAUTH_OK), "", 0},
    {"", BOTH(ALGORITHM), "", 0},
    {"Basic abc", BOTH(ALGORITHM), "Basic", 0},
    {"%AX %C, SignedHeaders=host, Signature=%S", BOTH(ALGORITHM), "%A", 0},
    {"x%A %C, SignedHeaders=host, Signature=%S", BOTH(ALGORITHM), "x", 0},
    {"AWS4-HMAC-SHA1 %C, SignedHeaders=host, Signature=%S", BOTH(ALGORITHM), "AWS4", 0},
    {"aws4-hmac-sha256 %C, SignedHeaders=host, Signature=%S", BOTH(ALGORITHM), "aws4", 0},
    {"%A\t%C, SignedHeaders=host, Signature=%S", BOTH(ALGORITHM), "%A", 0},
    {" %A %C, SignedHeaders=host, Signature=%S", BOTH(ALGORITHM), " ", 0},
    {"%A", BOTH(MISSING), NULL, 0},
    {"%A ", BOTH(MISSING), NULL, 0},
    {"%A  %C, SignedHeaders=host, Signature=%S", BOTH(MALFORMED), "  Cred", 1},
    {"%A %C; SignedHeaders=host; Signature=%S", BOTH(MISSING), NULL, 0},
    {"%A %C, SignedHeaders=host", BOTH(MISSING), NULL, 0},
    {"%A %C, Signature=%S", BOTH(MISSING), NULL, 0},
    {"%A SignedHeaders=host, Signature=%S", BOTH(MISSING), NULL, 0},
    {"%A %C, SignedHeaders=, Signature=%S", BOTH(MISSING), NULL, 0},
    {"%A %C, SignedHeaders=host, Signature=", BOTH(MISSING), NULL, 0},
    {"%A Credential=, SignedHeaders=host, Signature=%S", BOTH(MISSING), NULL, 0},
    {"%A %C, SignedHeaders=host, Signature=%S, Signature=%S", BOTH(DUPLICATE),
     "Signature=%S, Signature", 12 + 64},
    {"%A %C, %C, SignedHeaders=host, Signature=%S", BOTH(DUPLICATE), "%C, S", 0},
    {"%A %C, SignedHeaders=host, SignedHeaders=host, Signature=%S", BOTH(DUPLICATE),
     "host, SignedHeaders", 6},
    {"%A %C, SignedHeaders=host, Signature=%S, Signature=0, Signature=1", BOTH(DUPLICATE),
     "Signature=0, ", 0},
    {"%A %C, SignedHeaders=host, Signature=, Signature=%S", BOTH(MISSING), NULL, 0},
    {"%A %C, SignedHeaders=host, Signature=%S, Signature=", BOTH(MISSING), NULL, 0},
    {"%A %C, SignedHeaders=host, Signature=%S, Signature=0, x", BOTH(MALFORMED), ", x", 2},
    {"%A %C, SignedHeaders=host, Signature=%S, Foo=1", BOTH(MALFORMED), "Foo", 0},
    {"%A %C, SignedHeaders=host, Signature=%S, %A %C", BOTH(MALFORMED), ", %A", 2},
    {"%A credential=x, SignedHeaders=host, Signature=%S", BOTH(MALFORMED), "credential", 0},
    {"%A %C, SignedHeaders=host, %S", BOTH(MALFORMED), "host, ", 6},
    {"%A %C, SignedHeaders=host, Signature %S", BOTH(MALFORMED), "Signature ", 0},
    {"%A %C, SignedHeaders=host, Signature=%S,", BOTH(MALFORMED), NULL, (size_t)-1},
    {"%A %C, SignedHeaders=host, Signature=%S, ", BOTH(MALFORMED), NULL, (size_t)-2},
    {"%A %C, x, SignedHeaders=host, Signature=%S", BOTH(MALFORMED), ", x, ", 2},
    {"%A , %C, SignedHeaders=host, Signature=%S", BOTH(MALFORMED), " , ", 1},
    {"%A %C,SignedHeaders=host, Signature=%S", DCIAUTH_OK, MALFORMED, ",SignedHeaders", 0},
    {"%A %C,  SignedHeaders=host, Signature=%S", DCIAUTH_OK, MALFORMED, ",  SignedHeaders", 0},
    {"%A %C,\tSignedHeaders=host, Signature=%S", DCIAUTH_OK, MALFORMED, ",\tSignedHeaders", 0},
    {"%A %C , SignedHeaders=host, Signature=%S", BOTH(CREDENTIAL), "_request ", 8},
    {CRED("20150830/r/s/t"), BOTH(CREDENTIAL), "20150830", 0},
    {CRED("x"), BOTH(CREDENTIAL), "x", 0},
    {CRED("%K/20150830/r/s/t/u"), BOTH(CREDENTIAL), NULL, 0},
    {CRED("b/c"), BOTH(CREDENTIAL), "b/c", 0},
    {CRED("b/c/d"), BOTH(CREDENTIAL), "b/c/d", 0},
    {CRED("b/c/d/e"), BOTH(CREDENTIAL), "b/c/d/e", 0},
    {CRED("%K//r/s/t"), BOTH(CREDENTIAL), NULL, 0},
    {CRED("%K/2015083/r/s/t"), BOTH(CREDENTIAL), "2015083", 0},
    {CRED("%K/201508300/r/s/t"), BOTH(CREDENTIAL), "201508300", 0},
    {CRED("%K/2015083x/r/s/t"), BOTH(CREDENTIAL), "2015083x", 0},
    {CRED("%K/20150830//s/t"), BOTH(CREDENTIAL), "Credential=", 11},
    {CRED("%K/20150830/r//t"), BOTH(CREDENTIAL), "Credential=", 11},
    {CRED("%K/20150830/r/s/"), BOTH(CREDENTIAL), "Credential=", 11},
    {CRED("%K/20150830/r x/s/t"), BOTH(CREDENTIAL), "r x", 1},
    {CRED("/20150830/r/s/t"), BOTH(CREDENTIAL), "Credential=", 11},
    {LISTED("host;;x"), BOTH(NAMES), "host;;x", 5},
    {LISTED(";host"), BOTH(NAMES), ";host", 0},
    {LISTED("host;"), BOTH(NAMES), "host;", 5},
    {LISTED("x;host"), BOTH(NAMES), "x;host", 2},
    {LISTED("host;host"), BOTH(NAMES), "host;host", 5},
    {LISTED("Host"), BOTH(NAMES), "Host", 0},
    {LISTED("host;x y"), BOTH(NAMES), "x y", 0},
    {LISTED("authorization;host"), BOTH(NAMES), "authorization", 0},
    {"%A %C, SignedHeaders=host, Signature=0", BOTH(SIGNATURE), NULL, 0},
    {"%A %C, SignedHeaders=host, Signature=%S0", BOTH(SIGNATURE), NULL, (size_t)-1},
    {"%A %C, SignedHeaders=host, Signature=%S;x", BOTH(SIGNATURE), ";x", 0},
    {"%A %C, SignedHeaders=host, Signature==%S", BOTH(SIGNATURE), "==", 1},
    {"%A %C, SignedHeaders=host, Signature=Signature=%S", BOTH(SIGNATURE), "=Signature=", 1},
    {"%A %C, SignedHeaders=host, "
     "Signature=AA112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
     BOTH(SIGNATURE), "AA11", 0},
    {"%A %C, SignedHeaders=host, "
     "Signature=0x112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
     BOTH(SIGNATURE), "0x11", 1},
};

static void check_case(const auth_case *c, const dciauth_profile *p, bool dci) {
  char value[512];
  char mark[512] = "";
  dciauth_claim claim;
  dciauth_where where;
  dciauth_status want = dci ? c->dci : c->aws;
  expand(c->text, dci, value);
  expand(c->at == NULL ? "" : c->at, dci, mark);
  check_status(dciauth_parse_authorization(p, dciauth_str(value), &claim, &where), want, value,
               __FILE__, __LINE__);
  if (want == DCIAUTH_OK) {
    return;
  }
  const char *found = strstr(value, mark);
  assert_non_null(found);
  bool anywhere =
      want == CREDENTIAL && c->at == NULL; /* which part is one too many, nobody can say */
  size_t offset = c->at == NULL ? strlen(value) + c->skip : (size_t)(found - value) + c->skip;
  check_where(where, DCIAUTH_FIELD_HEADER_VALUE, 0, anywhere ? where.offset : offset, value,
              __FILE__, __LINE__);
  assert_true(where.offset <= strlen(value));
}

static void parsed_alone(void **state) {
  (void)state;
  for (size_t i = 0; i < NUM(cases); i++) {
    check_case(&cases[i], row("aws4"), false);
    check_case(&cases[i], row("aws4-s3"), false);
    check_case(&cases[i], row("dci2-v2.1"), true);
  }
}

static void nul_behind_a_good_signature(void **state) {
  (void)state;
  static const char value[] =
      "AWS4-HMAC-SHA256 Credential=a/20150830/us-east-1/service/aws4_request, SignedHeaders=host, "
      "Signature=" SIG "\0";
  dciauth_claim claim;
  dciauth_where where;
  assert_status(dciauth_parse_authorization(row("aws4"), dciauth_bytes(value, sizeof value - 1),
                                            &claim, &where),
                DCIAUTH_E_SIGNATURE_MALFORMED);
  assert_where(where, DCIAUTH_FIELD_HEADER_VALUE, 0, sizeof value - 2);
}

/* In a request the position names the line, and counts in the value as it was sent, blanks before
 * it too. */
static void parsed_in_a_request(void **state) {
  (void)state;
  for (size_t i = 0; i < NUM(cases); i++) {
    char value[514] = "  ";
    expand(cases[i].text, false, value + 2);
    sample s;
    dciauth_verdict v;
    dciauth_claim claim;
    dciauth_where where;
    sample_init(&s, row("aws4"));
    s.headers[1] = (dciauth_pair){S("authorization"), dciauth_str(value)};
    s.request.num_headers = 2;
    dciauth_span text = dciauth_str(value + 2);
    while (text.len > 0 && (text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ')) {
      bool front = text.ptr[0] == ' ';
      text = dciauth_bytes(text.ptr + front, text.len - 1);
    }
    dciauth_status want = dciauth_parse_authorization(s.p, text, &claim, &where);
    dciauth_policy policy = sample_policy(&s);
    dciauth_status status = sample_verify(&s, &policy, &v);
    if (want == DCIAUTH_OK) {
      check_status(status, DCIAUTH_E_MISSING_DATE, value, __FILE__, __LINE__);
      continue;
    }
    check_status(status, want, value, __FILE__, __LINE__);
    size_t before = text.len == 0 ? 0 : (size_t)(text.ptr - (const uint8_t *)value);
    check_where(v.where, DCIAUTH_FIELD_HEADER_VALUE, 1, before + where.offset, value, __FILE__,
                __LINE__);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(parsed_alone),
      cmocka_unit_test(nul_behind_a_good_signature),
      cmocka_unit_test(parsed_in_a_request),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
