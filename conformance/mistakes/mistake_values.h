/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_values.h - the values of headers, as they should be and otherwise. */
#ifndef CONFORM_MISTAKE_VALUES_H
#define CONFORM_MISTAKE_VALUES_H

#include "text.h"

/* Each function appends the canonical value of a header: as the dialect has it; as it was sent;
 * only with runs of blanks made one; only without blanks at its ends; with blanks kept inside
 * quotes; with tabs that are no blanks; as the aws rows have it; without what looks like a port; in
 * lower case, in upper case. */
void value_own(const dciauth_profile *profile, dciauth_span value, text *out);
void value_as_sent(dciauth_span value, text *out);
void value_collapse(dciauth_span value, text *out);
void value_trim(dciauth_span value, text *out);
void value_keep_quotes(dciauth_span value, text *out);
void value_keep_tabs(dciauth_span value, text *out);
void value_like_aws(dciauth_span value, text *out);
void value_drop_port(dciauth_span value, text *out);
void value_lower(dciauth_span value, text *out);
void value_upper(dciauth_span value, text *out);

#endif
