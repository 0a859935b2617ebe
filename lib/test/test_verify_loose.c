/* SPDX-License-Identifier: Apache-2.0 */
/* test_verify_loose.c - the readings of python-dciauth, generation by generation, and what becomes
 * of a request beneath Flask. The status wanted is that of the package's own answer to the same
 * text (dciauth_dci_message): differential_dciauth_verify.py asks the package about thousands more.
 * */
#include "support.h"

#include <stdio.h>
#include <string.h>

enum { NOW = 1726752339, MOST = 6 };

#define DATE "20240919T132539Z"

/* loose_case is a request: `authorization` has a '#' where its signature belongs. */
typedef struct {
  const char *row, *authorization, *date; /* NULL: no such header */
  dciauth_status status;
  const char *key;
} loose_case;

static const char *date_name(const char *name) {
  return strcmp(name, "dci1") == 0       ? "dci-datetime"
         : strcmp(name, "dci-aws4") == 0 ? "X-Amz-Date"
                                         : "X-DCI-Date";
}

/* fill writes the header with that signature. */
static dciauth_span fill(const char *authorization, dciauth_span signature, char out[512]) {
  size_t before = strcspn(authorization, "#");
  bool marked = authorization[before] == '#';
  snprintf(out, 512, "%.*s%.*s%s", (int)before, authorization, marked ? (int)signature.len : 0,
           (const char *)signature.ptr, marked ? authorization + before + 1 : "");
  return dciauth_str(out);
}

static dciauth_policy policy_of(const dciauth_profile *p, dciauth_seen view) {
  dciauth_policy policy = dciauth_policy_python_dciauth();
  if (p != row("dci1")) {
    policy.region = S("BHS3");
    policy.service = S("api");
  }
  policy.view = view;
  return policy;
}

static dciauth_status verify(const dciauth_profile *p, const dciauth_request *request,
                             dciauth_seen view, work_block *block, dciauth_verdict *out) {
  const dciauth_policy policy = policy_of(p, view);
  dciauth_credential credential = {.secret_key = S("secret")};
  size_t bound = view == DCIAUTH_SEEN_WSGI ? dciauth_verify_wsgi_bound(p, request)
                                           : dciauth_verify_bound(p, request);
  *block = block_new(bound, 1);
  return dciauth_verify(p, request, &policy, NOW, sample_lookup, &credential, block->work, out);
}

/* sign makes the signature of what the verifier saw; false if it did not come so far. */
static bool sign(const dciauth_profile *p, const dciauth_verdict *seen, char out[64]) {
  const dciauth_claim *claim = &seen->claim;
  const dciauth_scope scope = {claim->algorithm, claim->date, claim->region, claim->service,
                               claim->terminator};
  dciauth_key key;
  return seen->stages.string_to_sign.len > 0 &&
         dciauth_key_derive(p, S("secret"), &scope, &key) == DCIAUTH_OK &&
         dciauth_signature(&key, seen->stages.string_to_sign, out) == DCIAUTH_OK;
}

/* check_case verifies twice: to see what is signed, and with the signature of that. */
static void check_case(const loose_case *c, dciauth_seen view) {
  const dciauth_profile *p = row(c->row);
  char text[512];
  char signature[64];
  memset(signature, '0', sizeof signature);
  dciauth_pair headers[MOST] = {{S("Host"), S("h")}, {S("X-A"), S(" a  b ")}};
  size_t num = 2;
  if (c->date != NULL) {
    headers[num++] = (dciauth_pair){dciauth_str(date_name(c->row)), dciauth_str(c->date)};
  }
  headers[num++].name = S("Authorization");
  const dciauth_request request = {S("get"), S("/a?b=1&b=2"), headers, num, NOTHING, NOTHING};
  dciauth_verdict out;
  work_block block;
  for (int round = 0; round < 2; round++) {
    headers[num - 1].value = fill(c->authorization, dciauth_bytes(signature, 64), text);
    dciauth_status status = verify(p, &request, view, &block, &out);
    if (round == 0 && status == DCIAUTH_E_SIGNATURE_MISMATCH) {
      sign(p, &out, signature);
    } else {
      check_status(status, c->status, c->authorization, __FILE__, __LINE__);
      round = 2;
    }
    if (round == 2 && status == DCIAUTH_OK) {
      check_span(out.claim.access_key, dciauth_str(c->key), c->authorization, __FILE__, __LINE__);
    }
    block_free(&block);
  }
}

#define V2 "D Credential=t/i/20240919/BHS3/api/dci2_request, "
#define LIST "SignedHeaders=host;x-dci-date, "
#define V1 "D Credential=t/i, SignedHeaders=host;x-a, "

