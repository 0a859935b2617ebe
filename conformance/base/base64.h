/* SPDX-License-Identifier: Apache-2.0 */
/* base64.h - the standard alphabet, padded, and nothing else. */
#ifndef CONFORM_BASE64_H
#define CONFORM_BASE64_H

#include "text.h"

void base64_put(text *out, dciauth_span in);

/* base64_decode appends what `in` stands for. False if it is not canonical: a length that is no
 * multiple of 4, a byte outside the alphabet, bits left over, '=' anywhere but at the end. */
bool base64_decode(text *out, dciauth_span in);

#endif
