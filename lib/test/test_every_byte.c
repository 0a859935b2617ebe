/* SPDX-License-Identifier: Apache-2.0 */
/* test_every_byte.c - each header of a signed request cut off at every length, and with every byte
 * at every position, in place of the one there or before it. Each is refused for a reason, unless
 * what is signed is the same as before: then only white space at the ends of a value has changed,
 * or what the policy tolerates. Nothing is read behind the end, which is that of an allocation, and
 * nothing is allocated. */
#include <stdlib.h>

#include "allocations.h"
#include "support.h"

/* attack is a signed request, of which one header value is changed. */
typedef struct {
  sample s;
  dciauth_policy policy;
  dciauth_credential credential;
  work_block signing;
  uint8_t string_to_sign[512];
  size_t len;
  bool strict;
  dciauth_span claim; /* Authorization as it was signed */
  size_t refused, accepted;
} attack;

static void set_up(attack *a, const dciauth_profile *p) {
  dciauth_signed out;
  memset(a, 0, sizeof *a);
  sample_init(&a->s, p);
  a->s.params.session_token = is_dci(p) ? NOTHING : S("to/ken");
  a->signing = sample_sign(&a->s, &out);
  a->credential =
      (dciauth_credential){.session_token = a->s.params.session_token, .key = &a->s.key};
  a->len = out.stages.string_to_sign.len;
  assert_true(a->len <= sizeof a->string_to_sign);
  memcpy(a->string_to_sign, out.stages.string_to_sign.ptr, a->len);
  a->claim = out.authorization;
}

static bool is_blank(uint8_t byte) {
  return byte == ' ' || byte == '\t';
}

/* is_space: what the row takes off the ends of a value, which in some is all that Python does. */
static bool is_space(const dciauth_profile *p, uint8_t byte) {
  bool python = strcmp(row_text(p, "header_value"), "split") == 0;
  return is_blank(byte) ||
         (python && (byte == '\v' || byte == '\f' || (byte >= 0x1c && byte <= 0x1f)));
}

static dciauth_span trimmed(const dciauth_profile *p, dciauth_span text) {
  while (text.len > 0 && is_space(p, text.ptr[0])) {
    text = dciauth_bytes(text.ptr + 1, text.len - 1);
  }
  while (text.len > 0 && is_space(p, text.ptr[text.len - 1])) {
    text.len--;
  }
  return text;
}

/* plain_claim writes a claim without the white space that says nothing: at its ends, and behind
 * commas. */
static size_t plain_claim(const dciauth_profile *p, dciauth_span text, uint8_t *out) {
  bool after_comma = false;
  size_t len = 0;
  text = trimmed(p, text);
  for (size_t i = 0; i < text.len; i++) {
    if (!after_comma || !is_blank(text.ptr[i])) {
      out[len++] = text.ptr[i];
      after_comma = text.ptr[i] == ',';
    }
  }
  return len;
}

static bool is_same_claim(const dciauth_profile *p, dciauth_span a, dciauth_span b) {
  uint8_t plain[2][512];
  assert_true(a.len < sizeof plain[0] && b.len < sizeof plain[1]);
  size_t len = plain_claim(p, a, plain[0]);
  return len == plain_claim(p, b, plain[1]) && memcmp(plain[0], plain[1], len) == 0;
}

/* lookup knows the key of the sample alone: the signature does not cover its name. */
static bool lookup(void *arg, const dciauth_claim *claim, dciauth_credential *out) {
  const attack *a = arg;
  *out = a->credential;
  return claim->access_key.len == a->s.params.access_key.len &&
         memcmp(claim->access_key.ptr, a->s.params.access_key.ptr, claim->access_key.len) == 0;
}

static void judge(attack *a, dciauth_work work) {
  dciauth_verdict v;
  allocations_start();
  dciauth_status status =
      dciauth_verify(a->s.p, &a->s.request, &a->policy, SAMPLE_NOW, lookup, a, work, &v);
  assert_true(allocations_none());
  if (status == DCIAUTH_OK) {
    assert_span(v.stages.string_to_sign, dciauth_bytes(a->string_to_sign, a->len));
    assert_true(!a->strict ||
                is_same_claim(a->s.p, a->s.headers[a->s.request.num_headers - 1].value, a->claim));
    a->accepted++;
    return;
  }
  assert_true(sample_is_reason(status));
  a->refused++;
}

/* vary puts every byte at `at` of a value that ends where its allocation does. */
static void vary(attack *a, dciauth_span *value, uint8_t *bytes, size_t len, size_t at,
                 dciauth_work work) {
  *value = dciauth_bytes(bytes, len);
  for (unsigned byte = 0; byte < 256; byte++) {
    bytes[at] = (uint8_t)byte;
    judge(a, work);
  }
}

static void every_byte_of(attack *a, dciauth_span *value, dciauth_work work) {
  const dciauth_span before = *value;
  uint8_t *same = malloc(before.len);
  uint8_t *longer = malloc(before.len + 1);
  memcpy(same, before.ptr, before.len);
  for (size_t at = 0; at <= before.len; at++) {
    memcpy(longer, before.ptr, at);
    memcpy(longer + at + 1, before.ptr + at, before.len - at);
    vary(a, value, longer, before.len + 1, at, work);
    if (at < before.len) {
      vary(a, value, same, before.len, at, work);
      same[at] = before.ptr[at];
    }
  }
  free(same);
  free(longer);
  *value = before;
}

static void every_length_of(attack *a, dciauth_span *value, dciauth_work work) {
  const dciauth_span before = *value;
  for (size_t len = 0; len < before.len; len++) {
    uint8_t *cut = malloc(len + (len == 0));
    memcpy(cut, before.ptr, len);
    *value = dciauth_bytes(cut, len);
    judge(a, work);
    free(cut);
  }
  *value = before;
}

/* for_each_value calls one of the two for each header and policy. Of the changed bytes each is once
 * the one that was there, and then the request passes. */
static void for_each_value(void (*change)(attack *, dciauth_span *, dciauth_work), bool bytes) {
  for (size_t p = 0; p < SAMPLE_NUM_ROWS * SAMPLE_NUM_POLICIES; p++) {
    attack a;
    set_up(&a, dciauth_profile_at(p / SAMPLE_NUM_POLICIES));
    a.strict = p % SAMPLE_NUM_POLICIES == 0;
    a.policy = sample_policy_at(&a.s, p % SAMPLE_NUM_POLICIES);
    bool tolerant = p % SAMPLE_NUM_POLICIES == 1 && a.s.p == row("aws4");
    bool checked = a.strict || tolerant || is_functional(a.s.p);
    work_block b = block_new(dciauth_verify_bound(a.s.p, &a.s.request) + 4096, 0);
    for (size_t i = 0; checked && i < a.s.request.num_headers; i++) {
      dciauth_span *value = &a.s.headers[i].value;
      size_t before = a.accepted;
      change(&a, value, b.work);
      assert_true(a.accepted - before >= (bytes ? value->len : 0));
    }
    assert_true(!checked || (a.refused > (bytes ? 50000 : 100) && a.accepted < a.refused / 20));
    block_free(&b);
    block_free(&a.signing);
  }
}

static void every_byte_at_every_position(void **state) {
  (void)state;
  for_each_value(every_byte_of, true);
}

static void every_truncation(void **state) {
  (void)state;
  for_each_value(every_length_of, false);
}

int main(void) {
  if (!allocations_hook()) {
    return 2;
  }
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_byte_at_every_position),
      cmocka_unit_test(every_truncation),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
