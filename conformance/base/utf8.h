/* SPDX-License-Identifier: Apache-2.0 */
/* utf8.h - UTF-8, strictly, and what counts as plain text. */
#ifndef CONFORM_UTF8_H
#define CONFORM_UTF8_H

#include <dciauth.h>

/* utf8_next reads the character at byte `at` of s and returns its length, or 0 if the bytes there
 * are no UTF-8 (overlong, a surrogate, above U+10FFFF, cut short). */
size_t utf8_next(dciauth_span s, size_t at, uint32_t *character);

/* utf8_is_visible says that a character may stand in text that people review: no control, no line
 * or paragraph separator, no byte order mark, nothing that turns the direction of writing. */
bool utf8_is_visible(uint32_t character);

/* utf8_is_plain says that s is UTF-8 of visible characters and line feeds: what JSON may hold as a
 * string; the rest goes as base64. */
bool utf8_is_plain(dciauth_span s);

#endif
