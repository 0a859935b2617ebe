/* SPDX-License-Identifier: Apache-2.0 */
/* query.c - the canonical query. Every name and value is decoded once, as the row reads '+', broken
 * escapes and bad UTF-8, and encoded anew; then the pairs are sorted. AWS sorts what is encoded,
 * names first: '=' takes no part, so that "a" stands before "a-b". python-dciauth 2.1 sorts the
 * decoded names. */
/* spec: aws-sigv4 Canonical query string */
/* spec: python-dciauth v2.headers._get_canonical_querystring */
#include "query.h"

#include "ascii.h"
#include "codec.h"
#include "sort.h"
#include "token.h"

/* arg_table is the arguments in input order, with the sort items that point into it. */
typedef struct {
  dciauth_pair *decoded, *encoded;
  size_t *at; /* the offset of each in the query, or its index */
  sort_item *items;
  size_t num;
} arg_table;

static dciauth_status check_query(const dciauth_profile *p, dciauth_span query, size_t offset,
                                  dciauth_where *where) {
  size_t bad = ascii_find_raw(query);
  size_t escape = p->query_escapes == ESCAPE_REFUSE ? find_bad_escape(query) : query.len;
  size_t fragment = p->target_form == TARGET_ORIGIN ? span_cut(query, '#').head.len : query.len;
  bad = escape < bad ? escape : bad;
  bad = fragment < bad ? fragment : bad;
  if (bad == query.len) {
    return DCIAUTH_OK;
  }
  return fail(where, DCIAUTH_E_MALFORMED_QUERY, DCIAUTH_FIELD_TARGET, 0, offset + bad);
}

static bool take_table(buf *b, size_t num, arg_table *t) {
  t->decoded = take(b, num, sizeof *t->decoded);
  t->encoded = take(b, num, sizeof *t->encoded);
  t->at = take(b, num, sizeof *t->at);
  t->items = take(b, num, sizeof *t->items);
  t->num = 0;
  return !b->full;
}

static void add_arg(const dciauth_profile *p, dciauth_pair decoded, size_t at, arg_table *t,
                    buf *b) {
  dciauth_pair encoded = {encode_token(p, decoded.name, b), encode_token(p, decoded.value, b)};
  t->decoded[t->num] = decoded;
  t->encoded[t->num] = encoded;
  t->at[t->num] = at;
  t->num++;
}

/* split_query fills the table: pairs between '&', empty ones dropped, cut at the first '='. */
static void split_query(const dciauth_profile *p, dciauth_span query, arg_table *t, buf *b) {
  for (dciauth_span rest = query; rest.len > 0;) {
    span_cut_result pair = span_cut(rest, '&');
    if (pair.head.len > 0) {
      span_cut_result cut = span_cut(pair.head, '=');
      dciauth_pair decoded = {decode_token(p, cut.head, b), decode_token(p, cut.tail, b)};
      add_arg(p, decoded, (size_t)(pair.head.ptr - query.ptr), t, b);
    }
    rest = pair.tail;
  }
}

static dciauth_repeat repeat_of(const dciauth_profile *p, dciauth_repeat asked) {
  return asked == DCIAUTH_REPEAT_ROW && p->repeat == ARGS_REFUSE ? DCIAUTH_REPEAT_REFUSE : asked;
}

/* vector: aws4/query/prefix-key-empty-value, aws4/query/sorted-after-encoding */
/* vector: dci2-v2.1/sign/sorted-before-encoding */
/* sort_args sorts the items; where only the first of a name counts, values must not move it. */
static bool sort_args(const dciauth_profile *p, dciauth_repeat repeat, arg_table *t, buf *b) {
  sort_item *spare = take(b, t->num, sizeof *spare);
  if (spare == NULL) {
    return false;
  }
  for (size_t i = 0; i < t->num; i++) {
    bool encoded = p->query_order == ORDER_ENCODED_PAIRS;
    t->items[i].key = encoded ? t->encoded[i].name : t->decoded[i].name;
    t->items[i].tie =
        encoded && repeat == DCIAUTH_REPEAT_ROW ? t->encoded[i].value : dciauth_bytes(NULL, 0);
    t->items[i].index = i;
  }
  sort_items(t->items, t->num, spare);
  return true;
}

/* drop_repeats keeps the first of each name and returns how many are left; *second is the first
 * repetition in the sorted order, or t->num. */
static size_t drop_repeats(arg_table *t, size_t *second) {
  size_t num = 0;
  *second = t->num;
  for (size_t i = 0; i < t->num; i++) {
    if (num > 0 && span_eq(t->items[num - 1].key, t->items[i].key)) {
      *second = *second == t->num ? t->items[i].index : *second;
    } else {
      t->items[num++] = t->items[i];
    }
  }
  return num;
}

