/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_refute.h - what speaks against a mistake. */
#ifndef CONFORM_MISTAKE_REFUTE_H
#define CONFORM_MISTAKE_REFUTE_H

#include "options.h"
#include "result.h"

/* mistake_refute takes back the hints at mistakes that a target does not make: in a dialect where
 * it passes more vectors that the mistake would have changed than the mistake explains failures. Of
 * the selected vectors, sweeps are no witnesses. */
void mistake_refute(const vector_set *set, const options *o, outcome *outcomes);

#endif
