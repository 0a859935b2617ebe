/* SPDX-License-Identifier: Apache-2.0 */
/* spans.h - borrowed bytes, compared and cut. */
#ifndef CONFORM_SPANS_H
#define CONFORM_SPANS_H

#include <dciauth.h>

bool spans_equal(dciauth_span a, dciauth_span b);

/* spans_compare orders bytes as memcmp does; of two that are equal as far as they go, the shorter
 * comes first. */
int spans_compare(dciauth_span a, dciauth_span b);

/* spans_cut removes what stands before the first `stop`, and `stop` itself, from *rest and returns
 * it: everything, if there is none. spans_cut_last returns what stands behind the last. */
dciauth_span spans_cut(dciauth_span *rest, char stop);
dciauth_span spans_cut_last(dciauth_span *rest, char stop);

/* spans_has says whether a byte is there; spans_count how often. */
bool spans_has(dciauth_span s, char c);
size_t spans_count(dciauth_span s, char c);

#endif
