/* SPDX-License-Identifier: Apache-2.0 */
/* visible.h - bytes as a person can read them in one line. */
#ifndef CONFORM_VISIBLE_H
#define CONFORM_VISIBLE_H

#include "text.h"

/* visible_put appends at most `most` bytes of s: "\n", "\t", "\r" and "\\" by name, other bytes
 * that are no visible text as \xHH, characters that do not show as \u{HEX}. "…" stands for what is
 * cut. */
void visible_put(text *out, dciauth_span s, size_t most);

/* visible_width returns how many columns visible_put would need for the first len bytes of s. */
size_t visible_width(dciauth_span s, size_t len);

#endif