static const loose_case cases[] = {
    /* what each reads of a header in good order, and of its variants */
    {"dci2-v2.1", V2 LIST "Signature=#", DATE, DCIAUTH_OK, "t/i"},
    {"dci2-v2", V2 LIST "Signature=#", DATE, DCIAUTH_OK, "t/i"},
    {"dci2", V2 LIST "Signature=#", DATE, DCIAUTH_OK, "t/i"},
    {"dci2", V2 LIST "Signature=# ", DATE, DCIAUTH_OK, "t/i"},
    {"dci2-v2", V2 LIST "Signature=# ", DATE, DCIAUTH_E_MALFORMED_AUTH_HEADER, NULL},
    {"dci2-v2", V2 LIST "Signature=#,", DATE, DCIAUTH_E_SIGNATURE_MISMATCH, NULL},
    {"dci2", "D a/b/c/d/r/s/q SignedHeaders=host #", DATE, DCIAUTH_OK, "a/b/c"},
    {"dci2", "D a/,b/c/d/r/s/q SignedHeaders=host #", DATE, DCIAUTH_OK, "a/b/c"},
    {"dci2", "D d/r/s/q SignedHeaders=host #", DATE, DCIAUTH_E_MALFORMED_CREDENTIAL, NULL},
    {"dci2", V2 "SignedHeaders=X-DCI-Date;\thost\t;X-A;host, #", DATE, DCIAUTH_OK, "t/i"},
    {"dci2-v2", V2 "SignedHeaders=x-dci-date;host;host, #", DATE, DCIAUTH_OK, "t/i"},
    {"dci2-v2", V2 "SignedHeaders=Host, #", DATE, DCIAUTH_E_SIGNED_HEADER_MISSING, NULL},
    {"dci2", V2 "SignedHeaders=nope, #", DATE, DCIAUTH_E_SIGNED_HEADER_MISSING, NULL},
    {"dci2", V2 "SignedHeaders=, #", DATE, DCIAUTH_E_SIGNED_HEADER_MISSING, NULL},
    {"dci2", "D", DATE, DCIAUTH_E_MALFORMED_AUTH_HEADER, NULL},
    {"dci2", "", DATE, DCIAUTH_E_MALFORMED_AUTH_HEADER, NULL},
    {"dci2-v2", "", DATE, DCIAUTH_E_NO_AUTH, NULL},
    {"dci1", "", DATE, DCIAUTH_E_NO_AUTH, NULL},
    /* of two things that are wrong, the one that the package finds first */
    {"dci2-v2", "D", NULL, DCIAUTH_E_MISSING_DATE, NULL},
    {"dci2-v2", "D", "", DCIAUTH_E_MISSING_DATE, NULL},
    {"dci2", "D", NULL, DCIAUTH_E_MALFORMED_AUTH_HEADER, NULL},
    {"dci2-v2", V2 "SignedHeaders=nope, #", "x", DCIAUTH_E_SIGNED_HEADER_MISSING, NULL},
    {"dci2-v2", V2 LIST "#", "x", DCIAUTH_E_MALFORMED_DATE, NULL},
    {"dci2", V2 LIST "#", "x", DCIAUTH_E_MALFORMED_DATE, NULL},
    {"dci2", V2 LIST "#", "", DCIAUTH_E_SKEWED_PAST, NULL},
    {"dci2", V2 LIST "#", "20240919T134040Z", DCIAUTH_E_SKEWED_FUTURE, NULL},
    /* the scope of the header counts for the functions, that of the options for the class */
    {"dci2-v2", "D Credential=t/i/20100101/EVIL/s/aws4_request, " LIST "#", DATE, DCIAUTH_OK,
     "t/i"},
    {"dci2-v2", "D Credential=t/i/d/r/s/other, " LIST "#", DATE, DCIAUTH_E_SCOPE_TERMINATOR, NULL},
    {"dci2-v2.1", "D Credential=t/i/20200101/r/s/other, " LIST "#", DATE, DCIAUTH_OK, "t/i"},
    {"dci2", "D Credential=k/19990101/EVIL/x/y, " LIST "#", DATE, DCIAUTH_OK, "k"},
    {"dci-aws4", "D Credential=k/d/r/s/y, SignedHeaders=host, #", DATE, DCIAUTH_OK, "k"},
    /* version 1 */
    {"dci1", V1 "Signature=#,", DATE, DCIAUTH_OK, "t/i"},
    {"dci1", "x" V1 "Signature=#, y", "202409 9T132539z", DCIAUTH_E_SKEWED_PAST, NULL},
    {"dci1", "x" V1 "Signature=#, y", "2024919t132539z", DCIAUTH_OK, "t/i"},
    {"dci1", V1 "Signature=#", DATE, DCIAUTH_E_SIGNATURE_MISMATCH, NULL},
    {"dci1", "Signature=#,Credential=t/i/x/y,SignedHeaders=nope;x-a;host;x-a,", DATE, DCIAUTH_OK,
     "t/i"},
    {"dci1", "Signature=#,Credential=t/i,", DATE, DCIAUTH_OK, "t/i"},
    {"dci1", "Signature=#,Credential=t,", DATE, DCIAUTH_E_MALFORMED_CREDENTIAL, NULL},
    {"dci1", V1 "Signature=#,", "", DCIAUTH_E_MALFORMED_DATE, NULL},
    {"dci1", V1 "Signature=#,", NULL, DCIAUTH_E_MISSING_DATE, NULL},
};

static void readings(void **state) {
  (void)state;
  for (size_t i = 0; i < NUM(cases); i++) {
    check_case(&cases[i], DCIAUTH_SEEN_WIRE);
    check_case(&cases[i], DCIAUTH_SEEN_WSGI);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(readings),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
