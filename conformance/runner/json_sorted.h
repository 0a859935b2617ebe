/* SPDX-License-Identifier: Apache-2.0 */
/* json_sorted.h - JSON in one form, whatever the order in which it was written. */
#ifndef CONFORM_JSON_SORTED_H
#define CONFORM_JSON_SORTED_H

#include "json.h"

/* json_put_sorted appends the value in one line, the members of each object in the order of their
 * keys. Arrays keep their order. */
void json_put_sorted(const json *value, text *out);

/* json_sorted_members returns the members of an object in the order of their keys, which the caller
 * frees, and their number. */
const json **json_sorted_members(const json *object, size_t *num);

#endif
