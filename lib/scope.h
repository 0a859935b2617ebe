/* SPDX-License-Identifier: Apache-2.0 */
/* scope.h - the credential scope and the string to sign. */
#ifndef DCIAUTH_SCOPE_H
#define DCIAUTH_SCOPE_H

#include "buf.h"
#include "profile.h"

/* scope_fill fills the empty parts of a scope that a row has a default for. */
void scope_fill(const dciauth_profile *p, dciauth_scope *scope);

/* scope_parts returns how many parts the row's scope has and points `parts` at them, in order. They
 * are the links of the key chain, too. */
enum { MAX_SCOPE_PARTS = 4 };
size_t scope_parts(const dciauth_profile *p, const dciauth_scope *scope,
                   dciauth_span parts[MAX_SCOPE_PARTS]);

/* scope_check finds a part that is missing, or that the row's scope has no place for (ARGUMENT),
 * too long (LIMIT_EXCEEDED), holds a byte that a scope cannot carry (MALFORMED_CREDENTIAL), or is
 * not the row's (BAD_ALGORITHM, SCOPE_TERMINATOR). The date must be eight digits of a real day
 * (MALFORMED_DATE). */
DCIAUTH_MUST_USE dciauth_status scope_check(const dciauth_profile *p, const dciauth_scope *scope,
                                            dciauth_where *where);

/* scope_check_undated is scope_check for a date that is known to be good. */
DCIAUTH_MUST_USE dciauth_status scope_check_undated(const dciauth_profile *p,
                                                    const dciauth_scope *scope,
                                                    dciauth_where *where);

/* part_check judges one part of a credential: not empty, at most `max` bytes, visible, without ','
 * and '/'. */
DCIAUTH_MUST_USE dciauth_status part_check(dciauth_span part, size_t max, dciauth_field field,
                                           dciauth_where *where);

/* access_key_check judges an access key: visible bytes without ',', in the row's number of parts
 * joined by '/', none empty. 0 parts stand for any number. Errors: ARGUMENT (empty),
 * LIMIT_EXCEEDED, MALFORMED_CREDENTIAL. */
DCIAUTH_MUST_USE dciauth_status access_key_check(const dciauth_profile *p, dciauth_span key,
                                                 dciauth_where *where);

/* put_string_to_sign appends the four lines and returns the scope within them in *text; room
 * as in crypto_sha256. Does nothing when the buffer is full: a cut-off canonical request is never
 * hashed. The scope is written first: the HMAC can begin with it before the hash is done. */
DCIAUTH_MUST_USE dciauth_status put_string_to_sign(const dciauth_profile *p,
                                                   const dciauth_scope *scope,
                                                   dciauth_span timestamp,
                                                   dciauth_span canonical_request, uint8_t *room,
                                                   buf *b, dciauth_span *text);

/* scope_bound is the most text that put_string_to_sign appends. */
size_t scope_bound(const dciauth_scope *scope, dciauth_span timestamp);

#endif
