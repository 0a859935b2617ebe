/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_pairs.h - the pairs of a query, each by itself as its dialect encodes it, so that a
 * mistake can be made in the way in which they are put together. */
#ifndef CONFORM_MISTAKE_PAIRS_H
#define CONFORM_MISTAKE_PAIRS_H

#include "mistake_case.h"

typedef struct {
  dciauth_span sent; /* as it was sent */
  text name, value;  /* encoded */
  bool bare;         /* it was sent without '=' */
  size_t index;
} query_pair;

typedef struct {
  query_pair *items;
  size_t num;
} query_pairs;

/* pair_rewrite appends what a signer with a mistake reads in the place of a pair. */
typedef void pair_rewrite(dciauth_span pair, text *out);

/* pairs_split reads a query; `rewrite` may be NULL. False: a pair is refused by the dialect. Call
 * pairs_free in either case. */
bool pairs_split(const dciauth_profile *profile, dciauth_span query, pair_rewrite *rewrite,
                 query_pairs *out);
void pairs_free(query_pairs *pairs);

/* pairs_split_only splits and neither decodes nor encodes; empty pairs count. */
void pairs_split_only(dciauth_span query, query_pairs *out);

/* pairs_drop removes pair i. */
void pairs_drop(query_pairs *pairs, size_t i);

/* pair_order: the dialect's own, which the caller has to know; in the order sent; by the encoded
 * name, then the value; by the encoded name alone; by the decoded name, then the value; by
 * "name=value" as one text. Equal ones stay in order. */
typedef enum {
  PAIRS_OWN,
  PAIRS_SENT,
  PAIRS_ENCODED,
  PAIRS_ENCODED_NAMES,
  PAIRS_DECODED,
  PAIRS_WHOLE
} pair_order;

void pairs_sort(query_pairs *pairs, pair_order order);

/* pairs_put appends "name=value&…"; without '=' where a pair was sent so, if `bare`. */
void pairs_put(const query_pairs *pairs, bool bare, text *out);

#endif
