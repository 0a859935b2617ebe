/* SPDX-License-Identifier: Apache-2.0 */
/* test_payload.c - the last line of a canonical request, when signing and when verifying. */
#include "payload.h"

#include "support.h"

#define HASH_HELLO "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
#define HASH_UPPER "2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824"

static void of_the_body(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    dciauth_request request;
    char digest[64];
    dciauth_span out;
    dciauth_where where;
    memset(&request, 0, sizeof request);
    assert_ok(payload_of_request(kind(p), &request, digest, &out, &where));
    assert_span(out, S(EMPTY_HASH));
    request.body = S("hello");
    assert_ok(payload_of_request(kind(p), &request, digest, &out, &where));
    assert_span(out, S(HASH_HELLO));
    request.payload_hash = S(EMPTY_HASH);
    assert_ok(payload_of_request(kind(p), &request, digest, &out, &where));
    assert_span(out, S(EMPTY_HASH));
  }
}

static void of_the_caller(void **state) {
  (void)state;
  static const struct {
    const char *text;
    dciauth_status aws, dci;
    size_t offset;
  } cases[] = {
      {"UNSIGNED-PAYLOAD", DCIAUTH_OK, DCIAUTH_E_PAYLOAD_MODE_NOT_ALLOWED, 0},
      {"STREAMING-AWS4-HMAC-SHA256-PAYLOAD", DCIAUTH_OK, DCIAUTH_E_PAYLOAD_MODE_NOT_ALLOWED, 0},
      {"STREAMING-UNSIGNED-PAYLOAD-TRAILER", DCIAUTH_OK, DCIAUTH_E_PAYLOAD_MODE_NOT_ALLOWED, 0},
      {"unsigned-payload", DCIAUTH_E_PAYLOAD_HASH_INVALID, DCIAUTH_E_PAYLOAD_HASH_INVALID, 0},
      {"STREAMING-X", DCIAUTH_E_PAYLOAD_HASH_INVALID, DCIAUTH_E_PAYLOAD_HASH_INVALID, 0},
      {HASH_UPPER, DCIAUTH_E_PAYLOAD_HASH_INVALID, DCIAUTH_E_PAYLOAD_HASH_INVALID, 1},
      {"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b982",
       DCIAUTH_E_PAYLOAD_HASH_INVALID, DCIAUTH_E_PAYLOAD_HASH_INVALID, 63},
      {HASH_HELLO "0", DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_E_LIMIT_EXCEEDED, 64},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    for (size_t p = 0; p < NUM_KINDS; p++) {
      dciauth_status want = p == 2 ? cases[i].dci : cases[i].aws;
      dciauth_request request;
      char digest[64];
      dciauth_span out;
      dciauth_where where;
      memset(&request, 0, sizeof request);
      request.payload_hash = dciauth_str(cases[i].text);
      check_status(payload_of_request(kind(p), &request, digest, &out, &where), want, cases[i].text,
                   __FILE__, __LINE__);
      if (want == DCIAUTH_OK) {
        assert_span(out, request.payload_hash);
      } else {
        check_where(where, DCIAUTH_FIELD_PAYLOAD_HASH, 0, cases[i].offset, cases[i].text, __FILE__,
                    __LINE__);
      }
    }
  }
}

/* lines is what was sent: line 3, and where a list has two items, line 5. */
static dciauth_pair lines[6] = {[3] = {{(const uint8_t *)"x-amz-content-sha256", 20}, {NULL, 0}},
                                [5] = {{(const uint8_t *)"x-amz-content-sha256", 20}, {NULL, 0}}};

static header_list list_of(header_item items[2], size_t num) {
  sort_item_set(&items[0], &lines[3]);
  sort_item_set(&items[1], &lines[5]);
  return (header_list){items, num, lines, NULL, UINT64_MAX};
}

static void given_header_must_agree(void **state) {
  (void)state;
  header_item items[2];
  const header_list one = list_of(items, 1);
  const header_list two = list_of(items, 2);
  const header_list none = list_of(items, 0);
  dciauth_where where;
  lines[3].value = S(" " HASH_HELLO "\t");
  lines[5].value = S(HASH_HELLO);
  for (size_t p = 0; p < 2; p++) {
    const dciauth_profile *aws = kind(p);
    assert_ok(payload_check_signed(aws, &none, S(HASH_HELLO), &where));
    assert_ok(payload_check_signed(aws, &one, S(HASH_HELLO), &where));
    assert_status(payload_check_signed(aws, &one, S(EMPTY_HASH), &where),
                  DCIAUTH_E_PAYLOAD_HASH_MISMATCH);
    assert_where(where, DCIAUTH_FIELD_HEADER_VALUE, 3, 0);
    assert_status(payload_check_signed(aws, &two, S(HASH_HELLO), &where),
                  DCIAUTH_E_PAYLOAD_HASH_MISMATCH);
    assert_where(where, DCIAUTH_FIELD_HEADER_VALUE, 5, 0);
  }
  assert_ok(payload_check_signed(row("dci2-v2.1"), &one, S(EMPTY_HASH), &where));
}

typedef struct {
  const char *value;
  unsigned allow;
  dciauth_status want;
} header_case;

