/* SPDX-License-Identifier: Apache-2.0 */
/* test_constant_time.c - no branch and no address depends on a secret, a key or an expected
 * signature, in any row; to be run under memcheck (constant_time.py). What is public of a secret is
 * its length, a signature once it is written, and whether what was sent is equal: poison.h says
 * where that is declared. */
#include "poisoned.h"

#include <stdio.h>

static work_memory verifying_block;

/* ---- Signing --------------------------------------------------------------------------------- */

static void signs(subject *t) {
  char hex[64];
  sign(t);
  assert_ok(dciauth_signature(&t->s.key, S("a string to sign"), hex));
  check_leaks(t, "the stage of the signature");
  assert_int_equal(count_poisoned(hex, sizeof hex), 64);
  dciauth_key_wipe(&t->s.key);
  assert_int_equal(count_poisoned(&t->s.key, sizeof t->s.key), 0);
}

static void signing(void **state) {
  (void)state;
  each(signs);
}

/* ---- Verifying ------------------------------------------------------------------------------- */

/* server is what a look-up knows. */
typedef struct {
  const subject *t;
  dciauth_credential credential;
  bool known;
  dciauth_cache *cache; /* NULL: the credential as it is */
} server;

static bool lookup(void *arg, const dciauth_claim *claim, dciauth_credential *out) {
  const server *s = arg;
  dciauth_key *place = out->room;
  *out = s->credential;
  if (s->cache == NULL) {
    return s->known;
  }
  dciauth_span secret = s->known ? s->credential.secret_key : NOTHING;
  dciauth_status status = dciauth_cache_key(s->cache, s->t->s.p, claim, secret, place);
  out->key = place;
  return status == DCIAUTH_OK;
}

/* expect verifies; nothing of a secret is in the answer, nor left in the block. */
static void expect(server *s, dciauth_status want, const char *what) {
  dciauth_verdict v;
  const subject *t = s->t;
  const dciauth_policy policy = sample_policy(&t->s);
  dciauth_status got = dciauth_verify(t->s.p, &t->s.request, &policy, SAMPLE_NOW, lookup, s,
                                      clean(verifying_block), &v);
  check_leaks(t, what);
  check_status(got, want, what, __FILE__, __LINE__);
  assert_int_equal(count_poisoned(verifying_block, sizeof verifying_block), 0);
  assert_int_equal(count_poisoned(&v, sizeof v), 0);
}

/* expect_each tries the right signature, one that differs at its beginning, in its middle or at its
 * end, and a key that is not known. */
static void expect_each(server *s, subject *t) {
  static const size_t places[] = {0, 31, 63};
  unsigned long before = secrets_compared;
  expect(s, DCIAUTH_OK, "the right signature");
  for (size_t i = 0; i < NUM(places); i++) {
    uint8_t *digit = t->signature + places[i];
    uint8_t right = *digit;
    *digit = right == '0' ? '1' : '0';
    expect(s, DCIAUTH_E_SIGNATURE_MISMATCH, "a wrong signature");
    *digit = right;
  }
  s->known = false;
  expect(s, DCIAUTH_E_UNKNOWN_KEY, "a key that is not known");
  s->known = true;
  assert_true(secrets_compared >= before + 5); /* what was expected was a secret until then */
}

static void verifies(subject *t) {
  sign(t);
  server given_secret = {t, {.secret_key = secret_of(t)}, true, NULL};
  expect_each(&given_secret, t);
  server given_key = {t, {.key = &t->s.key}, true, NULL};
  expect_each(&given_key, t);
  server given_nothing = {t, {.secret_key = NOTHING}, true, NULL};
  expect(&given_nothing, DCIAUTH_E_UNKNOWN_KEY, "no secret");
}

static void verifying(void **state) {
  (void)state;
  each(verifies);
}

/* A cache of two slots: each answer once with a key that is derived and once with one that is kept,
 * and other keys in between, for which it is wiped. */
