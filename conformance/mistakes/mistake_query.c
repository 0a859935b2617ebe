/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_query.c - mistakes in the query: in what is read, what is kept, what is encoded, how it
 * is sorted and how it is written. */
#include "mistake.h"
#include "mistake_escape.h"
#include "mistake_pairs.h"
#include "mistake_tokens.h"
#include "spans.h"

/* query_recipe: what is zero is as the dialect has it. */
typedef struct {
  pair_rewrite *read;                                    /* in the place of a pair */
  bool (*drop)(const query_pairs *pairs, size_t i);      /* after they were encoded */
  void (*encode)(dciauth_span encoded, text *out);       /* in the place of a name or a value */
  void (*encode_value)(dciauth_span encoded, text *out); /* of a value alone */
  pair_order order;
  bool bare; /* a pair that came without '=' has none */
} query_recipe;

static bool is_bare(const query_pairs *pairs, size_t i) {
  return pairs->items[i].bare;
}

static bool is_empty(const query_pairs *pairs, size_t i) {
  return pairs->items[i].value.len == 0;
}

static bool has_semicolon(const query_pairs *pairs, size_t i) {
  return spans_has(pairs->items[i].sent, ';');
}

static bool is_same_name(const query_pairs *pairs, size_t i, size_t j) {
  return spans_equal(text_span(&pairs->items[i].name), text_span(&pairs->items[j].name));
}

static bool comes_again(const query_pairs *pairs, size_t i) {
  size_t j = i + 1;
  while (j < pairs->num && !is_same_name(pairs, i, j)) {
    j++;
  }
  return j < pairs->num;
}

static bool came_before(const query_pairs *pairs, size_t i) {
  size_t j = 0;
  while (j < i && !is_same_name(pairs, i, j)) {
    j++;
  }
  return j < i;
}

static void rewrite(void (*encode)(dciauth_span, text *), text *token) {
  if (encode != NULL) {
    text out = {0};
    encode(text_span(token), &out);
    text_free(token);
    *token = out;
  }
}

/* change makes the recipe's changes to pairs that were read. */
static void change(const mistake_case *c, const query_recipe *recipe, query_pairs *pairs) {
  for (size_t i = pairs->num; recipe->drop != NULL && i-- > 0;) {
    if (recipe->drop(pairs, i)) {
      pairs_drop(pairs, i);
    }
  }
  for (size_t i = 0; i < pairs->num; i++) {
    rewrite(recipe->encode, &pairs->items[i].name);
    rewrite(recipe->encode, &pairs->items[i].value);
    rewrite(recipe->encode_value, &pairs->items[i].value);
  }
  pair_order own = (c->row & ROW_SORTED_DECODED) != 0 ? PAIRS_DECODED : PAIRS_ENCODED;
  pairs_sort(pairs, recipe->order == PAIRS_OWN ? own : recipe->order);
}

static void make_query_of(const mistake_case *c, dciauth_span query, const query_recipe *recipe,
                          parts *out) {
  query_pairs pairs;
  if (pairs_split(c->in.profile, query, recipe->read, &pairs)) {
    change(c, recipe, &pairs);
    pairs_put(&pairs, recipe->bare, parts_begin(out, PART_QUERY));
  }
  pairs_free(&pairs);
}

static void make_query(const mistake_case *c, const void *how, parts *out) {
  make_query_of(c, c->query, how, out);
}

/* make_split_at_semicolons: HTML 4 allowed ';' in the place of '&'. */
static void make_split_at_semicolons(const mistake_case *c, const void *how, parts *out) {
  text query = {0};
  escape_replace(c->query, ";", "&", &query);
  make_query_of(c, text_span(&query), how, out);
  text_free(&query);
}

static void make_empty_pairs(const mistake_case *c, const void *how, parts *out) {
  (void)how;
  query_pairs sent;
  text *query = parts_begin(out, PART_QUERY);
  dciauth_span right = text_span(&c->right.value[PART_QUERY]);
  pairs_split_only(c->query, &sent);
  for (size_t i = 0; i < sent.num; i++) {
    text_puts(query, sent.items[i].sent.len == 0 ? "&=" : "");
  }
  pairs_free(&sent);
  text_puts(query, right.len > 0 ? "&" : "");
  text_put_span(query, right);
  text_drop(query, query->len > 0 ? 1 : 0);
}

static void make_as_sent(const mistake_case *c, const void *how, parts *out) {
  (void)how;
  parts_put(out, PART_QUERY, c->query);
}

