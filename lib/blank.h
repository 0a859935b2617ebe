/* SPDX-License-Identifier: Apache-2.0 */
/* blank.h - white space as Python sees it. */
#ifndef DCIAUTH_BLANK_H
#define DCIAUTH_BLANK_H

#include "span.h"

/* blank_run returns how many bytes at the start of s are white space to Python's str.split, in
 * UTF-8: "\t\xc2\xa0a" gives 3, "a" gives 0. */
size_t blank_run(dciauth_span s);

#endif
