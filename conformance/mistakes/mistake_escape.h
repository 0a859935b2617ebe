/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_escape.h - percent-encoding, well done and badly. */
#ifndef CONFORM_MISTAKE_ESCAPE_H
#define CONFORM_MISTAKE_ESCAPE_H

#include "text.h"

/* escape_put appends s with each byte as %XX that is neither unreserved (RFC 3986) nor in `keep`.
 */
void escape_put(dciauth_span s, const char *keep, text *out);

/* escape_undo appends s with each escape decoded once; a '%' that begins none is kept. */
void escape_undo(dciauth_span s, text *out);

/* escape_replace appends s with `with` for each `what`. */
void escape_replace(dciauth_span s, const char *what, const char *with, text *out);

/* escape_lower turns the hex digits of the escapes in t, from byte `from` on, to lower case. */
void escape_lower(text *t, size_t from);

#endif
