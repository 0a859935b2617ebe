/* SPDX-License-Identifier: Apache-2.0 */
/* adapter.h - the reference library behind the shim protocol. */
#ifndef CONFORM_ADAPTER_H
#define CONFORM_ADAPTER_H

#include "text.h"

/* adapter_init prepares the cryptographic library: no configuration file, no exit handler. */
void adapter_init(void);

/* adapter_answer appends the answer to one request line, without a line feed. False: the request
 * was `bye` and has no answer. */
bool adapter_answer(dciauth_span line, text *out);

#endif
