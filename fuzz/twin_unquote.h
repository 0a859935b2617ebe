/* SPDX-License-Identifier: Apache-2.0 */
/* twin_unquote.h - Python's way from octets to text and from escapes to text, for the dci rows. */
#ifndef FUZZ_TWIN_UNQUOTE_H
#define FUZZ_TWIN_UNQUOTE_H

#include "text.h"

/* twin_replace appends what octets.decode("utf-8", "replace") gives, as UTF-8. */
void twin_replace(const uint8_t *ptr, size_t len, text *out);

/* twin_unquote appends what urllib.parse.unquote(s) gives, for an s in well-formed UTF-8. */
void twin_unquote(const uint8_t *ptr, size_t len, text *out);

#endif
