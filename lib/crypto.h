/* SPDX-License-Identifier: Apache-2.0 */
/* crypto.h - the only door to the cryptographic library: SHA-256, HMAC-SHA-256, wiping, comparing.
 * A status other than DCIAUTH_OK is DCIAUTH_E_CRYPTO, and then outputs are zero. */
#ifndef DCIAUTH_CRYPTO_H
#define DCIAUTH_CRYPTO_H

#include "span.h"

/* CRYPTO_SEAL is the most bytes that follow a message in its last block or two. */
enum { CRYPTO_SEAL = 72 };

/* crypto_sha256 is quickest where it may seal the message: room, if not NULL, is so many bytes
 * right behind it, for writing. */
DCIAUTH_MUST_USE dciauth_status crypto_sha256(dciauth_span message, uint8_t *room, uint8_t out[32]);

/* crypto_hmac_key prepares the HMAC key `head` followed by `tail`, of any length. */
DCIAUTH_MUST_USE dciauth_status crypto_hmac_key(dciauth_span head, dciauth_span tail,
                                                dciauth_key *out);

/* crypto_is_key: this is what crypto_hmac_key makes, not a zeroed or wiped one. */
bool crypto_is_key(const dciauth_key *key);

/* crypto_hmac refuses what crypto_is_key denies; room as in crypto_sha256. */
DCIAUTH_MUST_USE dciauth_status crypto_hmac(const dciauth_key *key, dciauth_span message,
                                            uint8_t *room, uint8_t out[32]);

/* crypto_hmac_once is crypto_hmac with a key that is not kept. */
DCIAUTH_MUST_USE dciauth_status crypto_hmac_once(dciauth_span head, dciauth_span tail,
                                                 dciauth_span message, uint8_t out[32]);

/* crypto_wipe overwrites memory that is not read again, in a way that the compiler keeps. */
void crypto_wipe(void *ptr, size_t len);

/* crypto_equal32 and crypto_equal compare in a time that depends on the length alone. */
bool crypto_equal32(const uint8_t a[32], const uint8_t b[32]);
bool crypto_equal(dciauth_span a, dciauth_span b);

#endif
