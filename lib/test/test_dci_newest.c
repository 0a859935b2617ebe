/* SPDX-License-Identifier: Apache-2.0 */
/* test_dci_newest.c - the three calls as release 4 of python-dciauth answers them, where it differs
 * from 2.1.7. */
#include <stdio.h>

#include "support.h"

#define HOST " a\xc2\xa0 b:80 "

/* The calls of one release do not take the rows of another interface. */
static void calls_want_their_rows(void **state) {
  (void)state;
  static const char *const others[] = {"aws4", "dci2", "dci-aws4", "dci1"};
  const dciauth_dci_request request = {.endpoint = S("/")};
  for (size_t i = 0; i < NUM(others); i++) {
    dciauth_dci_headers headers;
    dciauth_parsed_headers parsed;
    work_block b = block_new(4096, 0);
    assert_status(
        dciauth_generate_headers(row(others[i]), &request, S("a/b"), S("s"), 0, b.work, &headers),
        DCIAUTH_E_ARGUMENT);
    assert_status(dciauth_parse_headers(row(others[i]), NULL, 0, b.work, &parsed),
                  DCIAUTH_E_ARGUMENT);
    assert_status(dciauth_is_valid(row(others[i]), &request, S("s"), &parsed, 0, b.work),
                  DCIAUTH_E_ARGUMENT);
    block_free(&b);
  }
}

static void newest_calls(void **state) {
  (void)state;
  const dciauth_pair params[] = {{S("y"), S(" ~")}, {S("x{"), S("1")}, {S("xa"), S("\xc3\xa9")}};
  const dciauth_dci_request request = {.method = S("get"),
                                       .endpoint = S("/a//b%20c%2Fd%zz+"),
                                       .params = params,
                                       .num_params = 3,
                                       .data = S("hello"),
                                       .host = S(HOST),
                                       .algorithm = S("AWS4-HMAC-SHA256"),
                                       .region = S("r"),
                                       .service = S("s"),
                                       .request_type = S("aws4_request"),
                                       .timestamp = S("20150830T123600Z"),
                                       .datestamp = S("20100101"),
                                       .date_header = S("X-Amz-Date")};
  const dciauth_profile *p = row("dci2-v2");
  dciauth_dci_headers out;
  work_block b = block_new(dciauth_dci_bound(p, &request, S("remoteci/x")), 0);
  assert_ok(dciauth_generate_headers(p, &request, S("remoteci/x"), S("secret"), 0, b.work, &out));
  assert_span(out.headers[0].name, S("X-Amz-Date"));
  assert_span(out.headers[1].value,
              S("AWS4-HMAC-SHA256 Credential=remoteci/x/20100101/r/s/aws4_request, "
                "SignedHeaders=host;x-dci-date, Signature="
                "99bab243675d29b65f588e8f1446d58d4062d0956e49f3cd2c88ce27f3ac5eff"));
  block_free(&b);
  const dciauth_dci_request folded = {.date_header = S("a\nb")};
  b = block_new(dciauth_dci_bound(p, &folded, S("a/b")), 0);
  assert_status(dciauth_generate_headers(p, &folded, S("a/b"), S("s"), 0, b.work, &out),
                DCIAUTH_E_MALFORMED_HEADER);
  block_free(&b);
}

/* The newest release knows two terminators, each with its date header. */
static void terminators(void **state) {
  (void)state;
  static const struct {
    const char *row, *terminator, *date_header;
    bool present;
  } cases[] = {{"dci2-v2", "dci2_request", "X-DCI-Date", true},
               {"dci2-v2", "aws4_request", "X-Amz-Date", true},
               {"dci2-v2", "other_request", "", false},
               {"dci2-v2.1", "other_request", "", true}};
  for (size_t i = 0; i < NUM(cases); i++) {
    char value[256];
    snprintf(value, sizeof value,
             "A Credential=a/b/20150830/r/s/%s, SignedHeaders=x-dci-date, Signature=0",
             cases[i].terminator);
    const dciauth_pair headers[] = {{S("Authorization"), dciauth_str(value)},
                                    {S("X-DCI-Date"), S("20150830T123600Z")}};
    dciauth_parsed_headers parsed;
    work_block b = block_new(dciauth_parse_bound(headers, 2), 0);
    assert_ok(dciauth_parse_headers(row(cases[i].row), headers, 2, b.work, &parsed));
    assert_int_equal(parsed.present, cases[i].present);
    assert_span(parsed.date_header, dciauth_str(cases[i].date_header));
    block_free(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(newest_calls),
      cmocka_unit_test(terminators),
      cmocka_unit_test(calls_want_their_rows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
