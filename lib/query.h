/* SPDX-License-Identifier: Apache-2.0 */
/* query.h - the canonical query and the arguments in it. */
#ifndef DCIAUTH_QUERY_H
#define DCIAUTH_QUERY_H

#include "buf.h"
#include "profile.h"

/* query_args is the arguments in canonical order, in scratch. */
typedef struct {
  const dciauth_pair *decoded, *encoded;
  size_t num;
} query_args;

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

/* count_pairs returns how many pairs a query has; empty ones do not count. */
size_t count_pairs(dciauth_span query);

/* query_bound is the most work that canon_query and put_query need for `pairs` pairs of `bytes`
 * bytes in all. */
size_t query_bound(size_t bytes, size_t pairs);

#endif
