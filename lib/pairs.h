/* SPDX-License-Identifier: Apache-2.0 */
/* pairs.h - the pairs of a query as they were sent. */
#ifndef DCIAUTH_PAIRS_H
#define DCIAUTH_PAIRS_H

#include "profile.h"

/* raw_pair is a pair that is not decoded yet. What is plain is its own decoded and its own encoded
 * form: unreserved bytes. */
typedef struct {
  dciauth_span name, value;
  bool plain_name, plain_value;
} raw_pair;

/* check_pairs returns the offset of the first byte that the row refuses, or query.len, and counts
 * the pairs up to there as count_pairs does. */
size_t check_pairs(const dciauth_profile *p, dciauth_span query, size_t *num);

/* next_pair cuts the next pair that is not empty off *rest; false if there is none. "=" is a pair of
 * an empty name and an empty value, whose ptr lies in the query. */
bool next_pair(dciauth_span *rest, raw_pair *out);

/* count_pairs returns how many pairs a query has; empty ones do not count. */
size_t count_pairs(dciauth_span query);

#endif
