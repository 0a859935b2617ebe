/* SPDX-License-Identifier: Apache-2.0 */
/* crypto_evp.c - on OpenSSL's interface EVP, for builds that may not use deprecated functions. EVP
 * keeps its state in contexts that it allocates. A dciauth_key is a value, which owns nothing: it
 * holds the padded key block instead of the two states behind it, and an HMAC hashes that once
 * more. */
#include "crypto.h"

#include <openssl/evp.h>
#include <stdatomic.h>

#include "crypto_block.h"

/* key_value is what lies in a dciauth_key: copied in and out with memcpy, never cast. The mark
 * tells it from a zeroed or wiped one: the block of an empty key is zero. */
typedef struct {
  uint8_t block[BLOCK];
  uint8_t mark[WORD];
} key_value;

_Static_assert(sizeof(key_value) <= sizeof(dciauth_key), "a dciauth_key holds a key block");

static const uint8_t MARK[WORD] = {'E', 'V', 'P', ' ', 'k', 'e', 'y', 1};

static _Atomic(EVP_MD *) fetched;

/* sha256 is fetched at the first use and kept: a fetch for each digest costs more than the digest,
 * and threads wait for each other in it. One that failed is tried again the next time. */
static const EVP_MD *sha256(void) {
  EVP_MD *md = atomic_load(&fetched);
  if (md != NULL) {
    return md;
  }
  md = EVP_MD_fetch(NULL, "SHA256", NULL);
  EVP_MD *before = NULL;
  if (md != NULL && !atomic_compare_exchange_strong(&fetched, &before, md)) {
    EVP_MD_free(md); /* another thread was faster */
    return before;
  }
  return md;
}

/* digest hashes head and tail in a context that may have been used before. */
/* spec: fips180-4 6.2 */
static bool digest(EVP_MD_CTX *ctx, dciauth_span head, dciauth_span tail, uint8_t out[32]) {
  const EVP_MD *md = sha256();
  return md != NULL && ctx != NULL && EVP_DigestInit_ex2(ctx, md, NULL) == 1 &&
         (head.len == 0 || EVP_DigestUpdate(ctx, head.ptr, head.len) == 1) &&
         (tail.len == 0 || EVP_DigestUpdate(ctx, tail.ptr, tail.len) == 1) &&
         EVP_DigestFinal_ex(ctx, out, NULL) == 1;
}

static bool sha256_two(dciauth_span head, dciauth_span tail, uint8_t out[32]) {
  EVP_MD_CTX *ctx = EVP_MD_CTX_new();
  bool ok = digest(ctx, head, tail, out);
  EVP_MD_CTX_free(ctx); /* which wipes it */
  return ok;
}

dciauth_status crypto_sha256(dciauth_span message, uint8_t *room, uint8_t out[32]) {
  (void)room; /* EVP takes no message that is sealed */
  return done(sha256_two(message, dciauth_bytes(NULL, 0), out), out);
}

static bool key_block(dciauth_span head, dciauth_span tail, uint8_t block[BLOCK]) {
  return fill_block(head, tail, block) || sha256_two(head, tail, block);
}

dciauth_status crypto_hmac_key(dciauth_span head, dciauth_span tail, dciauth_key *out) {
  key_value value;
  memcpy(value.mark, MARK, sizeof MARK);
  bool ok = key_block(head, tail, value.block);
  memset(out, 0, sizeof *out);
  if (ok) {
    memcpy(out, &value, sizeof value);
  }
  crypto_wipe(&value, sizeof value);
  return ok ? DCIAUTH_OK : DCIAUTH_E_CRYPTO;
}

bool crypto_is_key(const dciauth_key *key) {
  return word_at((const uint8_t *)key + offsetof(key_value, mark)) == word_at(MARK);
}

/* digest_behind hashes the block, xored, and the message behind it. */
static bool digest_behind(EVP_MD_CTX *ctx, const uint8_t block[BLOCK], uint8_t pad,
                          dciauth_span message, uint8_t out[32]) {
  uint8_t padded[BLOCK];
  xor_block(block, pad, padded);
  bool ok = digest(ctx, dciauth_bytes(padded, BLOCK), message, out);
  crypto_wipe(padded, sizeof padded);
  return ok;
}

/* spec: rfc2104 2 */
static bool hmac(const uint8_t block[BLOCK], dciauth_span message, uint8_t out[32]) {
  EVP_MD_CTX *ctx = EVP_MD_CTX_new();
  bool ok = digest_behind(ctx, block, INNER, message, out) &&
            digest_behind(ctx, block, OUTER, dciauth_bytes(out, 32), out);
  EVP_MD_CTX_free(ctx);
  return ok;
}

dciauth_status crypto_hmac(const dciauth_key *key, dciauth_span message, uint8_t *room,
                           uint8_t out[32]) {
  (void)room;
  key_value value;
  memcpy(&value, key, sizeof value);
  bool ok = crypto_is_key(key) && hmac(value.block, message, out);
  crypto_wipe(&value, sizeof value);
  return done(ok, out);
}

dciauth_status crypto_hmac_once(dciauth_span head, dciauth_span tail, dciauth_span message,
                                uint8_t out[32]) {
  uint8_t block[BLOCK];
  bool ok = key_block(head, tail, block) && hmac(block, message, out);
  crypto_wipe(block, sizeof block);
  return done(ok, out);
}
