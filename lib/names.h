/* SPDX-License-Identifier: Apache-2.0 */
/* names.h - the list of signed headers. */
#ifndef DCIAUTH_NAMES_H
#define DCIAUTH_NAMES_H

#include "headers.h"

/* names_parse reads names joined by ';'. Where the row sorts names they come out in lower case and
 * sorted, each once; else as given, with at most MAX_REPEATED_NAMES repetitions. An empty list
 * stands for the row's default. Errors: SIGNED_HEADERS_MALFORMED (an empty name, or one repeated),
 * LIMIT_EXCEEDED, SPACE. */
DCIAUTH_MUST_USE dciauth_status names_parse(const dciauth_profile *p, const header_list *list,
                                            dciauth_span text, buf *b, name_list *out,
                                            dciauth_where *where);

/* names_match reads a list that names lines of the request in their order, as nearly every list
 * does that is verified, and not the line `except`. False for any other list, which it does not
 * judge, and without room. */
bool names_match(const header_list *list, dciauth_span text, const header_item *except, buf *b,
                 name_list *out);

/* names_hold: the lower-case name is in the list. Takes a time proportional to the list. */
bool names_hold(const name_list *names, dciauth_span name);

/* put_names appends the names joined by ';'. */
void put_names(const name_list *names, buf *b);

#endif