static void verifies_with_cache(subject *t) {
  dciauth_cache cache;
  dciauth_cache_slot slots[2];
  uint8_t other[MAX_SECRET];
  sign(t);
  memset(other, 'o', sizeof other);
  poison(other, t->len);
  assert_ok(dciauth_cache_init(&cache, slots, NUM(slots)));
  server s = {t, {.secret_key = secret_of(t)}, true, &cache};
  server replaced = {t, {.secret_key = dciauth_bytes(other, t->len)}, true, &cache};
  for (size_t i = 0; i < 2; i++) {
    expect_each(&s, t);
    expect(&replaced, DCIAUTH_E_SIGNATURE_MISMATCH, "a secret that was replaced");
  }
  server shorter = {t, {.secret_key = dciauth_bytes(other, (t->len + 1) / 2)}, true, &cache};
  expect(&shorter, DCIAUTH_E_SIGNATURE_MISMATCH, "a key in the place of another");
  expect(&s, DCIAUTH_OK, "a key that was put out");
  assert_true(count_poisoned(slots, sizeof slots) > 0);
  dciauth_cache_clear(&cache);
  assert_int_equal(count_poisoned(slots, sizeof slots), 0);
}

static void verifying_with_a_cache(void **state) {
  (void)state;
  each(verifies_with_cache);
}

/* The token of a temporary key is a secret of the server's, too. */
static void session_tokens(void **state) {
  (void)state;
  for (size_t i = 0; row_at(i) != NULL; i++) {
    if (row_text(row_at(i), "token_header")[0] == '\0') {
      continue;
    }
    static const char *const tokens[] = {"a token of the key", "A token of the key",
                                         "a token of the keY", "another, that is longer"};
    for (size_t k = 0; k < NUM(tokens); k++) {
      subject t;
      char token[32] = "";
      subject_begin(&t, row_at(i), 40);
      t.s.params.session_token = dciauth_str(tokens[0]);
      sign(&t);
      dciauth_span known = dciauth_bytes(token, strlen(tokens[k]));
      memcpy(token, tokens[k], known.len);
      poison(token, known.len);
      server s = {&t, {.secret_key = secret_of(&t), .session_token = known}, true, NULL};
      expect(&s, k == 0 ? DCIAUTH_OK : DCIAUTH_E_TOKEN_INVALID, "a session token");
    }
  }
}

/* ---- The calls of python-dciauth ------------------------------------------------------------- */

static void generates(subject *t) {
  static const dciauth_dci_request request;
  dciauth_dci_headers out;
  dciauth_parsed_headers parsed;
  if (!is_functional(t->s.p)) {
    return;
  }
  assert_ok(dciauth_generate_headers(t->s.p, &request, S("remoteci/client_id"), secret_of(t),
                                     SAMPLE_NOW, clean(signing_block), &out));
  check_leaks(t, "generate_headers");
  check_only_signature(out.signature);
  static work_memory block;
  static uint8_t text[512];
  const dciauth_pair headers[] = {
      {S("Host"), S("api.distributed-ci.io")},
      out.headers[0],
      {out.headers[1].name, dciauth_bytes(text, out.headers[1].value.len)}};
  for (size_t at = 0; at < 65; at += 16) { /* past the last digit: the right one */
    memcpy(text, out.headers[1].value.ptr, out.headers[1].value.len);
    uint8_t *digit = text + (out.signature.ptr - out.headers[1].value.ptr) + at;
    if (at < 64) {
      *digit = *digit == '0' ? '1' : '0';
    }
    assert_ok(dciauth_parse_headers(t->s.p, headers, NUM(headers), clean(block), &parsed));
    dciauth_status status = dciauth_is_valid(t->s.p, &request, secret_of(t), &parsed, SAMPLE_NOW,
                                             clean(verifying_block));
    check_leaks(t, "is_valid");
    assert_status(status, at < 64 ? DCIAUTH_E_SIGNATURE_MISMATCH : DCIAUTH_OK);
    assert_int_equal(count_poisoned(verifying_block, sizeof verifying_block), 0);
  }
}

static void calls_of_python_dciauth(void **state) {
  (void)state;
  each(generates);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(signing),
      cmocka_unit_test(verifying),
      cmocka_unit_test(verifying_with_a_cache),
      cmocka_unit_test(session_tokens),
      cmocka_unit_test(calls_of_python_dciauth),
  };
  if (!is_memcheck()) {
    (void)fprintf(stderr, "this test is for memcheck: valgrind %s\n", "test_constant_time");
    return 2;
  }
  return cmocka_run_group_tests(tests, NULL, NULL);
}
