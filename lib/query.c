/* SPDX-License-Identifier: Apache-2.0 */
/* query.c - the canonical query. Every name and value is decoded once, as the row reads '+', broken
 * escapes and bad UTF-8, and encoded anew; then the pairs are sorted. AWS sorts what is encoded,
 * names first: '=' takes no part, so that "a" stands before "a-b". python-dciauth 2.1 sorts the
 * decoded names. */
/* spec: aws-sigv4 Canonical query string */
/* spec: python-dciauth v2.headers._get_canonical_querystring */
#include "query.h"

#include "codec.h"
#include "pairs.h"
#include "token.h"

/* arg_table is the arguments in input order, with the items that sort them. */
typedef struct {
  dciauth_pair *decoded, *encoded;
  sort_item *items;
  size_t num;
} arg_table;

/* take_table takes all three at once: the pairs decoded, encoded, and two items for each. */
static bool take_table(buf *b, size_t num, arg_table *t) {
  t->decoded = take(b, num, 2 * sizeof(dciauth_pair) + 2 * sizeof(sort_item));
  t->num = num;
  if (b->full) {
    return false;
  }
  t->encoded = t->decoded + num;
  t->items = (sort_item *)(t->encoded + num);
  return true;
}

static dciauth_repeat repeat_of(const dciauth_profile *p, dciauth_repeat asked) {
  return asked == DCIAUTH_REPEAT_ROW && p->repeat == ARGS_REFUSE ? DCIAUTH_REPEAT_REFUSE : asked;
}

/* vector: aws4/query/prefix-key-empty-value, aws4/query/sorted-after-encoding */
/* vector: dci2-v2.1/sign/sorted-before-encoding */
/* sort_args sorts the items; where only the first of a name counts, values must not move it. */
static void sort_args(const dciauth_profile *p, dciauth_repeat repeat, arg_table *t) {
  bool encoded = p->query_order == ORDER_ENCODED_PAIRS;
  for (size_t i = 0; i < t->num; i++) {
    sort_item_set(&t->items[i], encoded ? &t->encoded[i] : &t->decoded[i]);
  }
  t->items =
      sort_items(t->items, t->num, encoded && repeat == DCIAUTH_REPEAT_ROW, t->items + t->num);
}

/* drop_repeats keeps the first of each name and returns how many are left; *second is the first
 * repetition in the sorted order. */
static size_t drop_repeats(arg_table *t, const dciauth_pair **second) {
  size_t num = 0;
  *second = NULL;
  for (size_t i = 0; i < t->num; i++) {
    if (num == 0 || !span_eq(t->items[num - 1].pair->name, t->items[i].pair->name)) {
      t->items[num++] = t->items[i];
    } else if (num == i) {
      *second = t->items[i].pair;
    }
  }
  return num;
}

/* canon_table sorts a filled table and judges repeated names; *second is the place of a refused
 * one in the input. */
static dciauth_status canon_table(const dciauth_profile *p, dciauth_repeat repeat, arg_table *t,
                                  query_args *out, size_t *second) {
  const dciauth_pair *base = p->query_order == ORDER_ENCODED_PAIRS ? t->encoded : t->decoded;
  out->num_sent = t->num;
  sort_args(p, repeat, t);
  if (repeat != DCIAUTH_REPEAT_ROW) {
    const dciauth_pair *repeated;
    size_t num = drop_repeats(t, &repeated);
    if (repeat == DCIAUTH_REPEAT_REFUSE && num < t->num) {
      *second = (size_t)(repeated - base);
      return DCIAUTH_E_DUPLICATE_QUERY_PARAM;
    }
    t->num = num;
  }
  out->order = t->items;
  out->base = base;
  out->decoded = t->decoded;
  out->encoded = t->encoded;
  out->num = t->num;
  return DCIAUTH_OK;
}

dciauth_status canon_query(const dciauth_profile *p, dciauth_span query, dciauth_repeat repeat,
                           size_t offset, buf *b, query_args *out, dciauth_where *where) {
  arg_table table;
  if (!take_table(b, count_pairs(query), &table)) {
    return DCIAUTH_E_SPACE;
  }
  size_t bad = split_pairs(p, query, table.decoded, table.encoded, b);
  if (bad < query.len) {
    return fail(where, DCIAUTH_E_MALFORMED_QUERY, DCIAUTH_FIELD_TARGET, 0, offset + bad);
  }
  if (b->full) {
    return DCIAUTH_E_SPACE;
  }
  size_t second = 0;
  dciauth_status status = canon_table(p, repeat_of(p, repeat), &table, out, &second);
  return status == DCIAUTH_OK
             ? DCIAUTH_OK
             : fail(where, status, DCIAUTH_FIELD_TARGET, 0, offset + find_pair(query, second));
}

dciauth_status canon_params(const dciauth_profile *p, const dciauth_pair *params, size_t num,
                            buf *b, query_args *out, dciauth_where *where) {
  arg_table table;
  if (!take_table(b, num, &table)) {
    return DCIAUTH_E_SPACE;
  }
  for (size_t i = 0; i < num; i++) {
    dciauth_pair param = params[i];
    if (!is_utf8(param.name) || !is_utf8(param.value)) {
      return fail(where, DCIAUTH_E_MALFORMED_QUERY, DCIAUTH_FIELD_TARGET, i, 0);
    }
    table.decoded[i] = param;
    table.encoded[i] =
        (dciauth_pair){encode_token(p, param.name, b), encode_token(p, param.value, b)};
  }
  if (b->full) {
    return DCIAUTH_E_SPACE;
  }
  size_t second = 0;
  dciauth_status status = canon_table(p, DCIAUTH_REPEAT_REFUSE, &table, out, &second);
  return status == DCIAUTH_OK ? DCIAUTH_OK : fail(where, status, DCIAUTH_FIELD_TARGET, second, 0);
}

void put_query(const query_args *args, buf *b) {
  for (size_t i = 0; i < args->num; i++) {
    arg_fetch(args, args->encoded, i);
    const dciauth_pair *arg = &args->encoded[arg_index(args, i)];
    uint8_t *at = put_room(b, arg->name.len + arg->value.len + (i > 0 ? 2 : 1));
    if (at == NULL) {
      return;
    }
    *at = '&';
    at = copy_span(at + (i > 0 ? 1 : 0), arg->name);
    *at++ = '=';
    copy_span(at, arg->value);
  }
}

size_t query_bound(size_t bytes, size_t pairs) {
  /* A byte becomes at most 1 without '+', 1 + 3 repaired, 9 encoded, and 9 as text; a pair is kept
   * decoded, encoded and in the view, and sorted with room for as many, and each of its two tokens
   * is taken at most four times. */
  size_t pair = 3 * sizeof(dciauth_pair) + 2 * sizeof(sort_item) + 2 * 4 * TAKE_SLACK + 2;
  return plus(plus(times(bytes, 1 + 1 + 3 + 9 + 9), times(pairs, pair)), 2 * TAKE_SLACK);
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
