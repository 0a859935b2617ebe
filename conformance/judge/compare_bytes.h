/* SPDX-License-Identifier: Apache-2.0 */
/* compare_bytes.h - how an outcome fails: with a sentence, or at a byte. */
#ifndef CONFORM_COMPARE_BYTES_H
#define CONFORM_COMPARE_BYTES_H

#include "outcome.h"

/* compare_bytes fails the outcome at the first byte where the two differ. True: they are equal. */
bool compare_bytes(const char *stage, dciauth_span expected, dciauth_span actual, outcome *o);

/* compare_fail fails the outcome at a stage, with a sentence. */
void compare_fail(outcome *o, const char *stage, const char *message);

#endif
