/* SPDX-License-Identifier: Apache-2.0 */
/* claim.h - reading the value of an Authorization header. The strict reading is
 * dciauth_parse_authorization (dciauth.h).
 */
#ifndef DCIAUTH_CLAIM_H
#define DCIAUTH_CLAIM_H

#include "buf.h"
#include "profile.h"

/* claim_parse_loose reads what python-dciauth 2.1.7 reads: four words, each searched for its name.
 * The signature is whatever is left of its word. Needs value.len bytes of work at most. Errors:
 * MALFORMED_AUTH_HEADER where Python raises; MALFORMED_CREDENTIAL where it returns None; SPACE. */
DCIAUTH_MUST_USE dciauth_status claim_parse_loose(dciauth_span value, buf *b, dciauth_claim *out,
                                                  dciauth_where *where);

#endif
