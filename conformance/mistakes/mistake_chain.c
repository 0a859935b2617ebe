/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_chain.c - reads the right chain off the right string to sign. */
#include "mistake_chain.h"

#include "mistake_escape.h"
#include "mistake_hash.h"
#include "spans.h"

chain chain_of(const mistake_case *c) {
  chain links = {.algorithm = text_span(&c->right.value[PART_ALGORITHM])};
  dciauth_span scope = text_span(&c->right.value[PART_SCOPE]);
  if ((c->row & ROW_SCOPE_FULL) == 0) {
    links.algorithm.len = 0;
  }
  while (scope.len > 0 && links.num < CHAIN_MOST) {
    links.at[links.num++] = spans_cut(&scope, '/');
  }
  return links;
}

void chain_drop(chain *links, size_t i) {
  if (i < links->num) {
    links->num--;
  }
  for (; i < links->num; i++) {
    links->at[i] = links->at[i + 1];
  }
}

void chain_derive(const mistake_case *c, const chain *links, text *out) {
  text key = {0};
  escape_replace(links->algorithm, "-HMAC-SHA256", "", &key);
  text_put_span(&key, c->in.secret_key);
  for (size_t i = 0; i < links->num; i++) {
    text next = {0}, mac = {0};
    hash_hmac(text_span(&key), links->at[i], &mac);
    if (links->hex) {
      hash_put_hex(text_span(&mac), &next);
    } else {
      text_put_span(&next, text_span(&mac));
    }
    text_free(&mac);
    text_free(&key);
    key = next;
  }
  text_put_span(out, text_span(&key));
  text_free(&key);
}