static void make_sorted_as_sent(const mistake_case *c, const void *how, parts *out) {
  query_pairs pairs;
  (void)how;
  pairs_split_only(c->query, &pairs);
  pairs_sort(&pairs, PAIRS_ENCODED);
  pairs_put(&pairs, false, parts_begin(out, PART_QUERY));
  pairs_free(&pairs);
}

static void make_empty(const mistake_case *c, const void *how, parts *out) {
  (void)c;
  (void)how;
  parts_begin(out, PART_QUERY);
}

/* make_repaired replaces bad UTF-8 as Python does: a dialect of python-dciauth encodes the pairs,
 * with '+' kept from being a blank. */
static void make_repaired(const mistake_case *c, const void *how, parts *out) {
  static const query_recipe recipe = {.read = read_plus_as_plus, .encode = encode_plus_as_blank};
  query_pairs pairs;
  (void)how;
  if (pairs_split(dciauth_profile_find(dciauth_str("dci2")), c->query, recipe.read, &pairs)) {
    change(c, &recipe, &pairs);
    pairs_put(&pairs, false, parts_begin(out, PART_QUERY));
  }
  pairs_free(&pairs);
}

#define RECIPE(...)                                                                                \
  make_query, &(const query_recipe) {                                                              \
    __VA_ARGS__                                                                                    \
  }
#define AS_IT_IS                                                                                   \
  &(const query_recipe) {                                                                          \
    0                                                                                              \
  }

static const mistake table[] = {
    {"query not sorted", 0, RECIPE(.order = PAIRS_SENT)},
    {"query sorted before encoding", ROW_SORTED_ENCODED, RECIPE(.order = PAIRS_DECODED)},
    {"query sorted after encoding", ROW_SORTED_DECODED, RECIPE(.order = PAIRS_ENCODED)},
    {"query sorted as whole strings name=value", 0, RECIPE(.order = PAIRS_WHOLE)},
    {"values of a repeated query key not sorted", ROW_KEYS_REPEAT,
     RECIPE(.order = PAIRS_ENCODED_NAMES)},
    {"last value only of a repeated query key", ROW_KEYS_REPEAT, RECIPE(.drop = comes_again)},
    {"first value only of a repeated query key", ROW_KEYS_REPEAT, RECIPE(.drop = came_before)},
    {"query key without a value written without =", 0, RECIPE(.bare = true)},
    {"query key without a value dropped", 0, RECIPE(.drop = is_bare)},
    {"query keys with an empty value dropped", 0, RECIPE(.drop = is_empty)},
    {"blank in the query written as +", ROW_BLANK_ESCAPED, RECIPE(.encode = encode_blank_as_plus)},
    {"blank in the query written as %20", ROW_BLANK_PLUS, RECIPE(.encode = encode_plus_as_blank)},
    {"plus in the query read as a plus", ROW_PLUS_BLANK, RECIPE(.read = read_plus_as_plus)},
    {"escaped plus in the query read as a blank", 0, RECIPE(.read = read_plus_late)},
    {"query encoded without being decoded", 0, RECIPE(.read = read_escapes_as_data)},
    {"query value cut at a second =", 0, RECIPE(.read = read_up_to_equals)},
    {"equals sign in a query value left bare", 0, RECIPE(.encode_value = encode_bare_equals)},
    {"slash in the query left bare", 0, RECIPE(.encode = encode_bare_slash)},
    {"marks !'()* in the query left bare", 0, RECIPE(.encode = encode_bare_marks)},
    {"tilde in the query escaped", 0, RECIPE(.encode = encode_escaped_tilde)},
    {"escapes of the query in lower-case hex", 0, RECIPE(.encode = encode_lower_case)},
    {"bytes in the query that are no UTF-8 replaced", ROW_OCTETS_KEPT, make_repaired, NULL},
    {"semicolon in the query read as a separator", 0, make_split_at_semicolons, AS_IT_IS},
    {"query pair with a semicolon dropped", 0, RECIPE(.drop = has_semicolon)},
    {"empty pairs of the query kept", 0, make_empty_pairs, NULL},
    {"query sorted as sent, not encoded", 0, make_sorted_as_sent, NULL},
    {"query as sent", 0, make_as_sent, NULL},
    {"query left out", 0, make_empty, NULL},
};

mistake_group mistakes_of_query(void) {
  return (mistake_group){table, sizeof table / sizeof *table};
}
