/* SPDX-License-Identifier: Apache-2.0 */
/* test_dci_parse.c - parse_headers and is_valid: verdicts and messages of python-dciauth 2.1.7 on
 * the same headers at 2024-09-19T13:25:39Z, the odd ones too. Where Python raises, the message is
 * NULL. */
#include "support.h"

enum { NOW = 1726752339, MOST = 5 };

#define DATE "20240919T132539Z"
#define SIG "22d30d455be620e748dcacb78f618dbb85d7c493e9ca447981f7cc38e9b6a89a"
#define SIG_UPPER "22D30D455BE620E748DCACB78F618DBB85D7C493E9CA447981F7CC38E9B6A89A"
#define SCOPE "/20240919/BHS3/api/dci2_request"
#define CRED "Credential=remoteci/client_id" SCOPE
#define NAMES "SignedHeaders=host;x-dci-date"
#define AUTH "DCI2-HMAC-SHA256 " CRED ", " NAMES ", Signature=" SIG
#define AUTH_OF(cred, names, sig) "DCI2-HMAC-SHA256 " cred ", " names ", Signature=" sig

typedef struct {
  const char *note, *authorization, *date, *amz_date, *host; /* NULL: no such header */
  const char *message;                                       /* NULL: Python raises */
  dciauth_status status;                                     /* of whichever call failed */
} verdict_case;

static const char valid[] = "";
static const char malformated[] = "headers are malformated";
static const char expired[] = "signature is expired";
static const char invalid[] = "signature is invalid";
#define HOST "api.distributed-ci.io"

static size_t fill(const verdict_case *c, dciauth_pair out[MOST]) {
  const char *const values[4] = {c->authorization, c->date, c->amz_date, c->host};
  static const char *const names[4] = {"Authorization", "X-DCI-Date", "x-amz-date", "HOST"};
  size_t num = 0;
  for (size_t i = 0; i < 4; i++) {
    if (values[i] != NULL) {
      out[num++] = (dciauth_pair){dciauth_str(names[i]), dciauth_str(values[i])};
    }
  }
  out[num++] = (dciauth_pair){S("accept"), S("*")};
  return num;
}

/* check_policy: the ready-made policy accepts what is_valid accepts. */
static void check_policy(const verdict_case *c, const dciauth_pair *headers, size_t num) {
  const dciauth_policy policy = dciauth_policy_python_dciauth();
  const dciauth_request request = {S("GET"), S("/"), headers, num, NOTHING, NOTHING};
  dciauth_credential credential = {.secret_key = S("secret")};
  dciauth_verdict out;
  work_block b = block_new(dciauth_verify_bound(row("dci2-v2.1"), &request), 1);
  dciauth_status status = dciauth_verify(row("dci2-v2.1"), &request, &policy, NOW, sample_lookup,
                                         &credential, b.work, &out);
  if ((status == DCIAUTH_OK) != (c->status == DCIAUTH_OK)) {
    explain("%s: %s", c->note, dciauth_status_class(status));
  }
  block_free(&b);
}

static void check_verdict(const verdict_case *c, const dciauth_dci_request *request) {
  dciauth_pair headers[MOST];
  size_t num = fill(c, headers);
  dciauth_parsed_headers parsed;
  work_block b = block_new(dciauth_parse_bound(headers, num), 5);
  dciauth_status status = dciauth_parse_headers(row("dci2-v2.1"), headers, num, b.work, &parsed);
  work_block second = block_new(0, 0);
  if (status == DCIAUTH_OK) {
    block_free(&second);
    second = block_new(dciauth_is_valid_bound(row("dci2-v2.1"), request, &parsed), 7);
    status = dciauth_is_valid(row("dci2-v2.1"), request, S("secret"), &parsed, NOW, second.work);
  } else {
    assert_false(parsed.present);
  }
  check_status(status, c->status, c->note, __FILE__, __LINE__);
  const char *message = dciauth_is_valid_message(status);
  if (c->message == NULL) {
    assert_null(message);
  } else {
    assert_string_equal(message, c->message);
  }
  block_free(&second);
  block_free(&b);
}

