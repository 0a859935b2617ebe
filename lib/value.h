/* SPDX-License-Identifier: Apache-2.0 */
/* value.h - the value of a header line. */
#ifndef DCIAUTH_VALUE_H
#define DCIAUTH_VALUE_H

#include "buf.h"
#include "profile.h"

/* trim_value returns a value without white space around it, where the row trims. */
dciauth_span trim_value(const dciauth_profile *p, dciauth_span value);

/* put_value appends the canonical form of a value. */
void put_value(const dciauth_profile *p, dciauth_span value, buf *b);

#endif
