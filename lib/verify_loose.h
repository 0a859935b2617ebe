/* SPDX-License-Identifier: Apache-2.0 */
/* verify_loose.h - what is done otherwise for the readings of python-dciauth, and for a request
 * that is not seen as on the wire. */
#ifndef DCIAUTH_VERIFY_LOOSE_H
#define DCIAUTH_VERIFY_LOOSE_H

#include "verifying.h"

/* verify_begin_apart is canonical_begin of a request that is read loosely, or seen through a
 * server. */
COLD DCIAUTH_MUST_USE dciauth_status verify_begin_apart(verifying *v);

/* verify_claim_loose reads the Authorization line in the row's way. */
COLD DCIAUTH_MUST_USE dciauth_status verify_claim_loose(verifying *v, const header_item *line);

/* verify_blur: what is wrong with a request as a server has changed it has no place in it as it was
 * sent; only the field is named. */
COLD void verify_blur(verifying *v, dciauth_status status);

/* verify_scope_loose puts in the claim what the package takes from its own options. */
COLD void verify_scope_loose(verifying *v);

#endif
