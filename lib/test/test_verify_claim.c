/* SPDX-License-Identifier: Apache-2.0 */
/* test_verify_claim.c - Authorization in forms that a policy tolerates, or does not: each is
 * refused by the strict one for the reason told, and accepted by one that allows just this. */
#include "verify_claim.h"

#include <stdio.h>
#include <stdlib.h>

#include "support.h"

enum { MAX_TEXT = 1024 };

/* replace writes text with the first `old` replaced; "" stands for the end of it. */
static void replace(const char *text, const char *old, const char *new, char out[MAX_TEXT]) {
  const char *at = old[0] == '\0' ? text + strlen(text) : strstr(text, old);
  assert_non_null(at);
  snprintf(out, MAX_TEXT, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
}

typedef struct {
  const char *row, *old, *new; /* old, in Authorization, becomes new */
  unsigned allow;
  dciauth_status strict;
} form;

static void set_authorization(sample *s, const char *old, const char *new, char out[MAX_TEXT]) {
  char text[MAX_TEXT];
  dciauth_pair *line = &s->headers[s->request.num_headers - 1];
  snprintf(text, sizeof text, "%.*s", (int)line->value.len, (const char *)line->value.ptr);
  replace(text, old, new, out);
  line->value = dciauth_str(out);
}

static dciauth_status verify(const sample *s, unsigned allow) {
  dciauth_verdict v;
  dciauth_policy policy = sample_policy(s);
  policy.allow = allow;
  return sample_verify(s, &policy, &v);
}

static void check(const form *f, unsigned every) {
  char text[MAX_TEXT];
  sample s;
  dciauth_signed out;
  sample_init(&s, row(f->row));
  work_block signing = sample_sign(&s, &out);
  set_authorization(&s, f->old, f->new, text);
  check_status(verify(&s, 0), f->strict, text, __FILE__, __LINE__);
  check_status(verify(&s, every & ~f->allow), f->strict, text, __FILE__, __LINE__);
  check_status(verify(&s, f->allow), DCIAUTH_OK, text, __FILE__, __LINE__);
  check_status(verify(&s, every), DCIAUTH_OK, text, __FILE__, __LINE__);
  block_free(&signing);
}

static void forms(void **state) {
  (void)state;
  enum {
    BLANKS = DCIAUTH_ALLOW_BLANKS,
    UNKNOWN = DCIAUTH_ALLOW_UNKNOWN_PARAMS,
    LAST = DCIAUTH_ALLOW_REPEATED_PARAMS,
    EVERY = BLANKS | UNKNOWN | LAST | DCIAUTH_ALLOW_UPPER_SIGNATURE | DCIAUTH_ALLOW_ANY_NAMES
  };
  static const form cases[] = {
      {"aws4", "", ",", BLANKS, DCIAUTH_E_MALFORMED_AUTH_HEADER},
      {"aws4", "", " ,", BLANKS, DCIAUTH_E_MALFORMED_AUTH_HEADER},
      {"aws4", " Cred", "  Cred", BLANKS, DCIAUTH_E_MALFORMED_AUTH_HEADER},
      {"aws4", " Cred", "\tCred", BLANKS, DCIAUTH_E_BAD_ALGORITHM},
      {"aws4", ", Signed", " , Signed", BLANKS, DCIAUTH_E_MALFORMED_CREDENTIAL},
      {"dci2-v2.1", ", Signed", ",Signed", BLANKS, DCIAUTH_E_MALFORMED_AUTH_HEADER},
      {"dci2-v2.1", ", Signed", ",  Signed", BLANKS, DCIAUTH_E_MALFORMED_AUTH_HEADER},
      {"dci2-v2.1", ", Signed", ",\tSigned", BLANKS, DCIAUTH_E_MALFORMED_AUTH_HEADER},
      {"dci1", ", Signed", ",Signed", BLANKS, DCIAUTH_E_MALFORMED_AUTH_HEADER},
      {"aws4", "", ", Extra=1", UNKNOWN, DCIAUTH_E_MALFORMED_AUTH_HEADER},
      {"dci2-v2.1", "Cred", "a=b, Cred", UNKNOWN, DCIAUTH_E_MALFORMED_AUTH_HEADER},
      {"aws4", "Signature", "Signature=x, Signature", LAST, DCIAUTH_E_DUPLICATE_AUTH_PARAM},
      {"dci2-v2.1", "Cred", "Credential=x, Cred", LAST, DCIAUTH_E_DUPLICATE_AUTH_PARAM},
      {"aws4", "host;x-amz-date", "x-amz-date;host", DCIAUTH_ALLOW_ANY_NAMES,
       DCIAUTH_E_SIGNED_HEADERS_MALFORMED},
      {"aws4", "host;x-amz-date", "Host;X-Amz-Date", DCIAUTH_ALLOW_ANY_NAMES,
       DCIAUTH_E_SIGNED_HEADERS_MALFORMED},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    check(&cases[i], EVERY);
  }
}

static void a_signature_in_upper_case(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    sample s;
    dciauth_signed out;
    char text[MAX_TEXT], old[65], new[65];
    sample_init(&s, kind(p));
    work_block signing = sample_sign(&s, &out);
    snprintf(old, sizeof old, "%.64s", (const char *)out.signature.ptr);
    for (size_t i = 0; i <= 64; i++) {
      new[i] = old[i] >= 'a' ? (char)(old[i] - 'a' + 'A') : old[i];
    }
    set_authorization(&s, old, new, text);
    assert_status(verify(&s, 0), DCIAUTH_E_SIGNATURE_MALFORMED);
    assert_ok(verify(&s, DCIAUTH_ALLOW_UPPER_SIGNATURE));
    block_free(&signing);
  }
}

