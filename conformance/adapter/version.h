/* SPDX-License-Identifier: Apache-2.0 */
/* version.h - what --version says. */
#ifndef CONFORM_VERSION_H
#define CONFORM_VERSION_H

#include "text.h"

/* version_put appends a line for the program, the suite (NULL: it has none), the protocol, the
 * library linked in, and OpenSSL: the one that runs and the one it was built with. */
void version_put(const char *program, const char *suite, text *out);

#endif
