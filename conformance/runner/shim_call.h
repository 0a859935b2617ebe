/* SPDX-License-Identifier: Apache-2.0 */
/* shim_call.h - what a shared object exports to be the target lib:PATH. */
#ifndef CONFORM_SHIM_CALL_H
#define CONFORM_SHIM_CALL_H

#include <stddef.h>

/* dciauth_shim_call answers one request of the shim protocol, `hello` and `bye` among them. `json`
 * is one line without its line feed. Returns the answer, one JSON object in one line, and sets
 * *out_len to its length; the string stays the library's own, and as it is until the next call.
 * Calls come one after the other, from one thread. What is returned to `bye` is not looked at. */
typedef const char *dciauth_shim_call_fn(const char *json, size_t len, size_t *out_len);
dciauth_shim_call_fn dciauth_shim_call;

#endif
