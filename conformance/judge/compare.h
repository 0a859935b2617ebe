/* SPDX-License-Identifier: Apache-2.0 */
/* compare.h - is an answer what a vector expects, and where do the two part? */
#ifndef CONFORM_COMPARE_H
#define CONFORM_COMPARE_H

#include "json_bytes.h"
#include "outcome.h"

/* compare_signed compares the `out` of a signing answer with {stages, authorization?, headers?}, in
 * the order of the pipeline up to the first difference. A stage that the answer lacks is passed
 * over, unless `hello` declares it; a signature it must have. Fills status, stage, position,
 * values. */
void compare_signed(const json *expected, const json *out, const json *hello, outcome *o);

/* compare_stage appends a stage of an answer, which is among its stages or beside them. */
bytes_status compare_stage(const json *out, const char *name, text *value);

/* compare_verdict compares decision and principal of the `out` of a verifying answer with those of
 * {decision, principal?}. With `either` both decisions pass. True: they are the expected ones. */
bool compare_verdict(const json *expected, const json *out, bool either, outcome *o);

#endif
