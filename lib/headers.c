/* SPDX-License-Identifier: Apache-2.0 */
/* headers.c - the header lines of a request: checked, in lower case, sorted by name; and the
 * canonical headers made of them. AWS trims values, makes one SP of a run of blanks and joins
 * repeated headers with ','; python-dciauth's class does the same with all white space that Python
 * knows, its functions sign the values they are given. */
/* spec: aws-sigv4 Canonical headers */
/* spec: rfc9110 section 5.5 */
/* spec: python-dciauth v2.headers._get_canonical_headers */
#include "headers.h"

#include "ascii.h"
#include "blank.h"
#include "sort.h"

static dciauth_status check_header(dciauth_pair header, size_t index, dciauth_where *where) {
  size_t name = ascii_span(header.name, ASCII_TOKEN);
  size_t value = ascii_find_raw(header.value);
  if (header.name.len > DCIAUTH_MAX_HEADER_NAME) {
    return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_FIELD_HEADER_NAME, index,
                DCIAUTH_MAX_HEADER_NAME);
  }
  if (header.value.len > DCIAUTH_MAX_HEADER_VALUE) {
    return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_FIELD_HEADER_VALUE, index,
                DCIAUTH_MAX_HEADER_VALUE);
  }
  if (header.name.len == 0 || name < header.name.len) {
    return fail(where, DCIAUTH_E_MALFORMED_HEADER, DCIAUTH_FIELD_HEADER_NAME, index, name);
  }
  if (value < header.value.len) {
    return fail(where, DCIAUTH_E_MALFORMED_HEADER, DCIAUTH_FIELD_HEADER_VALUE, index, value);
  }
  return DCIAUTH_OK;
}

static dciauth_span lower(dciauth_span name, buf *b) {
  size_t i = 0;
  while (i < name.len && !ascii_is(name.ptr[i], ASCII_UPPER)) {
    i++;
  }
  uint8_t *out = i == name.len ? NULL : take(b, name.len, 1);
  if (out == NULL) {
    return name;
  }
  for (i = 0; i < name.len; i++) {
    out[i] = ascii_lower(name.ptr[i]);
  }
  return dciauth_bytes(out, name.len);
}

