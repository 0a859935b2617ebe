/* SPDX-License-Identifier: Apache-2.0 */
/* query.h - the canonical query and the arguments in it. */
#ifndef DCIAUTH_QUERY_H
#define DCIAUTH_QUERY_H

#include "buf.h"
#include "profile.h"
#include "sort.h"

/* query_args is the arguments in the order of the query, and their canonical order. */
typedef struct {
  const dciauth_pair *decoded, *encoded;
  const sort_item *order;   /* num of them */
  const dciauth_pair *base; /* decoded or encoded: what the items point into */
  size_t num;               /* without the repeated ones that do not count */
  size_t num_sent;          /* with them: those in decoded */
} query_args;

/* arg_index returns where the i-th argument of the canonical order is in decoded and encoded. */
static inline size_t arg_index(const query_args *args, size_t i) {
  return (size_t)(args->order[i].pair - args->base);
}

/* arg_fetch has those of the pairs fetched that come soon: very many, in an order of their own,
 * would have to be waited for one by one. */
static ALWAYS_INLINE void arg_fetch(const query_args *args, const dciauth_pair *pairs, size_t i) {
  enum { PAIR = 32, TEXT = 16 };
  if (i + PAIR < args->num) {
    PREFETCH(&pairs[arg_index(args, i + PAIR)]);
    PREFETCH(pairs[arg_index(args, i + TEXT)].name.ptr);
  }
}

/* canon_query parses, decodes, sorts and encodes a query into `out`. `offset` is added to the
 * positions of errors. Errors: MALFORMED_QUERY, DUPLICATE_QUERY_PARAM, SPACE. */
DCIAUTH_MUST_USE dciauth_status canon_query(const dciauth_profile *p, dciauth_span query,
                                            dciauth_repeat repeat, size_t offset, buf *b,
                                            query_args *out, dciauth_where *where);

/* canon_params does the same for arguments that are decoded already; position index counts them. */
DCIAUTH_MUST_USE dciauth_status canon_params(const dciauth_profile *p, const dciauth_pair *params,
                                             size_t num, buf *b, query_args *out,
                                             dciauth_where *where);

/* put_query appends name=value joined by '&'. */
void put_query(const query_args *args, buf *b);

/* query_bound is the most work that canon_query and put_query need for `pairs` pairs of `bytes`
 * bytes in all. */
size_t query_bound(size_t bytes, size_t pairs);

#endif
