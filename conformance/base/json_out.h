/* SPDX-License-Identifier: Apache-2.0 */
/* json_out.h - JSON text, appended piece by piece. */
#ifndef CONFORM_JSON_OUT_H
#define CONFORM_JSON_OUT_H

#include "text.h"

/* out_string appends a string in quotes, ASCII only. Bytes that are no UTF-8 become U+FFFD. */
void out_string(text *out, dciauth_span s);

/* out_key appends `"key":`, after a comma if something stands before it. */
void out_key(text *out, const char *key);

/* out_member appends `"key":"value"`; out_number `"key":value`. */
void out_member(text *out, const char *key, const char *value);
void out_number(text *out, const char *key, long long value);

/* out_bytes appends `"field":"…"`, or `"field_b64":"…"` where the bytes are not plain text. */
void out_bytes(text *out, const char *field, dciauth_span bytes);

/* out_open and out_close append a bracket; out_open a comma before it where one is needed. */
void out_open(text *out, char bracket);
void out_close(text *out, char bracket);

#endif
