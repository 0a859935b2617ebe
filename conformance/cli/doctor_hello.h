/* SPDX-License-Identifier: Apache-2.0 */
/* doctor_hello.h - what a shim says of itself. */
#ifndef CONFORM_DOCTOR_HELLO_H
#define CONFORM_DOCTOR_HELLO_H

#include "json.h"

/* doctor_hello prints what a hello declares and returns the number of words in it that nobody
 * knows: they would have no effect, so they are misspelled. */
size_t doctor_hello(const json *hello);

#endif
