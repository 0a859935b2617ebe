/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_pairs.c - a query of one pair has no order, so the library's canonical query of it is the
 * pair as the dialect decodes and encodes it. */
#include "mistake_pairs.h"

#include "memory.h"
#include "mistake_escape.h"
#include "spans.h"

#include <stdlib.h>

static bool encode(const dciauth_profile *profile, dciauth_span sent, query_pair *pair) {
  size_t bound = dciauth_query_bound(profile, sent);
  dciauth_work work = {mem_alloc(bound, 1), bound};
  dciauth_text canonical;
  bool fine = dciauth_canon_query(profile, sent, work, &canonical) == DCIAUTH_OK;
  if (fine) {
    dciauth_span rest = canonical.text;
    text_put_span(&pair->name, spans_cut(&rest, '='));
    text_put_span(&pair->value, rest);
  }
  free(work.ptr);
  return fine;
}

static bool add_pair(const dciauth_profile *profile, dciauth_span sent, pair_rewrite *rewrite,
                     query_pairs *out) {
  query_pair pair = {.sent = sent, .bare = !spans_has(sent, '='), .index = out->num};
  text rewritten = {0};
  if (rewrite != NULL) {
    rewrite(sent, &rewritten);
  } else {
    text_put_span(&rewritten, sent);
  }
  bool fine = encode(profile, text_span(&rewritten), &pair);
  text_free(&rewritten);
  out->items[out->num++] = pair;
  return fine;
}

bool pairs_split(const dciauth_profile *profile, dciauth_span query, pair_rewrite *rewrite,
                 query_pairs *out) {
  *out = (query_pairs){.items = mem_alloc(spans_count(query, '&') + 1, sizeof *out->items)};
  bool fine = true;
  while (query.len > 0) {
    dciauth_span sent = spans_cut(&query, '&');
    fine = (sent.len == 0 || add_pair(profile, sent, rewrite, out)) && fine;
  }
  return fine;
}

void pairs_split_only(dciauth_span query, query_pairs *out) {
  size_t num = query.len > 0 ? spans_count(query, '&') + 1 : 0;
  *out = (query_pairs){.items = mem_alloc(num, sizeof *out->items)};
  for (; out->num < num; out->num++) {
    query_pair *pair = &out->items[out->num];
    dciauth_span value = spans_cut(&query, '&');
    pair->sent = value;
    pair->index = out->num;
    text_put_span(&pair->name, spans_cut(&value, '='));
    text_put_span(&pair->value, value);
  }
}

static void free_pair(query_pair *pair) {
  text_free(&pair->name);
  text_free(&pair->value);
}

void pairs_free(query_pairs *pairs) {
  for (size_t i = 0; i < pairs->num; i++) {
    free_pair(&pairs->items[i]);
  }
  free(pairs->items);
  *pairs = (query_pairs){0};
}

void pairs_drop(query_pairs *pairs, size_t i) {
  free_pair(&pairs->items[i]);
  pairs->num--;
  for (; i < pairs->num; i++) {
    pairs->items[i] = pairs->items[i + 1];
  }
}

static int compare_text(const text *a, const text *b) {
  return spans_compare(text_span(a), text_span(b));
}

static int compare_index(const query_pair *a, const query_pair *b) {
  return (a->index > b->index) - (a->index < b->index);
}

static int compare_names(const void *left, const void *right) {
  const query_pair *a = left, *b = right;
  int order = compare_text(&a->name, &b->name);
  return order != 0 ? order : compare_index(a, b);
}

static int compare_encoded(const void *left, const void *right) {
  const query_pair *a = left, *b = right;
  int order = compare_text(&a->name, &b->name);
  order = order != 0 ? order : compare_text(&a->value, &b->value);
  return order != 0 ? order : compare_index(a, b);
}

/* decoded returns the text that an encoded one stands for; a bare '+' is always a blank. */
static text decoded(const text *encoded) {
  text blanks = {0}, out = {0};
  escape_replace(text_span(encoded), "+", " ", &blanks);
  escape_undo(text_span(&blanks), &out);
  text_free(&blanks);
  return out;
}

static int compare_decoded_text(const text *a, const text *b) {
  text left = decoded(a), right = decoded(b);
  int order = compare_text(&left, &right);
  text_free(&left);
  text_free(&right);
  return order;
}

static int compare_decoded(const void *left, const void *right) {
  const query_pair *a = left, *b = right;
  int order = compare_decoded_text(&a->name, &b->name);
  order = order != 0 ? order : compare_decoded_text(&a->value, &b->value);
  return order != 0 ? order : compare_index(a, b);
}

static text whole(const query_pair *pair) {
  text out = {0};
  text_put_span(&out, text_span(&pair->name));
  text_puts(&out, "=");
  text_put_span(&out, text_span(&pair->value));
  return out;
}

static int compare_whole(const void *left, const void *right) {
  text a = whole(left), b = whole(right);
  int order = compare_text(&a, &b);
  text_free(&a);
  text_free(&b);
  return order != 0 ? order : compare_index(left, right);
}

void pairs_sort(query_pairs *pairs, pair_order order) {
  int (*compare)(const void *, const void *) = NULL;
  switch (order) {
  case PAIRS_ENCODED: compare = compare_encoded; break;
  case PAIRS_ENCODED_NAMES: compare = compare_names; break;
  case PAIRS_DECODED: compare = compare_decoded; break;
  case PAIRS_WHOLE: compare = compare_whole; break;
  case PAIRS_OWN:
  case PAIRS_SENT:
  default: return;
  }
  qsort(pairs->items, pairs->num, sizeof *pairs->items, compare);
}

void pairs_put(const query_pairs *pairs, bool bare, text *out) {
  for (size_t i = 0; i < pairs->num; i++) {
    const query_pair *pair = &pairs->items[i];
    text_puts(out, i > 0 ? "&" : "");
    text_put_span(out, text_span(&pair->name));
    text_puts(out, bare && pair->bare ? "" : "=");
    text_put_span(out, text_span(&pair->value));
  }
}