static void check_header_case(const dciauth_profile *p, const header_case *c) {
  header_item items[2];
  const header_list list = list_of(items, 1);
  dciauth_span payload = S(HASH_HELLO);
  bool covered = false;
  dciauth_where where;
  lines[3].value = dciauth_str(c->value);
  dciauth_status status = payload_verify(p, &list, c->allow, &payload, &covered, &where);
  check_status(status, c->want, c->value, __FILE__, __LINE__);
  if (c->want != DCIAUTH_OK) {
    assert_where(where, DCIAUTH_FIELD_HEADER_VALUE, 3, 0);
    return;
  }
  bool is_unsigned = span_eq_str(payload, "UNSIGNED-PAYLOAD");
  assert_int_equal(covered, !is_unsigned);
  assert_int_equal(is_unsigned, strcmp(c->value, "UNSIGNED-PAYLOAD") == 0);
}

static void verifies_the_header(void **state) {
  (void)state;
  enum { ALLOW = DCIAUTH_ALLOW_UNSIGNED_PAYLOAD };
  static const header_case cases[] = {
      {HASH_HELLO, 0, DCIAUTH_OK},
      {" " HASH_HELLO " ", 0, DCIAUTH_OK},
      {HASH_HELLO, ALLOW, DCIAUTH_OK},
      {EMPTY_HASH, 0, DCIAUTH_E_PAYLOAD_HASH_MISMATCH},
      {EMPTY_HASH, ALLOW, DCIAUTH_E_PAYLOAD_HASH_MISMATCH},
      {HASH_UPPER, 0, DCIAUTH_E_PAYLOAD_HASH_INVALID},
      {"", 0, DCIAUTH_E_PAYLOAD_HASH_INVALID},
      {HASH_HELLO "0", 0, DCIAUTH_E_PAYLOAD_HASH_INVALID},
      {"unsigned-payload", ALLOW, DCIAUTH_E_PAYLOAD_HASH_INVALID},
      {"STREAMING-X", ALLOW, DCIAUTH_E_PAYLOAD_HASH_INVALID},
      {"UNSIGNED-PAYLOAD", 0, DCIAUTH_E_UNSIGNED_PAYLOAD_FORBIDDEN},
      {"UNSIGNED-PAYLOAD", ALLOW, DCIAUTH_OK},
      {"STREAMING-UNSIGNED-PAYLOAD-TRAILER", ALLOW, DCIAUTH_E_PAYLOAD_MODE_NOT_ALLOWED},
      {"STREAMING-AWS4-HMAC-SHA256-PAYLOAD", 0, DCIAUTH_E_PAYLOAD_MODE_NOT_ALLOWED},
      {"STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", 0, DCIAUTH_E_PAYLOAD_MODE_NOT_ALLOWED},
      {"STREAMING-AWS4-HMAC-SHA256-EVENTS", 0, DCIAUTH_E_PAYLOAD_MODE_NOT_ALLOWED},
      {"STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD", 0, DCIAUTH_E_PAYLOAD_MODE_NOT_ALLOWED},
      {"STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER", 0, DCIAUTH_E_PAYLOAD_MODE_NOT_ALLOWED},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    check_header_case(row("aws4"), &cases[i]);
    check_header_case(row("aws4-s3"), &cases[i]);
  }
}

static void header_absent_or_repeated(void **state) {
  (void)state;
  header_item items[2];
  const header_list none = list_of(items, 0);
  const header_list two = list_of(items, 2);
  dciauth_span payload = S(HASH_HELLO);
  bool covered = false;
  dciauth_where where;
  lines[3].value = S(HASH_HELLO);
  lines[5].value = S(HASH_HELLO);
  assert_ok(payload_verify(row("aws4"), &none, 0, &payload, &covered, &where));
  assert_true(covered);
  assert_status(payload_verify(row("aws4-s3"), &none, 0, &payload, &covered, &where),
                DCIAUTH_E_PAYLOAD_HASH_MISSING);
  assert_where(where, DCIAUTH_FIELD_HEADERS, 0, 0);
  assert_status(payload_verify(row("aws4"), &two, 0, &payload, &covered, &where),
                DCIAUTH_E_PAYLOAD_HASH_INVALID);
  assert_status(payload_verify(row("aws4-s3"), &two, 0, &payload, &covered, &where),
                DCIAUTH_E_PAYLOAD_HASH_INVALID);
  lines[3].value = S("UNSIGNED-PAYLOAD");
  assert_ok(payload_verify(row("dci2-v2.1"), &two, 0, &payload, &covered, &where));
  assert_span(payload, S(HASH_HELLO));
  assert_true(covered);
}

static void alone(void **state) {
  (void)state;
  dciauth_request request;
  dciauth_text out;
  memset(&request, 0, sizeof request);
  request.body = S("hello");
  for (size_t p = 0; p < NUM_KINDS; p++) {
    work_block b = block_new(64, 1);
    request.payload_hash = NOTHING;
    assert_ok(dciauth_payload_hash(kind(p), &request, b.work, &out));
    assert_span(out.text, S(HASH_HELLO));
    request.payload_hash = S("x");
    assert_status(dciauth_payload_hash(kind(p), &request, b.work, &out),
                  DCIAUTH_E_PAYLOAD_HASH_INVALID);
    assert_where(out.where, DCIAUTH_FIELD_PAYLOAD_HASH, 0, 0);
    assert_int_equal(out.text.len, 0);
    block_free(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(alone),
      cmocka_unit_test(of_the_body),
      cmocka_unit_test(of_the_caller),
      cmocka_unit_test(given_header_must_agree),
      cmocka_unit_test(verifies_the_header),
      cmocka_unit_test(header_absent_or_repeated),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
