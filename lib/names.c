/* SPDX-License-Identifier: Apache-2.0 */
/* names.c - the list of signed headers. AWS wants it in lower case and sorted, whatever the caller
 * wrote; python-dciauth 2.1 signs the order it is given and, where a name is listed twice, its line
 * twice; a few such names are allowed there, so few that a short list cannot make a long text. */
/* spec: aws-sigv4 Signed headers */
/* spec: python-dciauth v2.headers._get_signed_headers */
#include "names.h"

#include "ascii.h"
#include "sort.h"

/* every_name lists each name of the request once. */
static dciauth_status every_name(const header_list *list, buf *b, name_list *out) {
  signed_name *names = take(b, list->num, sizeof *names);
  if (names == NULL) {
    return DCIAUTH_E_SPACE;
  }
  size_t num = 0;
  for (size_t i = 0; i < list->num; i++) {
    const header_item *line = &list->items[i];
    if (i == 0 || !sort_same(line - 1, line)) {
      names[num].name = line->pair->name;
      names[num++].line = line;
    }
  }
  *out = (name_list){.names = names, .num = num, .every = true, .found = true};
  return DCIAUTH_OK;
}

static dciauth_span lower_copy(dciauth_span text, buf *b) {
  uint8_t *out = take(b, text.len, 1);
  for (size_t i = 0; out != NULL && i < text.len; i++) {
    out[i] = ascii_lower(text.ptr[i]);
  }
  return out == NULL ? text : dciauth_bytes(out, text.len);
}

static dciauth_status fail_at(dciauth_where *where, dciauth_status status, size_t offset) {
  return fail(where, status, DCIAUTH_FIELD_SIGNED_HEADERS, 0, offset);
}

/* check_repeats finds, in the sorted items, a repeated name that is one too many. */
static dciauth_status check_repeats(const dciauth_profile *p, const sort_item *sorted, size_t num,
                                    dciauth_span text, dciauth_where *where) {
  size_t allowed = p->signed_names == NAMES_AS_GIVEN ? MAX_REPEATED_NAMES : 0;
  for (size_t i = 1; i < num; i++) {
    dciauth_span name = sorted[i].pair->name;
    if (span_eq(sorted[i - 1].pair->name, name) && allowed-- == 0) {
      return fail_at(where, DCIAUTH_E_SIGNED_HEADERS_MALFORMED, (size_t)(name.ptr - text.ptr));
    }
  }
  return DCIAUTH_OK;
}

/* sort_names sorts the list, where the row does, else beside it, and judges repetitions. */
static dciauth_status sort_names(const dciauth_profile *p, dciauth_span text, name_list *list,
                                 buf *b, dciauth_where *where) {
  size_t num = list->num;
  signed_name *names = list->names;
  dciauth_pair *pairs = take(b, num, sizeof *pairs);
  sort_item *items = take(b, 2 * num, sizeof *items); /* the second half is spare */
  if (b->full) {
    return DCIAUTH_E_SPACE;
  }
  for (size_t i = 0; i < num; i++) {
    pairs[i] = (dciauth_pair){names[i].name, {NULL, 0}};
    sort_item_set(&items[i], &pairs[i]);
  }
  const sort_item *sorted = sort_items(items, num, false, items + num);
  for (size_t i = 0; p->signed_names == NAMES_SORTED && i < num; i++) {
    names[i].name = sorted[i].pair->name;
  }
  list->sorted = p->signed_names == NAMES_SORTED ? NULL : sorted;
  return check_repeats(p, sorted, num, text, where);
}

/* split_names has nothing to sort, and no repetitions, where each name comes after the one before
 * it: in every list that a verifier takes. */
static dciauth_status split_names(const dciauth_profile *p, dciauth_span text, buf *b,
                                  name_list *out, dciauth_where *where) {
  size_t num = span_count(text, ';') + 1;
  signed_name *names = take(b, num, sizeof *names);
  if (names == NULL) {
    return DCIAUTH_E_SPACE;
  }
  dciauth_span rest = text;
  bool ascending = true;
  for (size_t i = 0; i < num; i++) {
    span_cut_result cut = span_cut(rest, ';');
    if (cut.head.len == 0) {
      size_t offset = rest.len == 0 ? text.len : (size_t)(rest.ptr - text.ptr);
      return fail_at(where, DCIAUTH_E_SIGNED_HEADERS_MALFORMED, offset);
    }
    names[i] = (signed_name){cut.head, NULL};
    ascending = ascending && (i == 0 || span_cmp(names[i - 1].name, cut.head) < 0);
    rest = cut.tail;
  }
  bool as_read = ascending || p->signed_names == NAMES_AS_GIVEN;
  *out = (name_list){.names = names, .num = num, .text = as_read ? text : dciauth_bytes(NULL, 0)};
  return ascending ? DCIAUTH_OK : sort_names(p, text, out, b, where);
}

dciauth_status names_parse(const dciauth_profile *p, const header_list *list, dciauth_span text,
                           buf *b, name_list *out, dciauth_where *where) {
  if (text.len > DCIAUTH_MAX_SIGNED_HEADERS) {
    return fail_at(where, DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_MAX_SIGNED_HEADERS);
  }
  text = span_or(text, p->default_signed);
  if (text.len == 0) {
    return every_name(list, b, out);
  }
  if (p->signed_names == NAMES_SORTED && (ascii_sum_of(text).some & ASCII_UPPER) != 0) {
    text = lower_copy(text, b);
  }
  return split_names(p, text, b, out, where);
}

/* begins_with: behind `at`, text goes on with the name, which ends there or before a ';'. */
static bool begins_with(dciauth_span text, size_t at, dciauth_span name) {
  return name.len <= text.len - at && word_same(text.ptr + at, name.ptr, name.len) &&
         (name.len == text.len - at || text.ptr[at + name.len] == ';');
}

bool names_match(const header_list *list, dciauth_span text, const header_item *except, buf *b,
                 name_list *out) {
  signed_name *names = take(b, list->num, sizeof *names);
  size_t num = 0;
  size_t at = 0;
  bool judge = names != NULL && text.len <= DCIAUTH_MAX_SIGNED_HEADERS;
  for (size_t i = 0; judge && i < list->num && at < text.len; i++) {
    const header_item *line = &list->items[i];
    if (begins_with(text, at, line->pair->name) && line != except &&
        (i == 0 || !sort_same(line - 1, line))) {
      names[num].name = line->pair->name;
      names[num++].line = line;
      at += line->pair->name.len + 1;
    }
  }
  *out = (name_list){.names = names, .num = num, .text = text, .found = true};
  return at == text.len + 1;
}

bool names_hold(const name_list *names, dciauth_span name) {
  for (size_t i = 0; i < names->num; i++) {
    if (span_eq(names->names[i].name, name)) {
      return true;
    }
  }
  return false;
}

void put_names(const name_list *names, buf *b) {
  if (names->text.len > 0) {
    put_span(b, names->text);
    return;
  }
  for (size_t i = 0; i < names->num; i++) {
    dciauth_span name = names->names[i].name;
    uint8_t *at = put_room(b, name.len + (i > 0 ? 1 : 0));
    if (at == NULL) {
      return;
    }
    *at = ';';
    copy_span(at + (i > 0 ? 1 : 0), name);
  }
}
