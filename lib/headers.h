/* SPDX-License-Identifier: Apache-2.0 */
/* headers.h - the canonical headers and the list of signed headers. */
#ifndef DCIAUTH_HEADERS_H
#define DCIAUTH_HEADERS_H

#include "sort.h"
#include "value.h"

/* header_item is one header line: a pair of its name in lower case and its value as sent. */
typedef sort_item header_item;

/* header_list is every header line, sorted by name; lines of one name stay in their order. */
typedef struct {
  const header_item *items;
  size_t num;
  const dciauth_pair *lines; /* in the order sent: what the items point into */
  const bool *plain;         /* for each line: the value has no white space, and is ASCII */
  uint64_t lengths;          /* a bit for each length of a name, modulo 64 */
} header_list;

/* header_index returns which line it was. */
static inline size_t header_index(const header_list *list, const header_item *item) {
  return (size_t)(item->pair - list->lines);
}

/* MAX_REPEATED_NAMES is how often, in all, names may be listed again where a row allows it. */
enum { MAX_REPEATED_NAMES = 4 };

/* signed_name is a signed header name, and the first line of it once that is found. */
typedef struct {
  dciauth_span name;
  const header_item *line;
} signed_name;

/* name_list is the signed header names, lower-case, in the order signed. */
typedef struct {
  signed_name *names;
  size_t num;
  dciauth_span text;       /* the names joined by ';', if that is known */
  const sort_item *sorted; /* the names sorted, where they are not; else NULL */
  bool every;              /* they are those of all lines */
  bool found;              /* each has its line; else headers_check finds it */
} name_list;

/* headers_collect checks and sorts `num` header lines and then `num_added` more. Errors:
 * MALFORMED_HEADER, LIMIT_EXCEEDED, SPACE. */
DCIAUTH_MUST_USE dciauth_status headers_collect(const dciauth_pair *headers, size_t num,
                                                const dciauth_pair *added, size_t num_added, buf *b,
                                                header_list *out, dciauth_where *where);

/* headers_find returns the first line of a lower-case name, or NULL. It takes a time proportional
 * to the list: for the few names that mean something to a row. */
const header_item *headers_find(const header_list *list, dciauth_span name);

/* headers_next returns the next line of the same name, or NULL. */
static inline const header_item *headers_next(const header_list *list, const header_item *item) {
  const header_item *next = item + 1;
  return next < list->items + list->num && sort_same(next, item) ? next : NULL;
}

/* headers_check finds the lines of the signed names: SIGNED_HEADER_MISSING, and where `join`
 * refuses repeated lines MALFORMED_HEADER. */
DCIAUTH_MUST_USE dciauth_status headers_check(join_rule join, const header_list *list,
                                              name_list *names, dciauth_where *where);

/* put_headers appends "name:value\n" for each name, and returns each name with its canonical value,
 * in scratch; NULL and b->full without room. headers_check must have passed. */
const dciauth_pair *put_headers(const dciauth_profile *p, join_rule join, const header_list *list,
                                const name_list *names, buf *b);

/* headers_bound is the most work that all of these, and names.h, need: `num` lines of `bytes` bytes
 * in all, a list of signed headers of `list` bytes and `list_names` names. */
size_t headers_bound(size_t num, size_t bytes, size_t list, size_t list_names);

#endif
