/* SPDX-License-Identifier: Apache-2.0 */
/* headers.c - the header lines of a request: checked, in lower case, sorted by name; and the
 * canonical headers made of them. AWS joins repeated headers with ','. Signed names mostly stand in
 * the order of the lines, so that each is looked for behind the one before it first. */
/* spec: aws-sigv4 Canonical headers */
/* spec: python-dciauth v2.headers._get_canonical_headers */
#include "headers.h"

#include "ascii.h"
#include "sort.h"

/* check_header judges a line whose name is a token, or is not, and whose value may hold a byte that
 * would forge a line. */
static dciauth_status check_header(const dciauth_pair *header, bool token, size_t index,
                                   dciauth_where *where) {
  if (header->name.len > DCIAUTH_MAX_HEADER_NAME) {
    return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_FIELD_HEADER_NAME, index,
                DCIAUTH_MAX_HEADER_NAME);
  }
  if (header->value.len > DCIAUTH_MAX_HEADER_VALUE) {
    return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_FIELD_HEADER_VALUE, index,
                DCIAUTH_MAX_HEADER_VALUE);
  }
  if (header->name.len == 0 || !token) {
    return fail(where, DCIAUTH_E_MALFORMED_HEADER, DCIAUTH_FIELD_HEADER_NAME, index,
                ascii_span(header->name, ASCII_TOKEN));
  }
  size_t raw = ascii_find_raw(header->value);
  if (raw < header->value.len) {
    return fail(where, DCIAUTH_E_MALFORMED_HEADER, DCIAUTH_FIELD_HEADER_VALUE, index, raw);
  }
  return DCIAUTH_OK;
}

/* list_room is where a list is made. */
typedef struct {
  dciauth_pair *lines;
  bool *plain;
  sort_item *items; /* twice as many: the second half is spare */
  uint8_t *names;
} list_room;

static bool take_list(size_t num, size_t name_bytes, buf *b, list_room *room) {
  size_t lists = times(num, sizeof *room->lines + 2 * sizeof *room->items);
  size_t names = plus(plus(name_bytes, ASCII_LOWER_SLACK), num);
  room->lines = take(b, plus(lists, names), 1);
  if (b->full) {
    return false;
  }
  room->items = (sort_item *)(room->lines + num);
  room->names = (uint8_t *)(room->items + 2 * num);
  room->plain = (bool *)(room->names + name_bytes + ASCII_LOWER_SLACK);
  return true;
}

static size_t count_names(const dciauth_pair *headers, size_t num) {
  size_t bytes = 0;
  for (size_t i = 0; i < num; i++) {
    bytes = plus(bytes, headers[i].name.len);
  }
  return bytes;
}

dciauth_status headers_collect(const dciauth_pair *headers, size_t num, const dciauth_pair *added,
                               size_t num_added, buf *b, header_list *out, dciauth_where *where) {
  list_room room;
  size_t all = num + num_added;
  if (num > DCIAUTH_MAX_HEADERS) {
    return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_FIELD_HEADERS, DCIAUTH_MAX_HEADERS, 0);
  }
  if (!take_list(all, plus(count_names(headers, num), count_names(added, num_added)), b, &room)) {
    return DCIAUTH_E_SPACE;
  }
  uint8_t *name = room.names;
  uint64_t lengths = 0;
  for (size_t i = 0; i < all; i++) {
    const dciauth_pair *header = i < num ? &headers[i] : &added[i - num];
    uint64_t words[2];
    bool token = ascii_lower_token(header->name, name, words);
    int scan = ascii_scan(header->value);
    bool good = token && header->name.len - 1 < DCIAUTH_MAX_HEADER_NAME &&
                header->value.len <= DCIAUTH_MAX_HEADER_VALUE && (scan & ASCII_SOME_CONTROL) == 0;
    dciauth_status status = good ? DCIAUTH_OK : check_header(header, token, i, where);
    if (status != DCIAUTH_OK) {
      return status;
    }
    room.lines[i].name = dciauth_bytes(name, header->name.len);
    room.lines[i].value = header->value;
    sort_item_set_to(&room.items[i], &room.lines[i], words);
    room.plain[i] = scan == 0;
    name += header->name.len;
    lengths |= UINT64_C(1) << header->name.len % 64;
  }
  const header_item *sorted = sort_items(room.items, all, false, room.items + all);
  *out = (header_list){sorted, all, room.lines, room.plain, lengths};
  return DCIAUTH_OK;
}

/* Most names that are looked for and missing have a length of their own. */
const header_item *headers_find(const header_list *list, dciauth_span name) {
  if ((list->lengths >> name.len % 64 & 1) == 0) {
    return NULL;
  }
  uint64_t first = word_turned(word_of(name));
  const header_item *end = list->items + list->num;
  for (const header_item *item = list->items; item < end && item->first <= first; item++) {
    if (item->first == first && span_eq(item->pair->name, name)) {
      return item;
    }
  }
  return NULL;
}

