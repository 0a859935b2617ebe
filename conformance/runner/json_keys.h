/* SPDX-License-Identifier: Apache-2.0 */
/* json_keys.h - a key that an object holds twice: readers differ in which one they take. */
#ifndef CONFORM_JSON_KEYS_H
#define CONFORM_JSON_KEYS_H

#include "json.h"

/* json_repeats_a_key fills pointer and reason of the error with the first such key. False: there is
 * none. */
bool json_repeats_a_key(const json *root, json_error *error);

#endif