/* What nobody tolerates: a signature that is another, a part that is missing, a list with a hole,
 * or that is too long; and Authorization cannot sign itself. */
static void what_stays_wrong(void **state) {
  (void)state;
  static const form cases[] = {
      {"aws4", "Credential=", "credential=", 0, DCIAUTH_E_MISSING_AUTH_PARAM},
      {"aws4", "Signature=", "Signature= ", 0, DCIAUTH_E_SIGNATURE_MALFORMED},
      {"aws4", "host;", "host;;", 0, DCIAUTH_E_SIGNED_HEADERS_MALFORMED},
      {"aws4", "host;", "host;host;", 0, DCIAUTH_E_SIGNED_HEADERS_MALFORMED},
      {"aws4", "host;", "authorization;host;", 0, DCIAUTH_E_SIGNED_HEADERS_MALFORMED},
      {"aws4", "host;", "Authorization;host;", 0, DCIAUTH_E_SIGNED_HEADERS_MALFORMED},
      {"dci2-v2.1", "host;", "authorization;host;", 0, DCIAUTH_E_SIGNED_HEADERS_MALFORMED},
      {"aws4", "host;", "host;no token;", 0, DCIAUTH_E_SIGNED_HEADER_MISSING},
      {"dci2-v2.1", "host;", "Host;", 0, DCIAUTH_E_HOST_NOT_SIGNED},
      {"aws4", "AWS4-HMAC", "AWS5-HMAC", 0, DCIAUTH_E_BAD_ALGORITHM},
      {"aws4", ", Sig", "; Sig", 0, DCIAUTH_E_MISSING_AUTH_PARAM},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    char text[MAX_TEXT];
    sample s;
    dciauth_signed out;
    sample_init(&s, row(cases[i].row));
    work_block signing = sample_sign(&s, &out);
    set_authorization(&s, cases[i].old, cases[i].new, text);
    unsigned every = DCIAUTH_ALLOW_UPPER_SIGNATURE | DCIAUTH_ALLOW_BLANKS |
                     DCIAUTH_ALLOW_UNKNOWN_PARAMS | DCIAUTH_ALLOW_REPEATED_PARAMS |
                     DCIAUTH_ALLOW_ANY_NAMES;
    check_status(verify(&s, every), cases[i].strict, text, __FILE__, __LINE__);
    block_free(&signing);
  }
}

/* A row that signs names as they are given takes them so; what must be signed is still found. */
static void names_as_given(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  sample_init(&s, row("dci2-v2.1"));
  s.headers[1] = (dciauth_pair){S("A"), S("v")};
  s.request.num_headers = 2;
  s.params.signed_headers = S("x-dci-date;host;a");
  work_block signing = sample_sign(&s, &out);
  assert_status(verify(&s, 0), DCIAUTH_E_SIGNED_HEADERS_MALFORMED);
  assert_ok(verify(&s, DCIAUTH_ALLOW_ANY_NAMES));
  s.headers[s.request.num_headers++] = (dciauth_pair){S("X-DCI-Other"), S("v")};
  assert_status(verify(&s, DCIAUTH_ALLOW_ANY_NAMES), DCIAUTH_E_HEADER_NOT_SIGNED);
  block_free(&signing);
}

/* Every size of work gives a verdict or says that it is too small. */
static dciauth_status tolerant_call(const void *arg, dciauth_work work, char *text, size_t *len) {
  const sample *s = arg;
  dciauth_verdict v;
  dciauth_credential credential = {.secret_key = S(SECRET)};
  dciauth_policy policy = sample_policy(s);
  policy.allow = DCIAUTH_ALLOW_BLANKS | DCIAUTH_ALLOW_UNKNOWN_PARAMS | DCIAUTH_ALLOW_ANY_NAMES;
  dciauth_status status =
      dciauth_verify(s->p, &s->request, &policy, SAMPLE_NOW, sample_lookup, &credential, work, &v);
  if (status == DCIAUTH_E_SPACE) {
    v.status = DCIAUTH_OK;
    assert_zero(v);
    return status;
  }
  *len = describe_verdict(&v, text, SWEEP_TEXT);
  return status;
}

static void any_size_of_work(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  char one[MAX_TEXT], two[MAX_TEXT];
  sample_init(&s, row("aws4"));
  work_block signing = sample_sign(&s, &out);
  set_authorization(&s, ", Sig", ",,x=1 ,y=2,Sig", one);
  set_authorization(&s, ",,", ",", two);
  sweep_work(tolerant_call, &s, dciauth_verify_bound(s.p, &s.request), DCIAUTH_OK);
  block_free(&signing);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(forms),
      cmocka_unit_test(a_signature_in_upper_case),
      cmocka_unit_test(what_stays_wrong),
      cmocka_unit_test(names_as_given),
      cmocka_unit_test(any_size_of_work),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
