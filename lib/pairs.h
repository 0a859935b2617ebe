/* SPDX-License-Identifier: Apache-2.0 */
/* pairs.h - the pairs of a query in the order they were sent in. */
#ifndef DCIAUTH_PAIRS_H
#define DCIAUTH_PAIRS_H

#include "buf.h"
#include "profile.h"

/* split_pairs writes each pair decoded and encoded, count_pairs of them. It returns the offset of
 * the first byte that the row refuses, or query.len. "=" is a pair of two empty tokens. */
size_t split_pairs(const dciauth_profile *p, dciauth_span query, dciauth_pair *decoded,
                   dciauth_pair *encoded, buf *b);

/* find_pair returns the offset of the pair that `num` others stand before. */
size_t find_pair(dciauth_span query, size_t num);

/* count_pairs returns how many pairs a query has; empty ones do not count. */
size_t count_pairs(dciauth_span query);

#endif
