/* SPDX-License-Identifier: Apache-2.0 */
/* unquote.h - percent-decoding into text, as Python's urllib does it. */
#ifndef DCIAUTH_UNQUOTE_H
#define DCIAUTH_UNQUOTE_H

#include "buf.h"

/* unquote returns s with every escape decoded once and U+FFFD for what is no UTF-8, in scratch; an
 * empty span, and b->full set, where there is no room. "%41%zz+" gives "A%zz+". */
dciauth_span unquote(dciauth_span s, buf *b);

/* unquote_bound is the most scratch that unquote takes. */
size_t unquote_bound(size_t len);

#endif
