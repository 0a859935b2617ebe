/* SPDX-License-Identifier: Apache-2.0 */
/* key.h - the signing key. */
#ifndef DCIAUTH_KEY_H
#define DCIAUTH_KEY_H

#include "profile.h"

/* key_prefix returns what stands before the secret; it may lie in out. LIMIT_EXCEEDED for an
 * algorithm that is longer. */
DCIAUTH_MUST_USE dciauth_status key_prefix(const dciauth_profile *p, dciauth_span algorithm,
                                           uint8_t out[DCIAUTH_MAX_SCOPE_PART],
                                           dciauth_span *prefix);

/* key_bytes derives the 32 bytes of a signing key, for any scope: nothing is checked but the
 * secret's length. */
DCIAUTH_MUST_USE dciauth_status key_bytes(const dciauth_profile *p, dciauth_span secret,
                                          const dciauth_scope *scope, uint8_t out[32]);

/* key_of makes a key of the same. */
DCIAUTH_MUST_USE dciauth_status key_of(const dciauth_profile *p, dciauth_span secret,
                                       const dciauth_scope *scope, dciauth_key *out);

/* signature_bytes is HMAC(key, string to sign); room as in crypto_sha256. ARGUMENT for what is no
 * key. */
DCIAUTH_MUST_USE dciauth_status signature_bytes(const dciauth_key *key, dciauth_span string_to_sign,
                                                uint8_t *room, uint8_t out[32]);

#endif
