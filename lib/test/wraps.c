/* SPDX-License-Identifier: Apache-2.0 */
/* wraps.c - what stands between the files of the library in test_constant_time.c (the linker's
 * --wrap). Here is declared what the library makes public of a secret: whether it is equal to what
 * was sent, one bit. And here the bugs are planted that the test must notice: PLANT names one. */
#include "cache_tag.h"
#include "codec.h"
#include "crypto.h"
#include "key.h"
#include "poison.h"

#define NO_BUG 0
#define EARLY_EXIT 1   /* signatures are compared up to the first byte that differs */
#define MEMCMP 2       /* or by memcmp, which does the same */
#define TOKEN_MEMCMP 3 /* or session tokens */
#define KEY_BRANCH 4   /* a branch on a byte of a secret or of a link of the key's chain */
#define NUL_SEARCH 5   /* a secret ends at a NUL */
#define MAC_BRANCH 6   /* a branch on a byte of the expected signature */
#define MAC_TABLE 7    /* a table in which a byte of the signature is looked up */
#define CACHE_PLACE 8  /* a slot of the cache by the hash of a secret */
#ifndef PLANT
#define PLANT NO_BUG
#endif

unsigned long secrets_compared;
/* A compiler may make a comparison in constant time of memcmp, but not of one that it cannot see.
 */
static int (*volatile compare)(const void *, const void *, size_t) = memcmp;
volatile unsigned planted; /* what a bug does if a branch is taken: something */

bool __real_crypto_equal32(const uint8_t a[32], const uint8_t b[32]);
bool __wrap_crypto_equal32(const uint8_t a[32], const uint8_t b[32]);
bool __real_crypto_equal(dciauth_span a, dciauth_span b);
bool __wrap_crypto_equal(dciauth_span a, dciauth_span b);
dciauth_status __real_crypto_hmac_once(dciauth_span head, dciauth_span tail, dciauth_span message,
                                       uint8_t out[32]);
dciauth_status __wrap_crypto_hmac_once(dciauth_span head, dciauth_span tail, dciauth_span message,
                                       uint8_t out[32]);
dciauth_status __real_signature_bytes(const dciauth_key *key, dciauth_span string_to_sign,
                                      uint8_t *room, uint8_t out[32]);
dciauth_status __wrap_signature_bytes(const dciauth_key *key, dciauth_span string_to_sign,
                                      uint8_t *room, uint8_t out[32]);
void __real_encode_hex32(const uint8_t bytes[32], char out[64]);
void __wrap_encode_hex32(const uint8_t bytes[32], char out[64]);
dciauth_status __real_cache_tag_of(const dciauth_profile *p, dciauth_span access_key,
                                   const dciauth_scope *scope, dciauth_span secret, cache_tag *out);
dciauth_status __wrap_cache_tag_of(const dciauth_profile *p, dciauth_span access_key,
                                   const dciauth_scope *scope, dciauth_span secret, cache_tag *out);

/* publish is the verdict of a comparison, and the only thing that the library publishes. */
static bool publish(bool equal, bool secret) {
  secrets_compared += secret;
  declare_public(&equal, sizeof equal);
  return equal;
}

static bool equal_32(const uint8_t a[32], const uint8_t b[32]) {
  size_t i = 0;
  switch (PLANT) {
  case EARLY_EXIT:
    while (i < 32 && a[i] == b[i]) {
      i++;
    }
    return i == 32;
  case MEMCMP: return compare(a, b, 32) == 0;
  default: return __real_crypto_equal32(a, b);
  }
}

bool __wrap_crypto_equal32(const uint8_t a[32], const uint8_t b[32]) {
  return publish(equal_32(a, b), count_poisoned(a, 32) == 32 || count_poisoned(b, 32) == 32);
}

bool __wrap_crypto_equal(dciauth_span a, dciauth_span b) {
  bool equal = PLANT == TOKEN_MEMCMP ? a.len == b.len && compare(a.ptr, b.ptr, a.len) == 0
                                     : __real_crypto_equal(a, b);
  return publish(equal,
                 count_poisoned(a.ptr, a.len) == a.len || count_poisoned(b.ptr, b.len) == b.len);
}

dciauth_status __wrap_crypto_hmac_once(dciauth_span head, dciauth_span tail, dciauth_span message,
                                       uint8_t out[32]) {
  dciauth_span secret = tail.len > 0 ? tail : head;
  if (PLANT == KEY_BRANCH && secret.ptr[secret.len - 1] == 'k') {
    planted++;
  }
  for (size_t i = 0; PLANT == NUL_SEARCH && i < secret.len && secret.ptr[i] != 0; i++) {
    planted++;
  }
  return __real_crypto_hmac_once(head, tail, message, out);
}

dciauth_status __wrap_signature_bytes(const dciauth_key *key, dciauth_span string_to_sign,
                                      uint8_t *room, uint8_t out[32]) {
  dciauth_status status = __real_signature_bytes(key, string_to_sign, room, out);
  if (PLANT == MAC_BRANCH && out[31] == 0) {
    planted++;
  }
  return status;
}

void __wrap_encode_hex32(const uint8_t bytes[32], char out[64]) {
  static const char digits[] = "0123456789abcdef";
  __real_encode_hex32(bytes, out);
  for (size_t i = 0; PLANT == MAC_TABLE && i < 32; i++) {
    out[2 * i] = digits[bytes[i] >> 4];
  }
}

dciauth_status __wrap_cache_tag_of(const dciauth_profile *p, dciauth_span access_key,
                                   const dciauth_scope *scope, dciauth_span secret,
                                   cache_tag *out) {
  dciauth_status status = __real_cache_tag_of(p, access_key, scope, secret, out);
  if (PLANT == CACHE_PLACE) {
    out->place = word_at(out->tag);
  }
  return status;
}