/* search returns the first line of the wanted name, or NULL. */
static const header_item *search(const header_list *list, const sort_item *wanted) {
  size_t low = 0;
  size_t high = list->num;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (sort_before(&list->items[middle], wanted)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < list->num && sort_same(&list->items[low], wanted) ? &list->items[low] : NULL;
}

/* search_at tries the line at *at first, and leaves there the line behind the one found. */
static const header_item *search_at(const header_list *list, dciauth_span name, size_t *at) {
  sort_item wanted;
  const dciauth_pair pair = {name, {NULL, 0}};
  sort_item_set(&wanted, &pair);
  const header_item *here = &list->items[*at];
  bool first =
      *at < list->num && sort_same(here, &wanted) && (*at == 0 || !sort_same(here - 1, here));
  const header_item *found = first ? here : search(list, &wanted);
  *at = found == NULL ? *at : (size_t)(found - list->items) + 1;
  return found;
}

dciauth_status headers_check(join_rule join, const header_list *list, name_list *names,
                             dciauth_where *where) {
  size_t at = 0;
  if (names->found && join != HEADERS_REFUSE) {
    return DCIAUTH_OK;
  }
  for (size_t i = 0; i < names->num; i++) {
    const header_item *item =
        names->found ? names->names[i].line : search_at(list, names->names[i].name, &at);
    if (item == NULL) {
      return fail(where, DCIAUTH_E_SIGNED_HEADER_MISSING, DCIAUTH_FIELD_SIGNED_HEADERS, i, 0);
    }
    const header_item *next = headers_next(list, item);
    if (next != NULL && join == HEADERS_REFUSE) {
      return fail(where, DCIAUTH_E_MALFORMED_HEADER, DCIAUTH_FIELD_HEADER_NAME,
                  header_index(list, next), 0);
    }
    names->names[i].line = item;
  }
  return DCIAUTH_OK;
}

static bool is_plain(const header_list *list, const header_item *item) {
  return list->plain[header_index(list, item)];
}

static void put_line(const dciauth_profile *p, const header_list *list, const header_item *item,
                     buf *b) {
  if (is_plain(list, item)) {
    put_span(b, item->pair->value);
  } else {
    put_value(p, item->pair->value, b);
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
  put_line(p, list, item, b);
  for (; next != NULL; next = headers_next(list, next)) {
    put_byte(b, ',');
    put_line(p, list, next, b);
  }
}

/* put_plain is for most headers: one line, whose value is appended as it is. */
static void put_plain(dciauth_span name, dciauth_span value, buf *b, dciauth_pair *out) {
  uint8_t *at = put_room(b, name.len + value.len + 2);
  if (at == NULL) {
    return;
  }
  at = copy_span(at, name);
  *at++ = ':';
  out->value = dciauth_bytes(at, value.len);
  at = copy_span(at, value);
  *at = '\n';
}

const dciauth_pair *put_headers(const dciauth_profile *p, join_rule join, const header_list *list,
                                const name_list *names, buf *b) {
  dciauth_pair *pairs = take(b, names->num, sizeof *pairs);
  for (size_t i = 0; pairs != NULL && i < names->num; i++) {
    dciauth_span name = names->names[i].name;
    const header_item *line = names->names[i].line;
    pairs[i] = (dciauth_pair){name, {NULL, 0}};
    if (is_plain(list, line) && headers_next(list, line) == NULL) {
      put_plain(name, line->pair->value, b, &pairs[i]);
      continue;
    }
    put_span(b, name);
    put_byte(b, ':');
    size_t mark = b->len;
    put_header(p, join, list, line, b);
    pairs[i].value = buf_since(b, mark);
    put_byte(b, '\n');
  }
  return pairs;
}

size_t headers_bound(size_t num, size_t bytes, size_t list, size_t list_names) {
  /* A line is kept as a pair and twice while sorting, its name perhaps in lower case; a signed name
   * is kept as parsed, as a pair and twice while sorting, and with its value. As text there are the
   * lower-case names, the headers, the list, and the list again in Authorization, each with
   * separators. */
  size_t line = sizeof(dciauth_pair) + 2 * sizeof(sort_item) + TAKE_SLACK + 5;
  size_t name = sizeof(signed_name) + 2 * sizeof(dciauth_pair) + 2 * sizeof(sort_item) + 5;
  size_t names = plus(num, list_names);
  return plus(plus(times(num, line), times(names, name)),
              plus(plus(times(bytes, 4 + MAX_REPEATED_NAMES), times(list, 4)), 16 * TAKE_SLACK));
}
