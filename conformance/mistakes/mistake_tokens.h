/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_tokens.h - mistakes in single pairs, names and values of a query. */
#ifndef CONFORM_MISTAKE_TOKENS_H
#define CONFORM_MISTAKE_TOKENS_H

#include "text.h"

/* read_*: what a signer reads in the place of a pair as it was sent. A plus is a plus; a
 * plus is a blank even if it was escaped; escapes are data, so that they are encoded once more; the
 * value ends at the second '='. */
void read_plus_as_plus(dciauth_span pair, text *out);
void read_plus_late(dciauth_span pair, text *out);
void read_escapes_as_data(dciauth_span pair, text *out);
void read_up_to_equals(dciauth_span pair, text *out);

/* encode_*: what a signer writes in the place of a name or a value that is well encoded. */
void encode_blank_as_plus(dciauth_span encoded, text *out);
void encode_plus_as_blank(dciauth_span encoded, text *out);
void encode_bare_equals(dciauth_span encoded, text *out);
void encode_bare_slash(dciauth_span encoded, text *out);
void encode_bare_marks(dciauth_span encoded, text *out); /* JavaScript's encodeURIComponent */
void encode_escaped_tilde(dciauth_span encoded, text *out);
void encode_lower_case(dciauth_span encoded, text *out);

#endif
