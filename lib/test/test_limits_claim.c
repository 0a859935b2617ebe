/* SPDX-License-Identifier: Apache-2.0 */
/* test_limits_claim.c - the parts of a claim, and payload hash and secret, at their limits. */
#include <stdlib.h>

#include "support.h"

static uint8_t letters[DCIAUTH_MAX_SECRET + 1];

static dciauth_span text(size_t len) {
  memset(letters, 'a', sizeof letters);
  return dciauth_bytes(letters, len);
}

/* build_authorization writes an Authorization with parts of given lengths. */
static size_t build_authorization(bool dci, size_t key, size_t region, size_t list, uint8_t *out) {
  const struct {
    const char *text;
    size_t letters;
  } parts[] = {
      {dci ? "DCI2-HMAC-SHA256 Credential=k/" : "AWS4-HMAC-SHA256 Credential=",
       dci ? key - 2 : key},
      {"/20150830/", region},
      {dci ? "/service/dci2_request, SignedHeaders=" : "/service/aws4_request, SignedHeaders=",
       list},
      {", Signature=" EMPTY_HASH, 0}};
  size_t at = 0;
  for (size_t i = 0; i < NUM(parts); i++) {
    memcpy(out + at, parts[i].text, strlen(parts[i].text));
    at += strlen(parts[i].text);
    memset(out + at, 'a', parts[i].letters);
    at += parts[i].letters;
  }
  return at;
}

static void parts_of_a_claim(void **state) {
  (void)state;
  static const struct {
    size_t key, region, list;
    bool over;
  } claims[] = {
      {127, 63, DCIAUTH_MAX_SIGNED_HEADERS - 1, false},
      {128, 64, DCIAUTH_MAX_SIGNED_HEADERS, false},
      {129, 64, 9, true},
      {128, 65, 9, true},
      {128, 64, DCIAUTH_MAX_SIGNED_HEADERS + 1, true},
  };
  uint8_t *value = malloc(DCIAUTH_MAX_SIGNED_HEADERS + 1000);
  for (size_t i = 0; i < NUM(claims); i++) {
    for (size_t p = 0; p < NUM_KINDS; p++) {
      size_t len =
          build_authorization(p == 2, claims[i].key, claims[i].region, claims[i].list, value);
      dciauth_claim claim;
      dciauth_where where;
      assert_status(dciauth_parse_authorization(kind(p), dciauth_bytes(value, len), &claim, &where),
                    claims[i].over ? DCIAUTH_E_LIMIT_EXCEEDED : DCIAUTH_OK);
      size_t key_end = 28 + 128;
      size_t list_end = 28 + 128 + 10 + 64 + 37 + DCIAUTH_MAX_SIGNED_HEADERS;
      size_t want = i == 2 ? key_end : i == 3 ? key_end + 10 + 64 : i == 4 ? list_end : 0;
      assert_where(where, i < 2 ? DCIAUTH_FIELD_NONE : DCIAUTH_FIELD_HEADER_VALUE, 0, want);
    }
  }
  free(value);
}

static void payload_hash(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    for (size_t len = 63; len <= 65; len++) {
      sample s;
      dciauth_signed out;
      sample_init(&s, kind(p));
      s.request.payload_hash = text(len);
      dciauth_status want = len < 64   ? DCIAUTH_E_PAYLOAD_HASH_INVALID
                            : len > 64 ? DCIAUTH_E_LIMIT_EXCEEDED
                                       : DCIAUTH_OK;
      work_block b = block_new(dciauth_sign_bound(s.p, &s.request, &s.params), 0);
      assert_status(dciauth_sign(s.p, &s.request, &s.params, &s.key, b.work, &out), want);
      assert_where(out.where, len == 64 ? DCIAUTH_FIELD_NONE : DCIAUTH_FIELD_PAYLOAD_HASH, 0,
                   len == 63   ? 63
                   : len == 65 ? 64
                               : 0);
      block_free(&b);
    }
  }
}

static void secret_key(void **state) {
  (void)state;
  const dciauth_scope scope = {NOTHING, S("20150830"), S("r"), S("s"), NOTHING};
  for (size_t p = 0; p < NUM_KINDS; p++) {
    for (size_t len = DCIAUTH_MAX_SECRET - 1; len <= DCIAUTH_MAX_SECRET + 1; len++) {
      dciauth_key key;
      assert_status(dciauth_key_derive(kind(p), text(len), &scope, &key),
                    len > DCIAUTH_MAX_SECRET ? DCIAUTH_E_LIMIT_EXCEEDED : DCIAUTH_OK);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(parts_of_a_claim),
      cmocka_unit_test(payload_hash),
      cmocka_unit_test(secret_key),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
