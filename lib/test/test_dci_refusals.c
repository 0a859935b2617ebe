/* SPDX-License-Identifier: Apache-2.0 */
/* test_dci_refusals.c - what the three calls refuse: raw NUL, CR and LF, what is too long,
 * and a secret that is none. */
#include "span.h"
#include "support.h"

enum { NOW = 1726752339 };

#define HOST "api.distributed-ci.io"
#define DATE "20240919T132539Z"
#define AUTH                                                                                       \
  "DCI2-HMAC-SHA256 Credential=remoteci/client_id/20240919/BHS3/api/dci2_request, "                \
  "SignedHeaders=host;x-dci-date, "                                                                \
  "Signature=22d30d455be620e748dcacb78f618dbb85d7c493e9ca447981f7cc38e9b6a89a"

static dciauth_status generate(const dciauth_dci_request *request, const char *access_key,
                               const char *secret, int64_t now, dciauth_dci_headers *out,
                               work_block *b) {
  *b = block_new(dciauth_dci_bound(row("dci2-v2.1"), request, dciauth_str(access_key)), 3);
  return dciauth_generate_headers(row("dci2-v2.1"), request, dciauth_str(access_key),
                                  dciauth_str(secret), now, b->work, out);
}

static void refuses_raw_bytes_and_lengths(void **state) {
  (void)state;
  static const struct {
    size_t at; /* offset of the span in the request */
    dciauth_status status;
    dciauth_field field;
    size_t max;
  } cases[] = {
      {offsetof(dciauth_dci_request, method), DCIAUTH_E_MALFORMED_METHOD, DCIAUTH_FIELD_METHOD,
       DCIAUTH_MAX_METHOD},
      {offsetof(dciauth_dci_request, endpoint), DCIAUTH_E_MALFORMED_URI, DCIAUTH_FIELD_TARGET,
       DCIAUTH_MAX_TARGET},
      {offsetof(dciauth_dci_request, algorithm), DCIAUTH_E_MALFORMED_CREDENTIAL,
       DCIAUTH_FIELD_ALGORITHM, 64},
      {offsetof(dciauth_dci_request, region), DCIAUTH_E_MALFORMED_CREDENTIAL, DCIAUTH_FIELD_REGION,
       64},
      {offsetof(dciauth_dci_request, service), DCIAUTH_E_MALFORMED_CREDENTIAL,
       DCIAUTH_FIELD_SERVICE, 64},
      {offsetof(dciauth_dci_request, request_type), DCIAUTH_E_MALFORMED_CREDENTIAL,
       DCIAUTH_FIELD_TERMINATOR, 64},
      {offsetof(dciauth_dci_request, timestamp), DCIAUTH_E_MALFORMED_DATE, DCIAUTH_FIELD_TIMESTAMP,
       64},
      {offsetof(dciauth_dci_request, datestamp), DCIAUTH_E_MALFORMED_DATE, DCIAUTH_FIELD_DATESTAMP,
       64},
  };
  static uint8_t text[DCIAUTH_MAX_TARGET + 1];
  memset(text, 'a', sizeof text);
  static const char raw[3] = {'\0', '\r', '\n'};
  for (size_t i = 0; i < NUM(cases); i++) {
    dciauth_dci_request r;
    dciauth_dci_headers out;
    work_block b;
    dciauth_span field = dciauth_bytes(text, cases[i].max);
    memset(&r, 0, sizeof r);
    memcpy((char *)&r + cases[i].at, &field, sizeof field);
    assert_ok(generate(&r, "a/b", "s", NOW, &out, &b));
    block_free(&b);
    for (size_t n = 0; n < 3; n++) {
      text[2] = (uint8_t)raw[n];
      assert_status(generate(&r, "a/b", "s", NOW, &out, &b), cases[i].status);
      assert_where(out.where, cases[i].field, 0, 2);
      block_free(&b);
    }
    text[2] = 'a';
    field.len++;
    memcpy((char *)&r + cases[i].at, &field, sizeof field);
    assert_status(generate(&r, "a/b", "s", NOW, &out, &b), DCIAUTH_E_LIMIT_EXCEEDED);
    assert_where(out.where, cases[i].field, 0, cases[i].max);
    block_free(&b);
  }
}

