/* SPDX-License-Identifier: Apache-2.0 */
/* verify_claim.h - how a verification comes to its claim. */
#ifndef DCIAUTH_VERIFY_CLAIM_H
#define DCIAUTH_VERIFY_CLAIM_H

#include "verifying.h"

/* verify_claim finds Authorization and reads it into out->claim, names and claimed. */
DCIAUTH_MUST_USE dciauth_status verify_claim(verifying *v);

#endif
