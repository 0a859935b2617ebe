/* SPDX-License-Identifier: Apache-2.0 */
/* test_wiped.c - no secret, no link of the chain to a key, no state of a key and no expected
 * signature stays behind a call: each is made on a stack of its own, which is searched then, as is
 * the work block. What OpenSSL leaves is its own. */
#include <stdio.h>
#include <stdlib.h>
#include <ucontext.h>

#include "crypto.h"
#include "scope.h"
#include "support.h"

enum { STACK = 1 << 18, LINKS = 6, MAX_NEEDLES = LINKS + 4 };

/* subject is all that a call needs, beside its stack. */
typedef struct {
  sample s;
  uint8_t secret[100];
  size_t len;
  dciauth_credential credential;
  dciauth_cache cache;
  dciauth_cache_slot slots[2];
  dciauth_signed out;
  dciauth_verdict verdict;
  dciauth_dci_headers headers;
  dciauth_parsed_headers parsed;
  dciauth_status status;
} subject;

static subject t;
static _Alignas(16) uint8_t stack[STACK];
static uint8_t block[16384], signed_block[16384];
static ucontext_t here, there;

static dciauth_span secret_of(void) {
  return dciauth_bytes(t.secret, t.len);
}

/* ---- What is searched for -------------------------------------------------------------------- */

typedef struct {
  uint8_t bytes[32];
  const char *what;
} needle;

static needle needles[MAX_NEEDLES];
static size_t num_needles;

static void want(const void *bytes, const char *what) {
  assert_true(num_needles < MAX_NEEDLES);
  memcpy(needles[num_needles].bytes, bytes, 32);
  needles[num_needles++].what = what;
}

static dciauth_scope scope_of(void) {
  const dciauth_sign_params *params = &t.s.params;
  dciauth_scope scope = {params->algorithm, dciauth_bytes(params->timestamp.ptr, 8), params->region,
                         params->service, params->terminator};
  scope_fill(t.s.p, &scope);
  return scope;
}

/* want_chain derives all links, as any row's key is derived, by the key of the row itself. */
static void want_chain(void) {
  const dciauth_scope scope = scope_of();
  dciauth_span parts[MAX_SCOPE_PARTS];
  size_t num = scope_parts(t.s.p, &scope, parts);
  bool bare = strcmp(row_text(t.s.p, "key_prefix"), "none") == 0;
  dciauth_span prefix = bare ? NOTHING : dciauth_bytes(scope.algorithm.ptr, 4); /* AWS4, DCI2 */
  uint8_t link[32];
  assert_ok(crypto_hmac_once(prefix, secret_of(), parts[0], link));
  want(link, "a link of the chain");
  for (size_t i = 1; i < num; i++) {
    assert_ok(crypto_hmac_once(dciauth_bytes(link, 32), NOTHING, parts[i], link));
    want(link, "a link of the chain");
  }
  dciauth_key key;
  assert_ok(crypto_hmac_key(dciauth_bytes(link, 32), NOTHING, &key));
  assert_memory_equal(&key, &t.s.key, sizeof key);
  want(&key, "the key");
}

static const char *find(const uint8_t *memory, size_t len) {
  for (size_t i = 0; i < num_needles; i++) {
    for (size_t at = 0; at + 32 <= len; at++) {
      if (memory[at] == needles[i].bytes[0] && memcmp(memory + at, needles[i].bytes, 32) == 0) {
        return needles[i].what;
      }
    }
  }
  return NULL;
}

/* ---- Calls ----------------------------------------------------------------------------------- */

/* call runs a function on the stack, and says what it left there or in the block. */
static const char *call(void (*function)(void)) {
  memset(stack, 0, sizeof stack);
  assert_int_equal(getcontext(&there), 0);
  there.uc_stack.ss_sp = stack;
  there.uc_stack.ss_size = sizeof stack;
  there.uc_link = &here;
  makecontext(&there, function, 0);
  assert_int_equal(swapcontext(&here, &there), 0);
  const char *left = find(stack, sizeof stack);
  return left != NULL ? left : find(block, sizeof block);
}

static void check(void (*function)(void), dciauth_status status, const char *what) {
  const char *left = call(function);
  assert_status(t.status, status);
  if (left != NULL) {
    explain("%s, a secret of %zu bytes, %s: %s is left", row_text(t.s.p, "name"), t.len, what,
            left);
  }
}

static void derive(void) {
  const dciauth_scope scope = scope_of();
  t.status = dciauth_key_derive(t.s.p, secret_of(), &scope, &t.s.key);
}

