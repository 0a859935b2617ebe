/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_chain.h - the derivation of a signing key, link by link. */
#ifndef CONFORM_MISTAKE_CHAIN_H
#define CONFORM_MISTAKE_CHAIN_H

#include "mistake_case.h"

/* CHAIN_*: the links of a full scope; one of the date alone has the first. */
enum { CHAIN_DATE, CHAIN_REGION, CHAIN_SERVICE, CHAIN_TERMINATOR, CHAIN_MOST };

/* chain: the key is HMAC(… HMAC(HMAC(prefix + secret, at[0]), at[1]) …), where the prefix is the
 * algorithm without its "-HMAC-SHA256". */
typedef struct {
  dciauth_span algorithm;
  dciauth_span at[CHAIN_MOST];
  size_t num;
  bool hex; /* each link is handed on as hex digits, not as bytes */
} chain;

/* chain_of returns the right one. */
chain chain_of(const mistake_case *c);

/* chain_drop removes a link, if it is there. */
void chain_drop(chain *links, size_t i);

/* chain_derive appends the key: prefix and secret themselves, where there are no links. */
void chain_derive(const mistake_case *c, const chain *links, text *out);

#endif
