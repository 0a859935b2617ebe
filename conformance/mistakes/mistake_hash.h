/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_hash.h - SHA-256, and HMAC with keys that no dialect derives. */
#ifndef CONFORM_MISTAKE_HASH_H
#define CONFORM_MISTAKE_HASH_H

#include "text.h"

/* hash_hex appends the 64 hex digits of SHA-256; hash_hmac the 32 bytes of HMAC-SHA-256. */
void hash_hex(dciauth_span bytes, text *out);
void hash_hmac(dciauth_span key, dciauth_span bytes, text *out);

/* hash_put_hex appends bytes as lower-case hex digits. */
void hash_put_hex(dciauth_span bytes, text *out);

#endif
