/* SPDX-License-Identifier: Apache-2.0 */
/* headers.c - the header lines of a request: checked, in lower case, sorted by name; and the
 * canonical headers made of them. AWS joins repeated headers with ','. Signed names mostly stand in
 * the order of the lines, so that each is looked for behind the one before it first. */
/* spec: aws-sigv4 Canonical headers */
/* spec: python-dciauth v2.headers._get_canonical_headers */
#include "headers.h"

#include "ascii.h"
#include "sort.h"

/* check_header also says whether the name has a letter in upper case. */
static dciauth_status check_header(dciauth_pair header, size_t index, bool *upper,
                                   dciauth_where *where) {
  ascii_sum name = ascii_sum_of(header.name);
  size_t raw = ascii_find_raw(header.value);
  *upper = (name.some & ASCII_UPPER) != 0;
  if (header.name.len > DCIAUTH_MAX_HEADER_NAME) {
    return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_FIELD_HEADER_NAME, index,
                DCIAUTH_MAX_HEADER_NAME);
  }
  if (header.value.len > DCIAUTH_MAX_HEADER_VALUE) {
    return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_FIELD_HEADER_VALUE, index,
                DCIAUTH_MAX_HEADER_VALUE);
  }
  if (header.name.len == 0 || (name.every & ASCII_TOKEN) == 0) {
    return fail(where, DCIAUTH_E_MALFORMED_HEADER, DCIAUTH_FIELD_HEADER_NAME, index,
                ascii_span(header.name, ASCII_TOKEN));
  }
  if (raw < header.value.len) {
    return fail(where, DCIAUTH_E_MALFORMED_HEADER, DCIAUTH_FIELD_HEADER_VALUE, index, raw);
  }
  return DCIAUTH_OK;
}

static dciauth_span lower(dciauth_span name, buf *b) {
  uint8_t *out = take(b, name.len, 1);
  for (size_t i = 0; out != NULL && i < name.len; i++) {
    out[i] = ascii_lower(name.ptr[i]);
  }
  return out == NULL ? name : dciauth_bytes(out, name.len);
}

/* sort_headers turns lines with lower-case names into a list by name. */
static dciauth_status sort_headers(const dciauth_pair *lines, size_t num, buf *b,
                                   header_list *out) {
  sort_item *order = take(b, 2 * num, sizeof *order); /* the second half is spare */
  header_item *items = take(b, num, sizeof *items);
  if (b->full) {
    return DCIAUTH_E_SPACE;
  }
  for (size_t i = 0; i < num; i++) {
    order[i] = sort_item_of(&lines[i]);
  }
  sort_items(order, num, false, order + num);
  for (size_t i = 0; i < num; i++) {
    items[i] =
        (header_item){order[i].pair->name, order[i].pair->value, (size_t)(order[i].pair - lines)};
  }
  out->items = items;
  out->num = num;
  return DCIAUTH_OK;
}

dciauth_status headers_collect(const dciauth_pair *headers, size_t num, const dciauth_pair *added,
                               size_t num_added, buf *b, header_list *out, dciauth_where *where) {
  if (num > DCIAUTH_MAX_HEADERS) {
    return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_FIELD_HEADERS, DCIAUTH_MAX_HEADERS, 0);
  }
  dciauth_pair *lines = take(b, num + num_added, sizeof *lines);
  if (lines == NULL) {
    return DCIAUTH_E_SPACE;
  }
  for (size_t i = 0; i < num + num_added; i++) {
    bool upper;
    lines[i] = i < num ? headers[i] : added[i - num];
    dciauth_status status = check_header(lines[i], i, &upper, where);
    if (status != DCIAUTH_OK) {
      return status;
    }
    lines[i].name = upper ? lower(lines[i].name, b) : lines[i].name;
  }
  return sort_headers(lines, num + num_added, b, out);
}

const header_item *headers_find(const header_list *list, dciauth_span name) {
  for (size_t i = 0; i < list->num; i++) {
    if (ascii_eq_lower(list->items[i].name, name)) {
      return &list->items[i];
    }
  }
  return NULL;
}

