/* SPDX-License-Identifier: Apache-2.0 */
/* profile_own.c - rows of the caller's own: one of the table with some of its columns changed. What
 * such a row says is checked once, here, so that the stages can believe it as they believe the
 * table. */
#include "ascii.h"
#include "buf.h"
#include "profile_rules.h"

#include <stddef.h>

enum { MAX_TEXT = 255, MAX_KEY_PARTS = 64, MAX_SKEW = 366 * 86400 };

static bool is_all(dciauth_span s, int class) {
  return ascii_span(s, class) == s.len;
}

static bool is_lower_token(dciauth_span s) {
  bool lower = true;
  for (size_t i = 0; i < s.len; i++) {
    lower = lower && !ascii_is(s.ptr[i], ASCII_UPPER);
  }
  return lower && is_all(s, ASCII_TOKEN);
}

/* is_name_list: names in lower case joined by ';', or nothing. */
static bool is_name_list(dciauth_span s) {
  bool fine = true;
  for (bool more = s.len > 0; more && fine;) {
    span_cut_result name = span_cut(s, ';');
    fine = name.head.len > 0 && is_lower_token(name.head);
    s = name.tail;
    more = name.ok;
  }
  return fine;
}

/* may_be says whether a text can stand in a column: whether what is sent and signed with it could
 * be read again. */
static bool may_be(const profile_column *column, dciauth_span text) {
  switch (column->kind) {
  case COLUMN_NAME: return text.len > 0 && ascii_all_visible(text);
  case COLUMN_HEADER: return is_all(text, ASCII_TOKEN);
  default: break;
  }
  switch (column->offset) {
  case offsetof(dciauth_profile, default_signed): return is_name_list(text);
  case offsetof(dciauth_profile, guarded_prefix):
  case offsetof(dciauth_profile, query_auth_prefix): return is_lower_token(text);
  case offsetof(dciauth_profile, default_host): return ascii_all_visible(text);
  default: return is_all(text, ASCII_SCOPE) && text.len <= DCIAUTH_MAX_SCOPE_PART;
  }
}

/* keep_text copies a text and puts a NUL behind it; its place is NULL if there is no room. */
static dciauth_span keep_text(dciauth_span text, buf *b) {
  size_t mark = b->len;
  put_span(b, text);
  put_byte(b, 0);
  return b->full ? dciauth_bytes(NULL, 0) : dciauth_bytes(b->ptr + mark, text.len);
}

static header_name keep_header(dciauth_span text, buf *b) {
  header_name name = {keep_text(text, b), keep_text(text, b)};
  uint8_t *lower = b->full || text.len == 0 ? NULL : b->ptr + (b->len - 1 - text.len);
  for (size_t i = 0; lower != NULL && i < text.len; i++) {
    lower[i] = ascii_lower(lower[i]);
  }
  return name;
}

static bool set_word(const profile_column *column, dciauth_span word, void *member) {
  for (int i = 0; column->words[i] != NULL; i++) {
    if (span_eq_str(word, column->words[i])) {
      memcpy(member, &i, sizeof i);
      return true;
    }
  }
  return false;
}

static bool set_text(const profile_column *column, dciauth_span text, buf *b,
                     dciauth_profile *row) {
  uint8_t *member = (uint8_t *)row + column->offset;
  if (text.len > MAX_TEXT || !may_be(column, text)) {
    return false;
  }
  if (column->kind == COLUMN_NAME) {
    row->name = (const char *)keep_text(text, b).ptr;
  } else if (column->kind == COLUMN_HEADER) {
    *(header_name *)(void *)member = keep_header(text, b);
  } else {
    *(dciauth_span *)(void *)member = keep_text(text, b);
  }
  return true;
}

static bool set_number(const profile_column *column, int number, dciauth_profile *row) {
  if (column->kind == COLUMN_NUMBER) {
    row->max_skew = number;
    return number >= 0 && number <= MAX_SKEW;
  }
  int others = parts_of_scope(row);
  bool fine = number == 0 || (number > others && number <= others + MAX_KEY_PARTS);
  row->key_parts = fine && number != 0 ? number - others : 0;
  return fine;
}

static const profile_column *find_column(const char *name) {
  if (name == NULL) {
    return NULL;
  }
  size_t i = 0;
  const profile_column *column = profile_column_at(0);
  while (column != NULL && !span_eq_str(dciauth_str(name), column->name)) {
    column = profile_column_at(++i);
  }
  return column;
}

/* set_rule changes one column. What is a number waits for the second round: how many parts the
 * scope has must be known. */
static bool set_rule(const dciauth_rule *rule, bool second_round, buf *b, dciauth_profile *row) {
  const profile_column *column = find_column(rule->column);
  bool is_number =
      column != NULL && (column->kind == COLUMN_PARTS || column->kind == COLUMN_NUMBER);
  if (column == NULL || is_number != (rule->text == NULL)) {
    return false;
  }
  if (is_number != second_round) {
    return true;
  }
  if (is_number) {
    return set_number(column, rule->number, row);
  }
  dciauth_span text = dciauth_str(rule->text);
  return column->kind == COLUMN_WORD ? set_word(column, text, (uint8_t *)row + column->offset)
                                     : set_text(column, text, b, row);
}

/* has_own_headers: each header that the signer adds has a name of its own. */
static bool has_own_headers(const dciauth_profile *p) {
  const dciauth_span names[] = {p->date_header.lower,  p->other_date_header.lower,
                                p->token_header.lower, p->payload_header.lower,
                                dciauth_str("host"),   dciauth_str("authorization")};
  bool own = true;
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    for (size_t k = 0; k < i; k++) {
      own = own && (names[i].len == 0 || !span_eq(names[i], names[k]));
    }
  }
  return own;
}

/* fits_together: what one column says of another. */
static bool fits_together(const dciauth_profile *p) {
  bool payload = p->payload == PAYLOAD_BODY || p->payload_header.sent.len > 0;
  bool terminator = (p->scope == SCOPE_DATE) == (p->terminator.len == 0);
  bool bare = (p->authorization == AUTHORIZATION_BARE) == (p->scope == SCOPE_DATE);
  return payload && terminator && bare && p->algorithm.len > 0 && p->date_header.sent.len > 0 &&
         has_own_headers(p);
}

size_t dciauth_profile_bound(const dciauth_rule *rules, size_t num_rules) {
  size_t bound = sizeof(dciauth_profile) + TAKE_SLACK;
  for (size_t i = 0; i < num_rules; i++) {
    size_t len = rules[i].text == NULL ? 0 : strlen(rules[i].text);
    bound = plus(bound, 2 * ((len < MAX_TEXT ? len : MAX_TEXT) + 1));
  }
  return bound;
}

dciauth_status dciauth_profile_make(const dciauth_profile *base, const dciauth_rule *rules,
                                    size_t num_rules, dciauth_work work, dciauth_own_profile *out) {
  *out = (dciauth_own_profile){NULL, num_rules};
  buf b = buf_of(work);
  dciauth_profile *row = take(&b, 1, sizeof *row);
  if (row == NULL) {
    return DCIAUTH_E_SPACE;
  }
  *row = *base;
  for (size_t i = 0; i < 2 * num_rules; i++) {
    if (!set_rule(&rules[i % num_rules], i >= num_rules, &b, row)) {
      out->wrong = i % num_rules;
      return DCIAUTH_E_ARGUMENT;
    }
  }
  if (b.full) {
    return DCIAUTH_E_SPACE;
  }
  if (!fits_together(row)) {
    return DCIAUTH_E_ARGUMENT;
  }
  out->profile = row;
  return DCIAUTH_OK;
}