static void sign(void) {
  t.status = dciauth_sign(t.s.p, &t.s.request, &t.s.params, &t.s.key,
                          (dciauth_work){signed_block, sizeof signed_block}, &t.out);
}

static bool lookup_in_cache(void *arg, const dciauth_claim *claim, dciauth_credential *out) {
  (void)arg;
  out->key = out->room;
  return dciauth_cache_key(&t.cache, t.s.p, claim, secret_of(), out->room) == DCIAUTH_OK;
}

static void verify_with(dciauth_lookup lookup) {
  const dciauth_policy policy = sample_policy(&t.s);
  t.status = dciauth_verify(t.s.p, &t.s.request, &policy, SAMPLE_NOW, lookup, &t.credential,
                            (dciauth_work){block, sizeof block}, &t.verdict);
}

static void verify(void) {
  verify_with(sample_lookup);
}

static void verify_with_cache(void) {
  verify_with(lookup_in_cache);
}

static void generate(void) {
  static const dciauth_dci_request request;
  t.status = dciauth_generate_headers(t.s.p, &request, S("remoteci/client_id"), secret_of(),
                                      SAMPLE_NOW, (dciauth_work){block, sizeof block}, &t.headers);
}

static void careless(void) {
  uint8_t copy[100];
  memcpy(copy, t.secret, t.len);
  dciauth_key key = t.s.key;
  t.status = copy[0] == 0 || key.opaque[0] == 0 ? DCIAUTH_E_CRYPTO : DCIAUTH_OK;
  __asm__ volatile("" : : "r"(copy), "r"(&key) : "memory");
}

/* ---- Tests ----------------------------------------------------------------------------------- */

static void begin(const dciauth_profile *p, size_t len) {
  memset(&t, 0, sizeof t);
  memset(block, 0, sizeof block);
  sample_init(&t.s, p);
  for (size_t i = 0; i < len; i++) {
    t.secret[i] = (uint8_t)('0' + (i * 7 + len) % 64);
  }
  t.len = len;
  num_needles = 0;
  want(t.secret, "the secret");
  derive();
  want_chain();
}

static void send(void) {
  check(sign, DCIAUTH_OK, "signing");
  for (size_t i = 0; i < t.out.num_added; i++) {
    t.s.headers[t.s.request.num_headers++] = t.out.added[i];
  }
}

/* forge spoils the signature; the right one must not show then. */
static void forge(void) {
  uint8_t *digits = signed_block + (t.out.signature.ptr - signed_block);
  uint8_t mac[32];
  for (size_t i = 0; i < 32; i++) {
    char two[3] = {(char)digits[2 * i], (char)digits[2 * i + 1], '\0'};
    mac[i] = (uint8_t)strtoul(two, NULL, 16);
  }
  want(mac, "the expected signature");
  want(digits, "the expected signature in hex");
  digits[0] = digits[0] == '0' ? '1' : '0';
  digits[32] = digits[32] == '0' ? '1' : '0';
}

static void check_row(const dciauth_profile *p, size_t len) {
  begin(p, len);
  check(derive, DCIAUTH_OK, "deriving a key");
  send();
  t.credential.secret_key = secret_of();
  assert_ok(dciauth_cache_init(&t.cache, t.slots, 2));
  for (size_t i = 0; i < 2; i++) {
    dciauth_status want_status = i == 0 ? DCIAUTH_OK : DCIAUTH_E_SIGNATURE_MISMATCH;
    check(verify, want_status, "verifying");
    check(verify_with_cache, want_status, "verifying with a cache");
    check(verify_with_cache, want_status, "verifying with a key that was kept");
    if (i == 0) {
      forge();
    }
  }
  if (is_functional(p)) {
    check(generate, DCIAUTH_OK, "generate_headers");
  }
}

static void nothing_is_left(void **state) {
  (void)state;
  static const size_t lengths[] = {40, 64, 65, 100};
  for (size_t i = 0; dciauth_profile_at(i) != NULL; i++) {
    for (size_t k = 0; k < NUM(lengths); k++) {
      check_row(dciauth_profile_at(i), lengths[k]);
    }
  }
}

static void what_is_left_is_found(void **state) {
  (void)state;
  begin(row("aws4"), 40);
  assert_string_equal(call(careless), "the secret");
  needles[0] = needles[--num_needles];
  assert_string_equal(call(careless), "the key");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_is_left),
      cmocka_unit_test(what_is_left_is_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