/* search returns the first line of a lower-case name, or NULL. */
static const header_item *search(const header_list *list, dciauth_span name) {
  size_t low = 0;
  size_t high = list->num;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (span_cmp(list->items[middle].name, name) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < list->num && span_eq(list->items[low].name, name) ? &list->items[low] : NULL;
}

static bool is_first(const header_list *list, size_t at, dciauth_span name) {
  return at < list->num && span_eq(list->items[at].name, name) &&
         (at == 0 || !span_eq(list->items[at - 1].name, name));
}

/* search_at tries the line at *at first, and leaves there the line behind the one found. */
static const header_item *search_at(const header_list *list, dciauth_span name, size_t *at) {
  const header_item *found = is_first(list, *at, name) ? &list->items[*at] : search(list, name);
  *at = found == NULL ? *at : (size_t)(found - list->items) + 1;
  return found;
}

const header_item *headers_next(const header_list *list, const header_item *item) {
  const header_item *next = item + 1;
  return next < list->items + list->num && span_eq(next->name, item->name) ? next : NULL;
}

const header_item *headers_second(const header_list *list, dciauth_span name) {
  const header_item *first = headers_find(list, name);
  return first == NULL ? NULL : headers_next(list, first);
}

dciauth_status headers_check(join_rule join, const header_list *list, const name_list *names,
                             dciauth_where *where) {
  size_t at = 0;
  for (size_t i = 0; i < names->num; i++) {
    const header_item *item = search_at(list, names->names[i], &at);
    if (item == NULL) {
      return fail(where, DCIAUTH_E_SIGNED_HEADER_MISSING, DCIAUTH_FIELD_SIGNED_HEADERS, i, 0);
    }
    const header_item *next = headers_next(list, item);
    if (next != NULL && join == HEADERS_REFUSE) {
      return fail(where, DCIAUTH_E_MALFORMED_HEADER, DCIAUTH_FIELD_HEADER_NAME, next->index, 0);
    }
  }
  return DCIAUTH_OK;
}

/* vector: aws4/headers/joined */
/* put_header appends the values of all lines of one name. */
static void put_header(const dciauth_profile *p, join_rule join, const header_list *list,
                       const header_item *item, buf *b) {
  const header_item *next = headers_next(list, item);
  while (join == HEADERS_LAST && next != NULL) {
    item = next;
    next = headers_next(list, item);
  }
  put_value(p, item->value, b);
  for (; next != NULL; next = headers_next(list, next)) {
    put_byte(b, ',');
    put_value(p, next->value, b);
  }
}

const dciauth_pair *put_headers(const dciauth_profile *p, join_rule join, const header_list *list,
                                const name_list *names, buf *b) {
  size_t at = 0;
  dciauth_pair *pairs = take(b, names->num, sizeof *pairs);
  for (size_t i = 0; pairs != NULL && i < names->num; i++) {
    put_span(b, names->names[i]);
    put_byte(b, ':');
    size_t mark = b->len;
    put_header(p, join, list, search_at(list, names->names[i], &at), b);
    pairs[i] = (dciauth_pair){names->names[i], buf_since(b, mark)};
    put_byte(b, '\n');
  }
  return pairs;
}

size_t headers_bound(size_t num, size_t bytes, size_t list, size_t list_names) {
  /* A line is kept as a pair and an item and twice while sorting, its name perhaps in lower case;
   * a signed name is kept as parsed, as a pair and twice while sorting, and with its value. As text
   * there are the lower-case names, the headers, the list, and the list again in Authorization,
   * each with separators. */
  size_t line = sizeof(dciauth_pair) + sizeof(header_item) + 2 * sizeof(sort_item) + TAKE_SLACK + 5;
  size_t name = sizeof(dciauth_span) + 2 * sizeof(dciauth_pair) + 2 * sizeof(sort_item) + 5;
  size_t names = plus(num, list_names);
  return plus(plus(times(num, line), times(names, name)),
              plus(plus(times(bytes, 4 + MAX_REPEATED_NAMES), times(list, 4)), 16 * TAKE_SLACK));
}
