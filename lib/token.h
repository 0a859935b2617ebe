/* SPDX-License-Identifier: Apache-2.0 */
/* token.h - the names and values of a query. Both calls return an empty span, and leave b->full
 * set, where there is no room. */
#ifndef DCIAUTH_TOKEN_H
#define DCIAUTH_TOKEN_H

#include "buf.h"
#include "profile.h"

dciauth_span decode_token(const dciauth_profile *p, dciauth_span token, buf *b);
dciauth_span encode_token(const dciauth_profile *p, dciauth_span token, buf *b);

#endif
