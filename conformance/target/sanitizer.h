/* SPDX-License-Identifier: Apache-2.0 */
/* sanitizer.h - the report of a sanitizer in what a program says on standard error. */
#ifndef CONFORM_SANITIZER_H
#define CONFORM_SANITIZER_H

#include "text.h"

/* sanitizer_find appends the line from the mark of the first report on; nothing if there is none,
 * or if `line` holds one already. */
void sanitizer_find(dciauth_span noise, text *line);

#endif
