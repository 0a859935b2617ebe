/* SPDX-License-Identifier: Apache-2.0 */
/* crypto_block.h - what an HMAC takes besides its digests, whichever interface of OpenSSL computes
 * those: the key as a block, and the two blocks that are made of it. */
#ifndef DCIAUTH_CRYPTO_BLOCK_H
#define DCIAUTH_CRYPTO_BLOCK_H

#include "span.h"

/* The two blocks of a key are xored with these. */
enum { BLOCK = 64, INNER = 0x36, OUTER = 0x5c };

/* fill_block makes the key a block, zero-padded. One longer than a block must be hashed into it
 * first: then the block is zero, and the result false. */
static inline bool fill_block(dciauth_span head, dciauth_span tail, uint8_t block[BLOCK]) {
  memset(block, 0, BLOCK);
  if (head.len > BLOCK || tail.len > BLOCK - head.len) {
    return false;
  }
  if (head.len > 0) {
    memcpy(block, head.ptr, head.len);
  }
  if (tail.len > 0) {
    memcpy(block + head.len, tail.ptr, tail.len);
  }
  return true;
}

static inline void xor_block(const uint8_t *restrict block, uint8_t pad, uint8_t *restrict out) {
  for (size_t i = 0; i < BLOCK; i++) {
    out[i] = block[i] ^ pad;
  }
}

/* done is the end of what computes 32 bytes: on failure they are zero. */
static inline dciauth_status done(bool ok, uint8_t out[32]) {
  if (!ok) {
    memset(out, 0, 32);
  }
  return ok ? DCIAUTH_OK : DCIAUTH_E_CRYPTO;
}

#endif
