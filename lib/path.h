/* SPDX-License-Identifier: Apache-2.0 */
/* path.h - the canonical path. */
#ifndef DCIAUTH_PATH_H
#define DCIAUTH_PATH_H

#include "buf.h"
#include "profile.h"

/* check_wire_target finds a blank or a control character in a whole target: a signer may be handed
 * one to encode, but none can have come over the wire, where it would end the request line.
 * MALFORMED_URI, MALFORMED_QUERY behind the '?'. */
DCIAUTH_MUST_USE dciauth_status check_wire_target(dciauth_span target, dciauth_where *where);

/* check_decoded_path finds what makes the path of a target ambiguous where the row decodes it: an
 * escape that is none, one for a slash or a control character, octets that are no UTF-8. A signer
 * may be handed them; two requests would share one signature. MALFORMED_URI. */
DCIAUTH_MUST_USE dciauth_status check_decoded_path(const dciauth_profile *p, dciauth_span target,
                                                   dciauth_where *where);

/* canon_path checks the path part of a target and appends its canonical form; offsets count in the
 * path. MALFORMED_URI. */
DCIAUTH_MUST_USE dciauth_status canon_path(const dciauth_profile *p, dciauth_span path, buf *b,
                                           dciauth_where *where);

/* put_path appends the canonical form of a path that was not checked, as python-dciauth does. */
void put_path(const dciauth_profile *p, dciauth_span path, buf *b);

/* path_bound is the most work that put_path needs. */
size_t path_bound(size_t path_len);

#endif
