/* SPDX-License-Identifier: Apache-2.0 */
/* claim.h - reading the value of an Authorization header. The strict reading, as a whole, is
 * dciauth_parse_authorization (dciauth.h). */
#ifndef DCIAUTH_CLAIM_H
#define DCIAUTH_CLAIM_H

#include "buf.h"
#include "profile.h"

/* claim_split is its first half: algorithm, credential, signed headers and signature, cut apart. */
DCIAUTH_MUST_USE dciauth_status claim_split(const dciauth_profile *p, dciauth_span value,
                                            dciauth_claim *out, dciauth_span *credential,
                                            dciauth_where *where);

/* claim_check is the second: it judges them, splits the credential and reads the signature.
 * good_names: the signed headers are known to be ascending names. */
DCIAUTH_MUST_USE dciauth_status claim_check(const dciauth_profile *p, dciauth_span value,
                                            dciauth_span credential, bool good_names,
                                            dciauth_claim *out, uint8_t signature[32],
                                            dciauth_where *where);

/* claim_read_usual reads a header of the usual form as both would, at once, but for the signed
 * headers: those it does not judge, and a comma in them would have been another parameter's. False
 * for any other header, good or bad. */
bool claim_read_usual(const dciauth_profile *p, dciauth_span value, dciauth_claim *out,
                      uint8_t signature[32]);

/* claim_parse_loose reads what python-dciauth's functions do: four words, each searched for its
 * name. The signature is whatever is left of its word. Needs value.len bytes of work at most.
 * Errors: MALFORMED_AUTH_HEADER where Python raises; MALFORMED_CREDENTIAL where it returns None;
 * SPACE. */
DCIAUTH_MUST_USE dciauth_status claim_parse_loose(dciauth_span value, buf *b, dciauth_claim *out,
                                                  dciauth_where *where);

/* claim_parse_class reads what its class does: four words, names and commas dropped. Needs twice
 * value.len bytes of work and those lost to alignment. Errors: the same, and it raises for each. */
COLD DCIAUTH_MUST_USE dciauth_status claim_parse_class(dciauth_span value, buf *b,
                                                       dciauth_claim *out, dciauth_where *where);

/* claim_parse_v1 reads what version 1 does: what stands between a name and the next comma, each
 * looked for in the whole. Algorithm and scope stay empty. Errors: MALFORMED_CREDENTIAL. */
COLD DCIAUTH_MUST_USE dciauth_status claim_parse_v1(dciauth_span value, dciauth_claim *out,
                                                    dciauth_where *where);

#endif
