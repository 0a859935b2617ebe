/* SPDX-License-Identifier: Apache-2.0 */
/* test_key.c - key derivation: AWS's documented example, and keys computed with Python's hmac
 * module. */
#include "key.h"

#include <stdlib.h>

#include "codec.h"
#include "support.h"

static void check_key(const char *secret, dciauth_scope scope, const char *want) {
  uint8_t bytes[32];
  char hex[64];
  assert_ok(key_bytes(row("aws4"), dciauth_str(secret), &scope, bytes));
  encode_hex32(bytes, hex);
  assert_span(dciauth_bytes(hex, 64), dciauth_str(want));
}

static void known_keys(void **state) {
  (void)state;
  check_key(SECRET,
            (dciauth_scope){S("AWS4-HMAC-SHA256"), S("20150830"), S("us-east-1"), S("iam"),
                            S("aws4_request")},
            "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9");
  check_key(
      "secret",
      (dciauth_scope){S("DCI2-HMAC-SHA256"), S("20240919"), S("BHS3"), S("api"), S("dci2_request")},
      "d24c3371e1af8760224e2228358376a22fd59a539830801129e151cdabb0ca9c");
  check_key("secret", (dciauth_scope){S("X-HMAC-SHA256-HMAC-SHA256Y"), S(""), S(""), S(""), S("")},
            "d112d3a4322b3e08be71d310a218dc93444129808e9966c2a45ee3cd468dd6db");
}

static void secrets_of_any_length(void **state) {
  (void)state;
  static const size_t lengths[] = {1, 59, 60, 61, 64, 65, DCIAUTH_MAX_SECRET};
  const dciauth_scope scope = {NOTHING, S("20150830"), S("r"), S("s"), NOTHING};
  uint8_t *secret = malloc(DCIAUTH_MAX_SECRET + 1);
  memset(secret, 's', DCIAUTH_MAX_SECRET + 1);
  dciauth_key last;
  memset(&last, 0, sizeof last);
  for (size_t i = 0; i < NUM(lengths); i++) {
    dciauth_key key;
    assert_ok(dciauth_key_derive(row("aws4"), dciauth_bytes(secret, lengths[i]), &scope, &key));
    assert_memory_not_equal(&key, &last, sizeof key);
    last = key;
  }
  assert_status(
      dciauth_key_derive(row("aws4"), dciauth_bytes(secret, DCIAUTH_MAX_SECRET + 1), &scope, &last),
      DCIAUTH_E_LIMIT_EXCEEDED);
  assert_zero(last);
  free(secret);
}

static void refuses(void **state) {
  (void)state;
  static const struct {
    dciauth_scope scope;
    dciauth_status aws, dci;
  } cases[] = {
      {{{NULL, 0}, {NULL, 0}, LIT("r"), LIT("s"), {NULL, 0}},
       DCIAUTH_E_MALFORMED_DATE,
       DCIAUTH_E_MALFORMED_DATE},
      {{{NULL, 0}, LIT("20150832"), LIT("r"), LIT("s"), {NULL, 0}},
       DCIAUTH_E_MALFORMED_DATE,
       DCIAUTH_E_MALFORMED_DATE},
      {{{NULL, 0}, LIT("20150830"), {NULL, 0}, LIT("s"), {NULL, 0}},
       DCIAUTH_E_ARGUMENT,
       DCIAUTH_OK},
      {{{NULL, 0}, LIT("20150830"), LIT("r"), {NULL, 0}, {NULL, 0}},
       DCIAUTH_E_ARGUMENT,
       DCIAUTH_OK},
      {{LIT("DCI2-HMAC-SHA256"), LIT("20150830"), LIT("r"), LIT("s"), {NULL, 0}},
       DCIAUTH_E_BAD_ALGORITHM,
       DCIAUTH_OK},
      {{{NULL, 0}, LIT("20150830"), LIT("r"), LIT("s"), LIT("x")},
       DCIAUTH_E_SCOPE_TERMINATOR,
       DCIAUTH_OK},
      {{{NULL, 0}, LIT("20150830"), LIT("r/"), LIT("s"), {NULL, 0}},
       DCIAUTH_E_MALFORMED_CREDENTIAL,
       DCIAUTH_E_MALFORMED_CREDENTIAL},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    for (size_t p = 0; p < NUM_KINDS; p++) {
      dciauth_status want = p == 2 ? cases[i].dci : cases[i].aws;
      dciauth_key key;
      memset(&key, 1, sizeof key);
      assert_status(dciauth_key_derive(kind(p), S(SECRET), &cases[i].scope, &key), want);
      if (want != DCIAUTH_OK) {
        assert_zero(key);
      }
    }
  }
  const dciauth_scope good = {NOTHING, S("20150830"), S("r"), S("s"), NOTHING};
  dciauth_key key;
  memset(&key, 1, sizeof key);
  assert_status(dciauth_key_derive(row("aws4"), NOTHING, &good, &key), DCIAUTH_E_ARGUMENT);
  assert_zero(key);
}

static void unchecked_scope_has_one_limit(void **state) {
  (void)state;
  uint8_t algorithm[DCIAUTH_MAX_SCOPE_PART + 1];
  uint8_t out[32];
  memset(algorithm, 'A', sizeof algorithm);
  dciauth_scope scope = {dciauth_bytes(algorithm, sizeof algorithm - 1), S("d"), S("r"), S("s"),
                         S("t")};
  assert_ok(key_bytes(row("aws4"), S("x"), &scope, out));
  scope.algorithm = dciauth_bytes(algorithm, sizeof algorithm);
  assert_status(key_bytes(row("aws4"), S("x"), &scope, out), DCIAUTH_E_LIMIT_EXCEEDED);
  assert_zero(out);
  dciauth_key key;
  assert_status(key_of(row("aws4"), S("x"), &scope, &key), DCIAUTH_E_LIMIT_EXCEEDED);
  assert_zero(key);
}

static void signs_and_wipes(void **state) {
  (void)state;
  sample s;
  char hex[64];
  uint8_t mac[32];
  sample_init(&s, row("aws4"));
  assert_ok(dciauth_signature(&s.key, S("text"), hex));
  assert_ok(signature_bytes(&s.key, S("text"), NULL, mac));
  uint8_t back[32];
  assert_true(decode_hex32(dciauth_bytes(hex, 64), back));
  assert_memory_equal(mac, back, 32);
  dciauth_key_wipe(&s.key);
  assert_zero(s.key);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(known_keys),      cmocka_unit_test(secrets_of_any_length),
      cmocka_unit_test(refuses),         cmocka_unit_test(unchecked_scope_has_one_limit),
      cmocka_unit_test(signs_and_wipes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
