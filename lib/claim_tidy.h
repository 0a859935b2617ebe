/* SPDX-License-Identifier: Apache-2.0 */
/* claim_tidy.h - an Authorization header in a tolerated form, made one of the strict form. */
#ifndef DCIAUTH_CLAIM_TIDY_H
#define DCIAUTH_CLAIM_TIDY_H

#include "buf.h"
#include "profile.h"

/* CLAIM_TOLERANCES is what needs it, of DCIAUTH_ALLOW_*. */
enum {
  CLAIM_TOLERANCES = DCIAUTH_ALLOW_UPPER_SIGNATURE | DCIAUTH_ALLOW_BLANKS |
                     DCIAUTH_ALLOW_UNKNOWN_PARAMS | DCIAUTH_ALLOW_REPEATED_PARAMS
};

/* claim_tidy returns the value with what `allow` tolerates mended, and all else as it is, in
 * scratch: twice value.len and 1 byte of work. Empty, and b->full, without room. */
COLD dciauth_span claim_tidy(const dciauth_profile *p, unsigned allow, dciauth_span value, buf *b);

#endif
