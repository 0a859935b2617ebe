/* SPDX-License-Identifier: Apache-2.0 */
/* authorization.h - writing the value of an Authorization header. Reading it is claim.h's. */
#ifndef DCIAUTH_AUTHORIZATION_H
#define DCIAUTH_AUTHORIZATION_H

#include "buf.h"
#include "profile.h"

typedef struct {
  dciauth_span algorithm, access_key, scope, signed_headers;
  const uint8_t *mac; /* 32 bytes */
} authorization;

/* put_authorization appends the value and returns it; *signature is where it lies in there. Both
 * empty when full. */
dciauth_span put_authorization(const dciauth_profile *p, const authorization *a, buf *b,
                               dciauth_span *signature);

#endif
