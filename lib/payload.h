/* SPDX-License-Identifier: Apache-2.0 */
/* payload.h - the last line of a canonical request. */
#ifndef DCIAUTH_PAYLOAD_H
#define DCIAUTH_PAYLOAD_H

#include "headers.h"

/* payload_of_request writes what the last line is, as far as the request says: the caller's
 * payload_hash, or 64 hex digits of the body. Errors: PAYLOAD_HASH_INVALID,
 * PAYLOAD_MODE_NOT_ALLOWED, LIMIT_EXCEEDED, CRYPTO. */
DCIAUTH_MUST_USE dciauth_status payload_of_request(const dciauth_profile *p,
                                                   const dciauth_request *request, char digest[64],
                                                   dciauth_span *out, dciauth_where *where);

/* payload_check_signed compares a payload header that the caller of sign gave with what is signed;
 * repeated, it is no hash: PAYLOAD_HASH_MISMATCH. */
DCIAUTH_MUST_USE dciauth_status payload_check_signed(const dciauth_profile *p,
                                                     const header_list *list, dciauth_span payload,
                                                     dciauth_where *where);

/* payload_verify replaces `*payload`, the hash of the body received, by the last line that the
 * header asks for; *body_covered is false for an unsigned payload. Errors: PAYLOAD_HASH_MISSING,
 * PAYLOAD_HASH_INVALID, UNSIGNED_PAYLOAD_FORBIDDEN, PAYLOAD_MODE_NOT_ALLOWED,
 * PAYLOAD_HASH_MISMATCH. */
DCIAUTH_MUST_USE dciauth_status payload_verify(const dciauth_profile *p, const header_list *list,
                                               unsigned allow, dciauth_span *payload,
                                               bool *body_covered, dciauth_where *where);

#endif
