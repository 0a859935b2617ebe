/* SPDX-License-Identifier: Apache-2.0 */
/* verify_request.h - the first thing that is done for a verification. */
#ifndef DCIAUTH_VERIFY_REQUEST_H
#define DCIAUTH_VERIFY_REQUEST_H

#include "verify_claim.h"

/* verify_request checks the policy, and method, target and header lines, in this order. It begins
 * the canonical request. */
DCIAUTH_MUST_USE dciauth_status verify_request(verifying *v);

#endif
