/* SPDX-License-Identifier: Apache-2.0 */
/* test_allocations.c - signing, verifying and deriving keys allocate nothing: neither the library
 * nor OpenSSL for it. With DCIAUTH_CRYPTO=evp OpenSSL does, and all of it is given back. The
 * counters are shown to count. */
#include <openssl/evp.h>
#include <stdlib.h>

#include "allocations.h"
#include "support.h"

/* check_counts: nothing was allocated since, by anyone who may not; who may, did. */
static void check_counts(void) {
  assert_true(allocations_none());
  assert_int_equal(allocations_since().takes > 0, OPENSSL_ALLOCATES);
}

static void the_counters_count(void **state) {
  (void)state;
  allocations_start();
  void *(*volatile allocate)(size_t) =
      malloc; /* volatile: a compiler drops what it sees freed at once */
  void (*volatile release)(void *) = free;
  release(allocate(1));
  assert_int_equal(allocations_since().calls, 2);
  EVP_MD_CTX *ctx = EVP_MD_CTX_new();
  assert_true(allocations_since().takes > 0);
  assert_true(allocations_since().leaves > 0);
  EVP_MD_CTX_free(ctx);
  assert_int_equal(allocations_since().leaves, 0);
}

static void sign_and_verify_allocate_nothing(void **state) {
  (void)state;
  static uint8_t memory[2][1 << 16];
  for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
    sample s;
    dciauth_signed out;
    dciauth_verdict v;
    sample_init(&s, dciauth_profile_at(p));
    s.params.session_token = is_dci(s.p) ? NOTHING : S("token");
    dciauth_credential credential = {.secret_key = S(SECRET),
                                     .session_token = s.params.session_token};
    dciauth_policy policy = sample_policy(&s);
    dciauth_work work[2] = {{memory[0], sizeof memory[0]}, {memory[1], sizeof memory[1]}};
    allocations_start();
    sample_derive(&s);
    check_counts();
    allocations_start();
    dciauth_status status = dciauth_sign(s.p, &s.request, &s.params, &s.key, work[0], &out);
    check_counts();
    assert_ok(status);
    for (size_t i = 0; i < out.num_added; i++) {
      s.headers[s.request.num_headers++] = out.added[i];
    }
    allocations_start();
    status = dciauth_verify(s.p, &s.request, &policy, SAMPLE_NOW, sample_lookup, &credential,
                            work[1], &v);
    check_counts();
    assert_ok(status);
  }
}

static void python_calls_allocate_nothing(void **state) {
  (void)state;
  static uint8_t memory[2][1 << 16];
  dciauth_work work[2] = {{memory[0], sizeof memory[0]}, {memory[1], sizeof memory[1]}};
  const dciauth_dci_request request = {.endpoint = S("/")};
  dciauth_dci_headers out;
  dciauth_parsed_headers parsed;
  allocations_start();
  dciauth_status status = dciauth_generate_headers(row("dci2-v2.1"), &request, S("a/b"),
                                                   S("secret"), SAMPLE_NOW, work[0], &out);
  assert_ok(status);
  const dciauth_pair headers[] = {
      {S("host"), S("api.distributed-ci.io")}, out.headers[0], out.headers[1]};
  assert_ok(dciauth_parse_headers(row("dci2-v2.1"), headers, 3, work[1], &parsed));
  static uint8_t third[1 << 16];
  dciauth_work last = {third, sizeof third};
  assert_ok(dciauth_is_valid(row("dci2-v2.1"), &request, S("secret"), &parsed, SAMPLE_NOW, last));
  check_counts();
}

/* A miss, a hit, another key in its place, one of nobody. */
static void a_cache_allocates_nothing(void **state) {
  (void)state;
  dciauth_cache cache;
  dciauth_cache_slot slot;
  dciauth_key key;
  const dciauth_claim claim = {.algorithm = S("AWS4-HMAC-SHA256"),
                               .access_key = S("A"),
                               .date = S("20150830"),
                               .region = S("r"),
                               .service = S("s"),
                               .terminator = S("aws4_request")};
  allocations_start();
  assert_ok(dciauth_cache_init(&cache, &slot, 1));
  assert_ok(dciauth_cache_key(&cache, row("aws4"), &claim, S("one"), &key));
  assert_ok(dciauth_cache_key(&cache, row("aws4"), &claim, S("one"), &key));
  assert_ok(dciauth_cache_key(&cache, row("aws4"), &claim, S("two"), &key));
  assert_status(dciauth_cache_key(&cache, row("aws4"), &claim, NOTHING, &key),
                DCIAUTH_E_UNKNOWN_KEY);
  dciauth_cache_clear(&cache);
  check_counts();
}

int main(void) {
  if (!allocations_hook()) {
    return 2;
  }
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_counters_count),
      cmocka_unit_test(sign_and_verify_allocate_nothing),
      cmocka_unit_test(python_calls_allocate_nothing),
      cmocka_unit_test(a_cache_allocates_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
