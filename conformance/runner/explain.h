/* SPDX-License-Identifier: Apache-2.0 */
/* explain.h - a failure in words. */
#ifndef CONFORM_EXPLAIN_H
#define CONFORM_EXPLAIN_H

#include "result.h"

/* explain_put appends what is wrong: where the result parts from the expected one, both values with
 * a mark at the first byte that differs, the vector's comment. */
void explain_put(const vector *v, const outcome *o, text *out);

/* explain_place appends "canonical_request, line 3, byte 17". */
void explain_place(const outcome *o, text *out);

/* explain_put_values appends both values, a line each, and a mark below; explain_put_noise the end
 * of standard error. */
void explain_put_values(const outcome *o, text *out);
void explain_put_noise(const text *noise, text *out);

/* explain_put_wrapped appends visible words, a blank before each, and a line feed. The text stands
 * at `column`; a line of more than `most` columns is followed by one that begins at `indent`. */
void explain_put_wrapped(const char *words, size_t column, size_t indent, size_t most, text *out);

#endif
