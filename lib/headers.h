/* SPDX-License-Identifier: Apache-2.0 */
/* headers.h - the canonical headers and the list of signed headers. */
#ifndef DCIAUTH_HEADERS_H
#define DCIAUTH_HEADERS_H

#include "value.h"

/* header_item is one header line: its name in lower case, its value as sent, and which line it was.
 */
typedef struct {
  dciauth_span name, value;
  size_t index;
} header_item;

/* header_list is every header line, sorted by name; lines of one name stay in their order. */
typedef struct {
  const header_item *items;
  size_t num;
} header_list;

/* MAX_REPEATED_NAMES is how often, in all, names may be listed again where a row allows it. */
enum { MAX_REPEATED_NAMES = 4 };

/* name_list is the signed header names, lower-case, in the order signed. */
typedef struct {
  const dciauth_span *names;
  size_t num;
} name_list;

/* headers_collect checks and sorts `num` header lines and then `num_added` more. Errors:
 * MALFORMED_HEADER, LIMIT_EXCEEDED, SPACE. */
DCIAUTH_MUST_USE dciauth_status headers_collect(const dciauth_pair *headers, size_t num,
                                                const dciauth_pair *added, size_t num_added, buf *b,
                                                header_list *out, dciauth_where *where);

/* headers_find returns the first line of a name in any case, or NULL. It takes a time proportional
 * to the list: for the few names that mean something to a row. */
const header_item *headers_find(const header_list *list, dciauth_span name);

/* headers_next returns the next line of the same name, or NULL. */
const header_item *headers_next(const header_list *list, const header_item *item);

/* headers_second returns the second line of a name in any case, or NULL. */
const header_item *headers_second(const header_list *list, dciauth_span name);

/* headers_check finds a signed name without a line (SIGNED_HEADER_MISSING) and, where `join`
 * refuses them, repeated lines (MALFORMED_HEADER). */
DCIAUTH_MUST_USE dciauth_status headers_check(join_rule join, const header_list *list,
                                              const name_list *names, dciauth_where *where);

/* put_headers appends "name:value\n" for each name, and returns each name with its canonical value,
 * in scratch; NULL and b->full without room. headers_check must have passed. */
const dciauth_pair *put_headers(const dciauth_profile *p, join_rule join, const header_list *list,
                                const name_list *names, buf *b);

/* headers_bound is the most work that all of these, and names.h, need: `num` lines of `bytes` bytes
 * in all, a list of signed headers of `list` bytes and `list_names` names. */
size_t headers_bound(size_t num, size_t bytes, size_t list, size_t list_names);

#endif
