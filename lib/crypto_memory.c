/* SPDX-License-Identifier: Apache-2.0 */
/* crypto_memory.c - what secrets need besides hashing: to be wiped, and to be compared in constant
 * time. */
#include "crypto.h"

#include <openssl/crypto.h>

void crypto_wipe(void *ptr, size_t len) {
#if defined(__GNUC__)
  clear(ptr, len);
  __asm__ volatile(""
                   :
                   : "r"(ptr)
                   : "memory"); /* it may read the memory, for all the compiler knows */
#else
  OPENSSL_cleanse(ptr, len);
#endif
}

/* Without a loop over bytes, of which each waits for the one before. */
bool crypto_equal32(const uint8_t a[32], const uint8_t b[32]) {
#if defined(__GNUC__)
  uint64_t off = 0;
  for (size_t i = 0; i < 32; i += WORD) {
    off |= word_at(a + i) ^ word_at(b + i);
  }
  size_t any = (size_t)(off | off >> 32);
  __asm__ volatile("" : "+r"(any)); /* all of it, before anything is decided */
  return any == 0;
#else
  return CRYPTO_memcmp(a, b, 32) == 0;
#endif
}

bool crypto_equal(dciauth_span a, dciauth_span b) {
  if (a.len != b.len || a.len == 0) {
    return a.len == b.len;
  }
  return CRYPTO_memcmp(a.ptr, b.ptr, a.len) == 0;
}
