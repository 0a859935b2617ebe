/* SPDX-License-Identifier: Apache-2.0 */
/* redact.h - what a target says may hold the keys that it was given, and a report goes far. */
#ifndef CONFORM_REDACT_H
#define CONFORM_REDACT_H

#include "outcome.h"
#include "vectors.h"

/* REDACT_MIN: shorter secrets are words: nobody could read a text without them. */
enum { REDACT_MIN = 8 };

/* redact_outcome blots out, in every text of an outcome, the secrets of the vector's input, also in
 * hex and in base64, and a signing key that the target shows as a stage. */
void redact_outcome(const vector *v, outcome *o);

#endif
