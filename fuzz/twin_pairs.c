/* SPDX-License-Identifier: Apache-2.0 */
/* twin_pairs.c - a query as a list of pairs: split, recode, insertion sort, join. */
#include "twin_pairs.h"

#include <stdlib.h>

static void add(twin_pairs *pairs, const uint8_t *ptr, size_t len) {
  size_t equals = 0;
  while (equals < len && ptr[equals] != '=') {
    equals++;
  }
  twin_pair pair = {0};
  text_bytes(&pair.name, ptr, equals);
  if (equals < len) {
    text_bytes(&pair.value, ptr + equals + 1, len - equals - 1);
  }
  twin_pair *grown = realloc(pairs->ptr, (pairs->len + 1) * sizeof *grown);
  if (grown == NULL) {
    abort();
  }
  pairs->ptr = grown;
  pairs->ptr[pairs->len++] = pair;
}

void twin_pairs_split(twin_pairs *pairs, const uint8_t *query, size_t len) {
  size_t start = 0;
  for (size_t i = 0; i <= len; i++) {
    if (i == len || query[i] == '&') {
      if (i > start) {
        add(pairs, query + start, i - start);
      }
      start = i + 1;
    }
  }
}

static void recode_text(text *t, twin_recode *recode) {
  text recoded = {0};
  recode(t->ptr, t->len, &recoded);
  text_free(t);
  *t = recoded;
}

void twin_pairs_recode(twin_pairs *pairs, twin_recode *recode) {
  for (size_t i = 0; i < pairs->len; i++) {
    recode_text(&pairs->ptr[i].name, recode);
    recode_text(&pairs->ptr[i].value, recode);
  }
}

static int pair_cmp(const twin_pair *a, const twin_pair *b) {
  int order = text_cmp(&a->name, &b->name);
  return order != 0 ? order : text_cmp(&a->value, &b->value);
}

void twin_pairs_sort(twin_pairs *pairs) {
  for (size_t i = 1; i < pairs->len; i++) {
    for (size_t k = i; k > 0 && pair_cmp(&pairs->ptr[k - 1], &pairs->ptr[k]) > 0; k--) {
      twin_pair swap = pairs->ptr[k];
      pairs->ptr[k] = pairs->ptr[k - 1];
      pairs->ptr[k - 1] = swap;
    }
  }
}

void twin_pairs_join(const twin_pairs *pairs, text *out) {
  for (size_t i = 0; i < pairs->len; i++) {
    if (i > 0) {
      text_byte(out, '&');
    }
    text_bytes(out, pairs->ptr[i].name.ptr, pairs->ptr[i].name.len);
    text_byte(out, '=');
    text_bytes(out, pairs->ptr[i].value.ptr, pairs->ptr[i].value.len);
  }
}

void twin_pairs_free(twin_pairs *pairs) {
  for (size_t i = 0; i < pairs->len; i++) {
    text_free(&pairs->ptr[i].name);
    text_free(&pairs->ptr[i].value);
  }
  free(pairs->ptr);
  pairs->ptr = NULL;
  pairs->len = 0;
}
