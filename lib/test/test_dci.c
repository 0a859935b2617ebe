/* SPDX-License-Identifier: Apache-2.0 */
/* test_dci.c - generate_headers: every Authorization here is what python-dciauth 2.1.7 returned for
 * the same dictionary at 2024-09-19T13:25:39Z. */
#include "support.h"

enum { NOW = 1726752339 };

#define SCOPE "/20240919/BHS3/api/dci2_request"
#define USUAL                                                                                      \
  "DCI2-HMAC-SHA256 Credential=remoteci/client_id" SCOPE                                           \
  ", SignedHeaders=host;x-dci-date, Signature="

static dciauth_status generate(const dciauth_dci_request *request, const char *access_key,
                               const char *secret, int64_t now, dciauth_dci_headers *out,
                               work_block *b) {
  *b = block_new(dciauth_dci_bound(row("dci2-v2.1"), request, dciauth_str(access_key)), 3);
  return dciauth_generate_headers(row("dci2-v2.1"), request, dciauth_str(access_key),
                                  dciauth_str(secret), now, b->work, out);
}

static void check_headers(const dciauth_dci_request *request, const char *date,
                          const char *authorization) {
  dciauth_dci_headers out;
  work_block b;
  assert_ok(generate(request, "remoteci/client_id", "secret", NOW, &out, &b));
  assert_int_equal(out.num_headers, 2);
  assert_span(out.headers[0].name, S("X-DCI-Date"));
  assert_span(out.headers[0].value, dciauth_str(date));
  assert_span(out.headers[1].name, S("Authorization"));
  assert_span(out.headers[1].value, dciauth_str(authorization));
  assert_span(out.signature, dciauth_bytes(authorization + strlen(authorization) - 64, 64));
  block_free(&b);
}

static void defaults(void **state) {
  (void)state;
  dciauth_dci_request r;
  memset(&r, 0, sizeof r);
  check_headers(&r, "20240919T132539Z",
                USUAL "22d30d455be620e748dcacb78f618dbb85d7c493e9ca447981f7cc38e9b6a89a");
  dciauth_dci_headers out;
  work_block b;
  assert_ok(generate(&r, "a/b",
                     "s\xc3\xa9"
                     "cret",
                     NOW, &out, &b));
  assert_span(out.signature, S("e2a22289ee68c0be24e00c605d1c47b4d9ec7849bc70153c5f7d201d43790bd2"));
  assert_span(out.stages.canonical_request,
              S("GET\n/\n\nhost:api.distributed-ci.io\nx-dci-date:20240919T132539Z\n\n"
                "host;x-dci-date\n" EMPTY_HASH));
  block_free(&b);
}

static void parameters_and_bodies(void **state) {
  (void)state;
  const dciauth_pair params[] = {{S("b"), S("2")},
                                 {S("a"), S("1 +\xc3\xa9~*")},
                                 {S("B"), S("x/y")},
                                 {S("\xc3\xa4"), S("\xc3\xbc&=%")},
                                 {S(""), S("")}};
  const dciauth_pair query[] = {{S("q"), S("a b")}};
  dciauth_dci_request r;
  memset(&r, 0, sizeof r);
  r.params = params;
  r.num_params = NUM(params);
  check_headers(&r, "20240919T132539Z",
                USUAL "d31a4a5d9a3ce64085af09a8a55a2662bfb7b29287b618b245b2c4ed3fce1ffe");
  memset(&r, 0, sizeof r);
  r.method = S("POST");
  r.endpoint = S("https://api.distributed-ci.io/api/v1/jobs");
  r.data = S("{\"a\": \"\xc3\xa9\"}");
  check_headers(&r, "20240919T132539Z",
                USUAL "6541229d16fad968b2bb5b6d3e3924a55cd9756ccaffe8c72fba0065842cad38");
  memset(&r, 0, sizeof r);
  r.method = S("DELETE");
  r.params = query;
  r.num_params = 1;
  check_headers(&r, "20240919T132539Z",
                USUAL "8cdc1a3664f914814558a1aec52aa9c8bb8151eeb67cb3406d881eb458a1909c");
  memset(&r, 0, sizeof r);
  r.host = S("dashboard.example:5000");
  r.endpoint = S("/a//./b%2Fc %zz#f?x=1");
  check_headers(&r, "20240919T132539Z",
                USUAL "859ead01e70ed113fcc25691558a404060ef5fec7d862550e26b62fdb93c8e7a");
}

