/* SPDX-License-Identifier: Apache-2.0 */
/* allocations.c - the wrapped calls, and OpenSSL's hook. */
#include "allocations.h"

#include <openssl/crypto.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t num, size_t size);
void *__real_realloc(void *ptr, size_t size);
void __real_free(void *ptr);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t num, size_t size);
void *__wrap_realloc(void *ptr, size_t size);
void __wrap_free(void *ptr);

static allocation_counts counts;

void *__wrap_malloc(size_t size) {
  counts.calls++;
  return __real_malloc(size);
}

void *__wrap_calloc(size_t num, size_t size) {
  counts.calls++;
  return __real_calloc(num, size);
}

void *__wrap_realloc(void *ptr, size_t size) {
  counts.calls++;
  return __real_realloc(ptr, size);
}

void __wrap_free(void *ptr) {
  counts.calls++;
  __real_free(ptr);
}

static void *count_malloc(size_t size, const char *file, int line) {
  (void)file;
  (void)line;
  void *ptr = __real_malloc(size);
  counts.takes++;
  counts.leaves += ptr != NULL;
  return ptr;
}

static void *count_realloc(void *ptr, size_t size, const char *file, int line) {
  (void)file;
  (void)line;
  void *moved = __real_realloc(ptr, size);
  counts.takes++;
  counts.leaves += ptr == NULL && moved != NULL;
  return moved;
}

static void count_free(void *ptr, const char *file, int line) {
  (void)file;
  (void)line;
  counts.leaves -= ptr != NULL;
  __real_free(ptr);
}

bool allocations_hook(void) {
  return CRYPTO_set_mem_functions(count_malloc, count_realloc, count_free) == 1;
}

void allocations_start(void) {
  counts = (allocation_counts){0, 0, 0};
}

allocation_counts allocations_since(void) {
  return counts;
}

bool allocations_none(void) {
  return counts.calls == 0 && counts.leaves == 0 && (counts.takes == 0 || OPENSSL_ALLOCATES);
}