/* sort_headers turns lines with lower-case names, in order, into a list by name. */
static dciauth_status sort_headers(const dciauth_span *names, const dciauth_pair *const *lines,
                                   size_t num, buf *b, header_list *out) {
  sort_item *order = take(b, num, sizeof *order);
  sort_item *spare = take(b, num, sizeof *spare);
  header_item *items = take(b, num, sizeof *items);
  if (b->full) {
    return DCIAUTH_E_SPACE;
  }
  for (size_t i = 0; i < num; i++) {
    order[i] = (sort_item){names[i], {NULL, 0}, i};
  }
  sort_items(order, num, spare);
  for (size_t i = 0; i < num; i++) {
    items[i] = (header_item){order[i].key, lines[order[i].index]->value, order[i].index};
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
  dciauth_span *names = take(b, num + num_added, sizeof *names);
  const dciauth_pair **lines = take(b, num + num_added, sizeof *lines);
  if (b->full) {
    return DCIAUTH_E_SPACE;
  }
  for (size_t i = 0; i < num + num_added; i++) {
    lines[i] = i < num ? &headers[i] : &added[i - num];
    dciauth_status status = check_header(*lines[i], i, where);
    if (status != DCIAUTH_OK) {
      return status;
    }
    names[i] = lower(lines[i]->name, b);
  }
  return sort_headers(names, lines, num + num_added, b, out);
}

const header_item *headers_find(const header_list *list, dciauth_span name) {
  size_t low = 0;
  size_t high = list->num;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (ascii_cmp_lower(list->items[middle].name, name) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  bool found = low < list->num && ascii_cmp_lower(list->items[low].name, name) == 0;
  return found ? &list->items[low] : NULL;
}

const header_item *headers_next(const header_list *list, const header_item *item) {
  const header_item *next = item + 1;
  return next < list->items + list->num && span_eq(next->name, item->name) ? next : NULL;
}

const header_item *headers_second(const header_list *list, dciauth_span name) {
  const header_item *first = headers_find(list, name);
  return first == NULL ? NULL : headers_next(list, first);
}

/* blanks returns how many bytes at the start of s are white space to the row. */
static size_t blanks(const dciauth_profile *p, dciauth_span s) {
  switch (p->header_value) {
  case VALUE_TRIM_COLLAPSE: return ascii_span(s, ASCII_BLANK);
  case VALUE_SPLIT: return blank_run(s);
  case VALUE_AS_IS:
  default: return 0;
  }
}

/* next_word cuts the first run of what is not white space off *rest; empty at the end. */
static dciauth_span next_word(const dciauth_profile *p, dciauth_span *rest) {
  dciauth_span s = span_from(*rest, blanks(p, *rest));
  size_t end = 0;
  while (end < s.len && blanks(p, span_from(s, end)) == 0) {
    end++;
  }
  *rest = span_from(s, end);
  return span_to(s, end);
}

dciauth_span header_text(const dciauth_profile *p, const header_item *line) {
  if (p->header_value == VALUE_AS_IS) {
    return line->value;
  }
  dciauth_span rest = line->value;
  dciauth_span first = next_word(p, &rest);
  dciauth_span last = first;
  for (dciauth_span word = first; word.len > 0; word = next_word(p, &rest)) {
    last = word;
  }
  return first.len == 0 ? first
                        : dciauth_bytes(first.ptr, (size_t)(last.ptr - first.ptr) + last.len);
}

dciauth_status headers_check(join_rule join, const header_list *list, const name_list *names,
                             dciauth_where *where) {
  for (size_t i = 0; i < names->num; i++) {
    const header_item *item = headers_find(list, names->names[i]);
    if (item == NULL || !span_eq(item->name, names->names[i])) {
      return fail(where, DCIAUTH_E_SIGNED_HEADER_MISSING, DCIAUTH_FIELD_SIGNED_HEADERS, i, 0);
    }
    const header_item *next = headers_next(list, item);
    if (next != NULL && join == HEADERS_REFUSE) {
      return fail(where, DCIAUTH_E_MALFORMED_HEADER, DCIAUTH_FIELD_HEADER_NAME, next->index, 0);
    }
  }
  return DCIAUTH_OK;
}

/* vector: aws4/headers/collapsed */
void put_value(const dciauth_profile *p, dciauth_span value, buf *b) {
  if (p->header_value == VALUE_AS_IS) {
    put_span(b, value);
    return;
  }
  dciauth_span rest = value;
  dciauth_span word = next_word(p, &rest);
  while (word.len > 0) {
    put_span(b, word);
    word = next_word(p, &rest);
    if (word.len > 0) {
      put_byte(b, ' ');
    }
  }
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
  dciauth_pair *pairs = take(b, names->num, sizeof *pairs);
  for (size_t i = 0; pairs != NULL && i < names->num; i++) {
    put_span(b, names->names[i]);
    put_byte(b, ':');
    size_t mark = b->len;
    put_header(p, join, list, headers_find(list, names->names[i]), b);
    pairs[i] = (dciauth_pair){names->names[i], buf_since(b, mark)};
    put_byte(b, '\n');
  }
  return pairs;
}

size_t headers_bound(size_t num, size_t bytes, size_t list, size_t list_names) {
  /* A line is kept as a name, a pointer, an item and twice while sorting, its name perhaps in lower
   * case; a signed name is kept as parsed, twice while sorting, and with its value. As text there
   * are the lower-case names, the headers, the list, and the list again in Authorization, each with
   * separators. */
  size_t line = sizeof(dciauth_span) + sizeof(void *) + sizeof(header_item) +
                2 * sizeof(sort_item) + TAKE_SLACK + 5;
  size_t name = sizeof(dciauth_span) + 2 * sizeof(sort_item) + sizeof(dciauth_pair) + 5;
  size_t names = plus(num, list_names);
  return plus(plus(times(num, line), times(names, name)),
              plus(plus(times(bytes, 4 + MAX_REPEATED_NAMES), times(list, 4)), 16 * TAKE_SLACK));
}