static void dates(void **state) {
  (void)state;
  dciauth_dci_request r;
  memset(&r, 0, sizeof r);
  r.datestamp = S("20100101");
  check_headers(&r, "20240919T132539Z",
                "DCI2-HMAC-SHA256 Credential=remoteci/client_id/20100101/BHS3/api/dci2_request, "
                "SignedHeaders=host;x-dci-date, "
                "Signature=3411ca33ba79d07411253a04a1e54f64c59a3afd091368a3adb2dff71f82eebe");
  memset(&r, 0, sizeof r);
  r.timestamp = S("20300102T030405Z");
  check_headers(&r, "20300102T030405Z",
                USUAL "dccf7f0188768ef231dafbf2049c7721a22fc06d3c9195fe698a05188250fdae");
}

static void constants(void **state) {
  (void)state;
  dciauth_dci_request r;
  memset(&r, 0, sizeof r);
  r.algorithm = S("AWS4-HMAC-SHA256");
  r.request_type = S("aws4_request");
  r.region = S("us-east-1");
  r.service = S("iam");
  check_headers(
      &r, "20240919T132539Z",
      "AWS4-HMAC-SHA256 Credential=remoteci/client_id/20240919/us-east-1/iam/aws4_request, "
      "SignedHeaders=host;x-dci-date, "
      "Signature=9e00ce28752e4a8981318bba71c7f9153cf5b8962e6639365806678c958e3df7");
  memset(&r, 0, sizeof r);
  r.algorithm = S("X-HMAC-SHA256-HMAC-SHA256Y");
  r.request_type = S("z");
  check_headers(&r, "20240919T132539Z",
                "X-HMAC-SHA256-HMAC-SHA256Y Credential=remoteci/client_id/20240919/BHS3/api/z, "
                "SignedHeaders=host;x-dci-date, "
                "Signature=2fefc908c75e1560f658d3b69b6cf963620108e19087c78f29868b2b6384a23a");
}

static const dciauth_pair given[] = {{LIT("host"), LIT("  h  ")},
                                     {LIT("x-dci-date"), LIT("20240919T132539Z")},
                                     {LIT("x-other"), LIT("a,  b")},
                                     {LIT("unused"), LIT("u")}};

static void canonical_headers(void **state) {
  (void)state;
  dciauth_dci_request r;
  dciauth_dci_headers out;
  work_block b;
  memset(&r, 0, sizeof r);
  r.signed_headers = S("x-dci-date;x-other;host");
  r.canonical_headers = given;
  r.num_canonical_headers = NUM(given);
  check_headers(&r, "20240919T132539Z",
                "DCI2-HMAC-SHA256 Credential=remoteci/client_id" SCOPE
                ", SignedHeaders=x-dci-date;x-other;host, "
                "Signature=dc60e2702a69d478938ab7ec52226e7cfcbce8206efa45973e944e73d7b1e22d");
  r.signed_headers = S("host;x-gone"); /* KeyError */
  assert_status(generate(&r, "a/b", "s", NOW, &out, &b), DCIAUTH_E_SIGNED_HEADER_MISSING);
  assert_where(out.where, DCIAUTH_FIELD_SIGNED_HEADERS, 1, 0);
  block_free(&b);
  r.num_canonical_headers = 0; /* an empty dictionary is not an absent one */
  assert_status(generate(&r, "a/b", "s", NOW, &out, &b), DCIAUTH_E_SIGNED_HEADER_MISSING);
  block_free(&b);
}

static void nothing_without_a_credential(void **state) {
  (void)state;
  const dciauth_dci_request r = {.endpoint = S("\n")};
  dciauth_work none = {NULL, 0};
  dciauth_dci_headers out;
  assert_ok(dciauth_generate_headers(row("dci2-v2.1"), &r, NOTHING, S("s"), NOW, none, &out));
  assert_zero(out);
  assert_ok(dciauth_generate_headers(row("dci2-v2.1"), &r, S("a/b"), NOTHING, NOW, none, &out));
  assert_zero(out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(defaults),
      cmocka_unit_test(parameters_and_bodies),
      cmocka_unit_test(dates),
      cmocka_unit_test(constants),
      cmocka_unit_test(canonical_headers),
      cmocka_unit_test(nothing_without_a_credential),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
