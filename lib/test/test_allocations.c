/* SPDX-License-Identifier: Apache-2.0 */
/* test_allocations.c - signing, verifying and deriving keys allocate nothing: neither the library
 * (its calls of malloc are wrapped by the linker) nor OpenSSL for it (its memory functions are
 * replaced). With DCIAUTH_CRYPTO=evp OpenSSL does, and all of it is given back. The counters are
 * shown to count. */
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <stdlib.h>

#include "support.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t num, size_t size);
void *__real_realloc(void *ptr, size_t size);
void __real_free(void *ptr);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t num, size_t size);
void *__wrap_realloc(void *ptr, size_t size);
void __wrap_free(void *ptr);

static size_t num_calls;      /* of the library and of this test */
static size_t openssl_takes;  /* OpenSSL's allocations */
static size_t openssl_leaves; /* those of them that were not freed */

void *__wrap_malloc(size_t size) {
  num_calls++;
  return __real_malloc(size);
}

void *__wrap_calloc(size_t num, size_t size) {
  num_calls++;
  return __real_calloc(num, size);
}

void *__wrap_realloc(void *ptr, size_t size) {
  num_calls++;
  return __real_realloc(ptr, size);
}

void __wrap_free(void *ptr) {
  num_calls++;
  __real_free(ptr);
}

static void *count_malloc(size_t size, const char *file, int line) {
  (void)file;
  (void)line;
  void *ptr = __real_malloc(size);
  openssl_takes++;
  openssl_leaves += ptr != NULL;
  return ptr;
}

static void *count_realloc(void *ptr, size_t size, const char *file, int line) {
  (void)file;
  (void)line;
  void *moved = __real_realloc(ptr, size);
  openssl_takes++;
  openssl_leaves += ptr == NULL && moved != NULL;
  return moved;
}

static void count_free(void *ptr, const char *file, int line) {
  (void)file;
  (void)line;
  openssl_leaves -= ptr != NULL;
  __real_free(ptr);
}

static void start_counting(void) {
  num_calls = 0;
  openssl_takes = 0;
  openssl_leaves = 0;
}

/* check_counts: nothing was allocated since, by anyone who may not. */
static void check_counts(void) {
  assert_int_equal(num_calls, 0);
  assert_int_equal(openssl_takes > 0, OPENSSL_ALLOCATES);
  assert_int_equal(openssl_leaves, 0);
}

static void the_counters_count(void **state) {
  (void)state;
  start_counting();
  void *(*volatile allocate)(size_t) =
      malloc; /* volatile: a compiler drops what it sees freed at once */
  void (*volatile release)(void *) = free;
  release(allocate(1));
  assert_int_equal(num_calls, 2);
  EVP_MD_CTX *ctx = EVP_MD_CTX_new();
  assert_true(openssl_takes > 0);
  assert_true(openssl_leaves > 0);
  EVP_MD_CTX_free(ctx);
  assert_int_equal(openssl_leaves, 0);
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
    start_counting();
    sample_derive(&s);
    check_counts();
    start_counting();
    dciauth_status status = dciauth_sign(s.p, &s.request, &s.params, &s.key, work[0], &out);
    check_counts();
    assert_ok(status);
    for (size_t i = 0; i < out.num_added; i++) {
      s.headers[s.request.num_headers++] = out.added[i];
    }
    start_counting();
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
  start_counting();
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

int main(void) {
  if (CRYPTO_set_mem_functions(count_malloc, count_realloc, count_free) != 1) {
    return 2;
  }
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_counters_count),
      cmocka_unit_test(sign_and_verify_allocate_nothing),
      cmocka_unit_test(python_calls_allocate_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