static void refuses_credentials_hosts_and_times(void **state) {
  (void)state;
  char text[DCIAUTH_MAX_SECRET + 2];
  memset(text, 'a', sizeof text);
  text[DCIAUTH_MAX_SECRET + 1] = '\0';
  dciauth_dci_request r;
  dciauth_dci_headers out;
  work_block b;
  memset(&r, 0, sizeof r);
  assert_status(generate(&r, "a/b", text, NOW, &out, &b), DCIAUTH_E_LIMIT_EXCEEDED);
  assert_where(out.where, DCIAUTH_FIELD_SECRET_KEY, 0, DCIAUTH_MAX_SECRET);
  block_free(&b);
  assert_status(generate(&r, text, "s", NOW, &out, &b), DCIAUTH_E_LIMIT_EXCEEDED);
  assert_where(out.where, DCIAUTH_FIELD_ACCESS_KEY, 0, DCIAUTH_MAX_ACCESS_KEY);
  block_free(&b);
  assert_status(generate(&r, "a\n", "s", NOW, &out, &b), DCIAUTH_E_MALFORMED_CREDENTIAL);
  assert_where(out.where, DCIAUTH_FIELD_ACCESS_KEY, 0, 1);
  block_free(&b);
  assert_status(generate(&r, "a/b", "s", INT64_MAX, &out, &b), DCIAUTH_E_MALFORMED_DATE);
  assert_where(out.where, DCIAUTH_FIELD_TIMESTAMP, 0, 0);
  block_free(&b);
  r.timestamp = S(DATE); /* the scope's date is still made of a time that has none */
  assert_status(generate(&r, "a/b", "s", INT64_MAX, &out, &b), DCIAUTH_E_MALFORMED_DATE);
  assert_where(out.where, DCIAUTH_FIELD_DATESTAMP, 0, 0);
  block_free(&b);
  r.datestamp = S("20240919");
  assert_ok(generate(&r, "a/b", "s", INT64_MAX, &out, &b));
  block_free(&b);
  r.host = S("a\r\nb");
  assert_status(generate(&r, "a/b", "s", NOW, &out, &b), DCIAUTH_E_MALFORMED_HEADER);
  assert_where(out.where, DCIAUTH_FIELD_HEADER_VALUE, 0, 1);
  block_free(&b);
  const dciauth_pair repeated[] = {{S("a"), S("1")}, {S("a"), S("2")}};
  const dciauth_pair bad[] = {{S("a"), S("\xff")}};
  r.host = NOTHING;
  r.params = repeated;
  r.num_params = 2;
  assert_status(generate(&r, "a/b", "s", NOW, &out, &b), DCIAUTH_E_DUPLICATE_QUERY_PARAM);
  block_free(&b);
  r.params = bad;
  r.num_params = 1;
  assert_status(generate(&r, "a/b", "s", NOW, &out, &b), DCIAUTH_E_MALFORMED_QUERY);
  block_free(&b);
}

static void refuses_headers_that_are_none(void **state) {
  (void)state;
  const dciauth_pair headers[] = {{S("a b"), S("1")}};
  const dciauth_pair raw[] = {{S("a"), S("1\n")}};
  dciauth_parsed_headers parsed;
  work_block b = block_new(2048, 0);
  assert_status(dciauth_parse_headers(row("dci2-v2.1"), headers, 1, b.work, &parsed),
                DCIAUTH_E_MALFORMED_HEADER);
  assert_where(parsed.where, DCIAUTH_FIELD_HEADER_NAME, 0, 1);
  assert_status(dciauth_parse_headers(row("dci2-v2.1"), raw, 1, b.work, &parsed),
                DCIAUTH_E_MALFORMED_HEADER);
  assert_where(parsed.where, DCIAUTH_FIELD_HEADER_VALUE, 0, 1);
  assert_ok(dciauth_parse_headers(row("dci2-v2.1"), NULL, 0, b.work, &parsed));
  assert_zero(parsed);
  block_free(&b);
}

static void without_a_secret(void **state) {
  (void)state;
  const dciauth_pair headers[] = {
      {S("Authorization"), S(AUTH)}, {S("Host"), S(HOST)}, {S("x-dci-date"), S(DATE)}};
  const dciauth_dci_request request = {.endpoint = S("/")};
  dciauth_parsed_headers parsed;
  work_block b = block_new(dciauth_parse_bound(headers, 3), 0);
  assert_ok(dciauth_parse_headers(row("dci2-v2.1"), headers, 3, b.work, &parsed));
  work_block second = block_new(dciauth_is_valid_bound(row("dci2-v2.1"), &request, &parsed), 0);
  assert_ok(dciauth_is_valid(row("dci2-v2.1"), &request, S("secret"), &parsed, NOW, second.work));
  assert_status(dciauth_is_valid(row("dci2-v2.1"), &request, NOTHING, &parsed, NOW, second.work),
                DCIAUTH_E_ARGUMENT);
  assert_null(dciauth_is_valid_message(DCIAUTH_E_ARGUMENT));
  assert_status(
      dciauth_is_valid(row("dci2-v2.1"), &request, S("Secret"), &parsed, NOW, second.work),
      DCIAUTH_E_SIGNATURE_MISMATCH);
  memset(&parsed, 0, sizeof parsed);
  assert_status(
      dciauth_is_valid(row("dci2-v2.1"), &request, S("secret"), &parsed, NOW, second.work),
      DCIAUTH_E_NO_AUTH);
  assert_true(dciauth_is_valid_bound(row("dci2-v2.1"), &request, &parsed) > 0);
  block_free(&second);
  block_free(&b);
}