static const verdict_case cases[] = {
    {"good", AUTH, DATE, NULL, HOST, valid, DCIAUTH_OK},
    {"no Authorization", NULL, DATE, NULL, HOST, malformated, DCIAUTH_E_NO_AUTH},
    {"empty Authorization", "", DATE, NULL, HOST, malformated, DCIAUTH_E_NO_AUTH},
    {"no date", AUTH, NULL, NULL, HOST, malformated, DCIAUTH_E_NO_AUTH},
    {"empty date", AUTH, "", NULL, HOST, malformated, DCIAUTH_E_NO_AUTH},
    {"no text of a date", AUTH, "x", NULL, HOST, NULL, DCIAUTH_E_MALFORMED_DATE},
    {"same date twice", AUTH, DATE, DATE, HOST, valid, DCIAUTH_OK},
    {"x-amz-date goes first", AUTH, DATE, "20240919T132540Z", HOST, invalid,
     DCIAUTH_E_SIGNATURE_MISMATCH},
    {"even if it is empty", AUTH, DATE, "", HOST, malformated, DCIAUTH_E_NO_AUTH},
    {"signed header missing", AUTH, DATE, NULL, NULL, NULL, DCIAUTH_E_SIGNED_HEADER_MISSING},
    {"name in upper case", AUTH_OF(CRED, "SignedHeaders=Host;x-dci-date", SIG), DATE, NULL, HOST,
     NULL, DCIAUTH_E_SIGNED_HEADER_MISSING},
    {"no names", AUTH_OF(CRED, "SignedHeaders=", SIG), DATE, NULL, HOST, NULL,
     DCIAUTH_E_SIGNED_HEADER_MISSING},
    {"bare credential", AUTH_OF("remoteci/client_id" SCOPE, NAMES, SIG), DATE, NULL, HOST,
     malformated, DCIAUTH_E_NO_AUTH},
    {"text before the name", AUTH_OF("foo" CRED, NAMES, SIG), DATE, NULL, HOST, valid, DCIAUTH_OK},
    {"bare signature", "DCI2-HMAC-SHA256 " CRED ", " NAMES ", " SIG, DATE, NULL, HOST, valid,
     DCIAUTH_OK},
    {"Signature twice", AUTH_OF(CRED, NAMES, "Signature=" SIG), DATE, NULL, HOST, valid,
     DCIAUTH_OK},
    {"two words", "DCI2-HMAC-SHA256 " CRED "," NAMES ",Signature=" SIG, DATE, NULL, HOST, NULL,
     DCIAUTH_E_MALFORMED_AUTH_HEADER},
    {"blank behind", AUTH " ", DATE, NULL, HOST, NULL, DCIAUTH_E_MALFORMED_AUTH_HEADER},
    {"no commas", "DCI2-HMAC-SHA256 " CRED " " NAMES " Signature=" SIG, DATE, NULL, HOST,
     malformated, DCIAUTH_E_NO_AUTH},
    {"upper-case hex", AUTH_OF(CRED, NAMES, SIG_UPPER), DATE, NULL, HOST, invalid,
     DCIAUTH_E_SIGNATURE_MISMATCH},
    {"comma behind", AUTH ",", DATE, NULL, HOST, invalid, DCIAUTH_E_SIGNATURE_MISMATCH},
    {"empty signature", AUTH_OF(CRED, NAMES, ""), DATE, NULL, HOST, invalid,
     DCIAUTH_E_SIGNATURE_MISMATCH},
    {"five parts", AUTH_OF("Credential=client_id" SCOPE, NAMES, SIG), DATE, NULL, HOST, malformated,
     DCIAUTH_E_NO_AUTH},
    {"seven parts", AUTH_OF("Credential=a/b/client_id" SCOPE, NAMES, SIG), DATE, NULL, HOST,
     malformated, DCIAUTH_E_NO_AUTH},
    {"the key id is not signed", AUTH_OF("Credential=feeder/client_id" SCOPE, NAMES, SIG), DATE,
     NULL, HOST, valid, DCIAUTH_OK},
    {"comma in the key id", AUTH_OF("Credential=remo,teci/client_id" SCOPE, NAMES, SIG), DATE, NULL,
     HOST, malformated, DCIAUTH_E_NO_AUTH},
    {"unpadded date",
     AUTH_OF(CRED, NAMES, "fcfeb34ea1ee612b4fd492ec5e2bdd1b005956c76155bf4896c5697ae6a560d9"),
     "2024919T132539Z", NULL, HOST, valid, DCIAUTH_OK},
    {"lower-case date",
     AUTH_OF(CRED, NAMES, "de68394a150acae09cf8f366ea1c87c43cc447ae422005902ecd44bbb05b494d"),
     "20240919t132539z", NULL, HOST, valid, DCIAUTH_OK},
    {"old scope",
     AUTH_OF("Credential=remoteci/client_id/19700101/BHS3/api/dci2_request", NAMES,
             "5b1741c591a0ef8563d694263b52f3a31e289e63f943d67ef604e6afc76c9f31"),
     DATE, NULL, HOST, valid, DCIAUTH_OK},
    {"901 s old",
     AUTH_OF(CRED, NAMES, "7da36a3465996b5d1a5c158551d12a97e61ff001ec0789e5c97192d1f606472e"),
     "20240919T131038Z", NULL, HOST, expired, DCIAUTH_E_SKEWED_PAST},
    {"900 s old",
     AUTH_OF(CRED, NAMES, "ef742c6e0de6879c01af1439704b76b154db96e7683b35ecff022aa084d2b189"),
     "20240919T131039Z", NULL, HOST, valid, DCIAUTH_OK},
    {"901 s ahead",
     AUTH_OF(CRED, NAMES, "7d947e1a53a1e02c256467ab0babf56290bd7dba036ae349f264f18ee735f0af"),
     "20240919T134040Z", NULL, HOST, expired, DCIAUTH_E_SKEWED_FUTURE},
    {"900 s ahead",
     AUTH_OF(CRED, NAMES, "f0b71d2f480038ae88d503ef5b149cc0c2e5ff8b60ef30afa5b9d2a833b72d81"),
     "20240919T134039Z", NULL, HOST, valid, DCIAUTH_OK},
    {"any constants",
     "Z Credential=remoteci/client_id/20240919/EVIL/x/y, " NAMES
     ", Signature=b570b6bf6211be9e6b9dc308b62fead0095a84513e3ddc9124d996d643616e00",
     DATE, NULL, HOST, valid, DCIAUTH_OK},
    {"host unsigned",
     AUTH_OF(CRED, "SignedHeaders=x-dci-date",
             "5d4446fd6598f2cd069b975a47392508e9ccf6f693eb7bf9b57c07a5fabf3088"),
     DATE, NULL, "evil", valid, DCIAUTH_OK},
    {"only accept signed",
     AUTH_OF(CRED, "SignedHeaders=accept",
             "8e564d2cbf5d8172bb3cc383374dc4a18a36acdf77ad4b761b86e5424813289f"),
     DATE, NULL, HOST, valid, DCIAUTH_OK},
    {"names reversed",
     AUTH_OF(CRED, "SignedHeaders=x-dci-date;host",
             "6630415bf4a7f60cf8af00da47eadfaf383f8a93b4cdc73b63cbcabfa900af42"),
     DATE, NULL, HOST, valid, DCIAUTH_OK},
};

