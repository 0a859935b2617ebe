/* SPDX-License-Identifier: Apache-2.0 */
/* json_bytes.h - fields that hold bytes: `field`, or its sibling `field_b64`. */
#ifndef CONFORM_JSON_BYTES_H
#define CONFORM_JSON_BYTES_H

#include "json.h"

typedef enum { BYTES_ABSENT, BYTES_OK, BYTES_BAD } bytes_status;

/* MAX_BYTES is the most that one field may stand for. */
enum { MAX_BYTES = 64 << 20 };

/* json_bytes appends what a field stands for: a string; an array of lines, joined by LF; base64 in
 * field_b64; or {"repeat_b64": "…", "times": n} under either name. BYTES_BAD: none of these, both
 * names at once, or more than MAX_BYTES. */
bytes_status json_bytes(const json *object, const char *field, text *out);

/* json_get_b64 returns the sibling field_b64, or NULL. */
const json *json_get_b64(const json *object, const char *field);

#endif