/* An empty part of a claim is an empty part, not one that is absent: the first is genuine, with an
 * empty region. */
static void empty_parts_of_a_claim(void **state) {
  (void)state;
  static const char *const values[] = {
      "DCI2-HMAC-SHA256 Credential=remoteci/client_id/20240919//api/dci2_request, "
      "SignedHeaders=host;x-dci-date, "
      "Signature=65e766b96d285ceb6c5211b431247f71e1599db18d1a218ef1596ae0010ff61c",
      "DCI2-HMAC-SHA256 Credential=a/b//r/s/t, SignedHeaders=host, Signature=x",
      "DCI2-HMAC-SHA256 Credential=a/b/d/r//t, SignedHeaders=host, Signature=x",
      "DCI2-HMAC-SHA256 Credential=a/b/d/r/s/, SignedHeaders=host, Signature=x",
      " Credential=a/b/d/r/s/t, SignedHeaders=host, Signature=x",
  };
  for (size_t i = 0; i < NUM(values); i++) {
    const dciauth_pair headers[] = {{S("Authorization"), dciauth_str(values[i])},
                                    {S("Host"), S(HOST)},
                                    {S("x-dci-date"), S(DATE)}};
    const dciauth_dci_request request = {.endpoint = S("/")};
    dciauth_parsed_headers parsed;
    work_block b = block_new(dciauth_parse_bound(headers, 3), 0);
    assert_ok(dciauth_parse_headers(row("dci2-v2.1"), headers, 3, b.work, &parsed));
    assert_true(parsed.present);
    work_block second = block_new(dciauth_is_valid_bound(row("dci2-v2.1"), &request, &parsed), 0);
    assert_status(
        dciauth_is_valid(row("dci2-v2.1"), &request, S("secret"), &parsed, NOW, second.work),
        i == 0 ? DCIAUTH_OK : DCIAUTH_E_SIGNATURE_MISMATCH);
    block_free(&second);
    block_free(&b);
  }
}

/* Whoever reads the work block of a refused request learns no signature from it. */
static void keeps_the_expected_signature_to_itself(void **state) {
  (void)state;
  const dciauth_dci_request request = {.method = S("DELETE")};
  const dciauth_pair headers[] = {
      {S("Authorization"),
       S("DCI2-HMAC-SHA256 Credential=remoteci/client_id/20240919/BHS3/api/dci2_request, "
         "SignedHeaders=host;x-dci-date, Signature=00")},
      {S("X-DCI-Date"), S(DATE)},
      {S("Host"), S(HOST)}};
  dciauth_parsed_headers parsed;
  dciauth_dci_headers genuine;
  work_block first = block_new(dciauth_parse_bound(headers, 3), 0);
  assert_ok(dciauth_parse_headers(row("dci2-v2.1"), headers, 3, first.work, &parsed));
  work_block second = block_new(dciauth_is_valid_bound(row("dci2-v2.1"), &request, &parsed), 0);
  assert_status(
      dciauth_is_valid(row("dci2-v2.1"), &request, S("secret"), &parsed, NOW, second.work),
      DCIAUTH_E_SIGNATURE_MISMATCH);
  const dciauth_dci_request claimed = {.method = S("DELETE"), .timestamp = S(DATE)};
  work_block third =
      block_new(dciauth_dci_bound(row("dci2-v2.1"), &claimed, S("remoteci/client_id")), 0);
  assert_ok(dciauth_generate_headers(row("dci2-v2.1"), &claimed, S("remoteci/client_id"),
                                     S("secret"), NOW, third.work, &genuine));
  const dciauth_span block = {second.work.ptr, second.work.len};
  assert_true(span_find(block, genuine.signature) > block.len);
  block_free(&third);
  block_free(&second);
  block_free(&first);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(empty_parts_of_a_claim),
      cmocka_unit_test(keeps_the_expected_signature_to_itself),
      cmocka_unit_test(refuses_raw_bytes_and_lengths),
      cmocka_unit_test(refuses_credentials_hosts_and_times),
      cmocka_unit_test(refuses_headers_that_are_none),
      cmocka_unit_test(without_a_secret),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