static void verdicts_of_python(void **state) {
  (void)state;
  const dciauth_dci_request request = {.endpoint = S("/")};
  for (size_t i = 0; i < NUM(cases); i++) {
    dciauth_pair headers[MOST];
    check_verdict(&cases[i], &request);
    check_policy(&cases[i], headers, fill(&cases[i], headers));
  }
}

static void the_request_counts(void **state) {
  (void)state;
  const verdict_case good = {"", AUTH, DATE, NULL, HOST, invalid, DCIAUTH_E_SIGNATURE_MISMATCH};
  const dciauth_pair param[] = {{S("a"), S("1")}};
  const dciauth_dci_request others[] = {{.data = S("x")},
                                        {.method = S("POST")},
                                        {.endpoint = S("/x")},
                                        {.params = param, .num_params = 1}};
  for (size_t i = 0; i < NUM(others); i++) {
    check_verdict(&good, &others[i]);
  }
  const dciauth_dci_request ignored = {
      .host = S("evil"), .region = S("evil"), .timestamp = S("evil")};
  const verdict_case still_good = {"", AUTH, DATE, NULL, HOST, valid, DCIAUTH_OK};
  check_verdict(&still_good,
                &ignored); /* only method, endpoint, params and data are the request's */
}

static void parses_every_field(void **state) {
  (void)state;
  const dciauth_pair headers[] = {{S("host"), S("first")},
                                  {S("authorization"), S("x")},
                                  {S("Authorization"), S(AUTH)},
                                  {S("Host"), S(HOST)},
                                  {S("x-dci-date"), S(DATE)}};
  dciauth_parsed_headers parsed;
  work_block b = block_new(dciauth_parse_bound(headers, NUM(headers)), 0);
  assert_ok(dciauth_parse_headers(row("dci2-v2.1"), headers, NUM(headers), b.work, &parsed));
  assert_true(parsed.present);
  const dciauth_span got[] = {parsed.host,         parsed.algorithm,      parsed.client_type,
                              parsed.client_id,    parsed.region,         parsed.service,
                              parsed.request_type, parsed.signed_headers, parsed.timestamp,
                              parsed.signature,    parsed.datestamp};
  static const char *const want[] = {
      HOST,           "DCI2-HMAC-SHA256", "remoteci", "client_id", "BHS3",    "api",
      "dci2_request", "host;x-dci-date",  DATE,       SIG,         "20240919"};
  for (size_t i = 0; i < NUM(got); i++) {
    assert_span(got[i], dciauth_str(want[i]));
  }
  assert_int_equal(parsed.num_canonical_headers, 2);
  assert_span(parsed.canonical_headers[0].name, S("host"));
  assert_span(parsed.canonical_headers[0].value, S(HOST)); /* the last of several */
  assert_span(parsed.canonical_headers[1].value, S(DATE));
  block_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(verdicts_of_python),
      cmocka_unit_test(the_request_counts),
      cmocka_unit_test(parses_every_field),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
