/* SPDX-License-Identifier: Apache-2.0 */
/* clean.h - text that a target or a report file brought, on its way into a document. */
#ifndef CONFORM_CLEAN_H
#define CONFORM_CLEAN_H

#include "text.h"

/* clean_put appends s without what XML forbids or a reader cannot see: bytes that are no UTF-8,
 * control characters but LF, marks that turn the direction of writing, and the like become U+FFFD
 * each; a tab becomes a blank. */
void clean_put(text *out, dciauth_span s);

/* clean_put_html does so, and writes & < > " ' as entities: fit for text and quoted attributes. */
void clean_put_html(text *out, dciauth_span s);

/* clean_put_line does so with LF as a blank, for formats that are read by lines. */
void clean_put_line(text *out, dciauth_span s);

#endif
