/* SPDX-License-Identifier: Apache-2.0 */
/* canonical.h - the canonical request, in two halves: what can be judged before the signed headers
 * are known, and the rest. Signing and verifying share both. */
#ifndef DCIAUTH_CANONICAL_H
#define DCIAUTH_CANONICAL_H

#include "headers.h"
#include "names.h"
#include "query.h"

/* canonical is a canonical request in the making. */
typedef struct {
  size_t mark; /* where its text begins */
  dciauth_span method;
  query_args args;
  header_list headers;
  const header_item *host; /* NULL: there is none */
  const dciauth_pair
      *covered; /* the signed headers with their canonical values; names->num of them */
} canonical;

/* canonical_begin checks method, target and header lines, in this order, and appends the first
 * three lines. */
DCIAUTH_MUST_USE dciauth_status canonical_begin(const dciauth_profile *p,
                                                const dciauth_request *request,
                                                const dciauth_pair *added, size_t num_added,
                                                dciauth_repeat repeat, buf *b, canonical *c,
                                                dciauth_stages *stages, dciauth_where *where);

/* canonical_begin_apart is the same for a request whose target was taken apart before: the path is
 * put as it is, but for what the row does to it, and repeated hosts are nobody's concern here. */
COLD DCIAUTH_MUST_USE dciauth_status canonical_begin_apart(
    const dciauth_profile *p, const dciauth_request *request, dciauth_span path, dciauth_span query,
    dciauth_repeat repeat, buf *b, canonical *c, dciauth_stages *stages, dciauth_where *where);

/* canonical_finish appends headers, signed headers and payload hash. headers_check must have
 * passed. */
DCIAUTH_MUST_USE dciauth_status canonical_finish(const dciauth_profile *p, join_rule join,
                                                 const name_list *names, dciauth_span payload_hash,
                                                 buf *b, canonical *c, dciauth_stages *stages);

/* canonical_view is what an application may use of a request whose canonical form, with that path
 * and so many signed names, was verified; all but whether the body is covered. */
DCIAUTH_MUST_USE dciauth_status canonical_view(const dciauth_profile *p, const canonical *c,
                                               dciauth_span path, size_t num_names, buf *b,
                                               dciauth_view *out);

/* canonical_bound is the most work that both need, with a list of signed headers of `list` bytes
 * and `list_names` names and `extra` bytes in added headers (at most 5). */
size_t canonical_bound(const dciauth_request *request, size_t list, size_t list_names,
                       size_t extra);

#endif