/* finish_args copies the table in its sorted order. */
static dciauth_status finish_args(arg_table *t, buf *b, query_args *out) {
  dciauth_pair *decoded = take(b, t->num, sizeof *decoded);
  dciauth_pair *encoded = take(b, t->num, sizeof *encoded);
  if (b->full) {
    return DCIAUTH_E_SPACE;
  }
  for (size_t i = 0; i < t->num; i++) {
    decoded[i] = t->decoded[t->items[i].index];
    encoded[i] = t->encoded[t->items[i].index];
  }
  out->decoded = decoded;
  out->encoded = encoded;
  out->num = t->num;
  return DCIAUTH_OK;
}

/* canon_table sorts a filled table and judges repeated names; *second is the place of a refused
 * one. */
static dciauth_status canon_table(const dciauth_profile *p, dciauth_repeat repeat, arg_table *t,
                                  buf *b, query_args *out, size_t *second) {
  if (b->full || !sort_args(p, repeat, t, b)) {
    return DCIAUTH_E_SPACE;
  }
  if (repeat != DCIAUTH_REPEAT_ROW) {
    size_t repeated;
    size_t num = drop_repeats(t, &repeated);
    if (repeat == DCIAUTH_REPEAT_REFUSE && num < t->num) {
      *second = t->at[repeated];
      return DCIAUTH_E_DUPLICATE_QUERY_PARAM;
    }
    t->num = num;
  }
  return finish_args(t, b, out);
}

dciauth_status canon_query(const dciauth_profile *p, dciauth_span query, dciauth_repeat repeat,
                           size_t offset, buf *b, query_args *out, dciauth_where *where) {
  arg_table table;
  size_t second = 0;
  dciauth_status status = check_query(p, query, offset, where);
  if (status != DCIAUTH_OK) {
    return status;
  }
  if (!take_table(b, count_pairs(query), &table)) {
    return DCIAUTH_E_SPACE;
  }
  split_query(p, query, &table, b);
  status = canon_table(p, repeat_of(p, repeat), &table, b, out, &second);
  if (status == DCIAUTH_E_DUPLICATE_QUERY_PARAM) {
    return fail(where, status, DCIAUTH_FIELD_TARGET, 0, offset + second);
  }
  return status;
}

dciauth_status canon_params(const dciauth_profile *p, const dciauth_pair *params, size_t num,
                            buf *b, query_args *out, dciauth_where *where) {
  arg_table table;
  size_t second = 0;
  if (!take_table(b, num, &table)) {
    return DCIAUTH_E_SPACE;
  }
  for (size_t i = 0; i < num; i++) {
    if (!is_utf8(params[i].name) || !is_utf8(params[i].value)) {
      return fail(where, DCIAUTH_E_MALFORMED_QUERY, DCIAUTH_FIELD_TARGET, i, 0);
    }
    add_arg(p, params[i], i, &table, b);
  }
  dciauth_status status = canon_table(p, DCIAUTH_REPEAT_REFUSE, &table, b, out, &second);
  if (status == DCIAUTH_E_DUPLICATE_QUERY_PARAM) {
    return fail(where, status, DCIAUTH_FIELD_TARGET, second, 0);
  }
  return status;
}

void put_query(const query_args *args, buf *b) {
  for (size_t i = 0; i < args->num; i++) {
    if (i > 0) {
      put_byte(b, '&');
    }
    put_span(b, args->encoded[i].name);
    put_byte(b, '=');
    put_span(b, args->encoded[i].value);
  }
}

size_t count_pairs(dciauth_span query) {
  size_t count = 0;
  for (size_t i = 0; i < query.len; i++) {
    count += query.ptr[i] != '&' && (i == 0 || query.ptr[i - 1] == '&');
  }
  return count;
}

size_t query_bound(size_t bytes, size_t pairs) {
  /* A byte becomes at most 1 without '+', 1 + 3 repaired, 9 encoded, and 9 as text; a pair is kept
   * four times and sorted with room for as many, and each of its two tokens is taken at most four
   * times. */
  size_t pair =
      4 * sizeof(dciauth_pair) + 2 * sizeof(sort_item) + sizeof(size_t) + 2 * 4 * TAKE_SLACK + 2;
  return plus(plus(times(bytes, 1 + 1 + 3 + 9 + 9), times(pairs, pair)), 7 * TAKE_SLACK);
}

size_t dciauth_query_bound(const dciauth_profile *profile, dciauth_span query) {
  (void)profile; /* one bound for all rows: that of bad UTF-8 replaced */
  return query_bound(query.len, count_pairs(query));
}

dciauth_status dciauth_canon_query(const dciauth_profile *profile, dciauth_span query,
                                   dciauth_work work, dciauth_text *out) {
  query_args args;
  memset(out, 0, sizeof *out);
  buf b = buf_of(work);
  dciauth_status status =
      canon_query(profile, query, DCIAUTH_REPEAT_ROW, 0, &b, &args, &out->where);
  if (status != DCIAUTH_OK) {
    return status;
  }
  put_query(&args, &b);
  out->text = buf_since(&b, 0);
  return b.full ? DCIAUTH_E_SPACE : DCIAUTH_OK;
}
