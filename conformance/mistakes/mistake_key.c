/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_key.c - mistakes in the signing key, and in how a right signature is written. */
#include "mistake.h"
#include "mistake_chain.h"
#include "mistake_values.h"

static void make_no_prefix(const mistake_case *c, const void *how, parts *out) {
  chain links = chain_of(c);
  (void)how;
  links.algorithm.len = 0;
  chain_derive(c, &links, parts_begin(out, PART_KEY));
}

static void make_prefix_of_aws(const mistake_case *c, const void *how, parts *out) {
  chain links = chain_of(c);
  (void)how;
  links.algorithm = dciauth_str("AWS4");
  chain_derive(c, &links, parts_begin(out, PART_KEY));
}

static void make_secret(const mistake_case *c, const void *how, parts *out) {
  (void)how;
  parts_put(out, PART_KEY, c->in.secret_key);
}

static void make_prefixed_secret(const mistake_case *c, const void *how, parts *out) {
  chain links = chain_of(c);
  (void)how;
  links.num = 0;
  chain_derive(c, &links, parts_begin(out, PART_KEY));
}

static void make_without_link(const mistake_case *c, const void *how, parts *out) {
  chain links = chain_of(c);
  const size_t *link = how;
  chain_drop(&links, *link);
  chain_derive(c, &links, parts_begin(out, PART_KEY));
}

static void make_hex_chain(const mistake_case *c, const void *how, parts *out) {
  chain links = chain_of(c);
  (void)how;
  links.hex = true;
  chain_derive(c, &links, parts_begin(out, PART_KEY));
}

static void make_whole_time(const mistake_case *c, const void *how, parts *out) {
  chain links = chain_of(c);
  (void)how;
  links.at[CHAIN_DATE] = c->in.params.timestamp;
  chain_derive(c, &links, parts_begin(out, PART_KEY));
}

static void make_upper_signature(const mistake_case *c, const void *how, parts *out) {
  (void)how;
  value_upper(text_span(&c->right.value[PART_SIGNATURE]), parts_begin(out, PART_SIGNATURE));
}

#define LINK(i)                                                                                    \
  &(const size_t) {                                                                                \
    i                                                                                              \
  }

static const mistake table[] = {
    {"secret in place of the signing key", 0, make_secret, NULL},
    {"prefix and secret in place of the signing key", ROW_SCOPE_FULL, make_prefixed_secret, NULL},
    {"signing key without the prefix of the secret", ROW_SCOPE_FULL, make_no_prefix, NULL},
    {"prefix AWS4 in the signing key", 0, make_prefix_of_aws, NULL},
    {"signing key without the date", ROW_SCOPE_FULL, make_without_link, LINK(CHAIN_DATE)},
    {"signing key without the terminator", ROW_SCOPE_FULL, make_without_link,
     LINK(CHAIN_TERMINATOR)},
    {"signing key of the whole timestamp", 0, make_whole_time, NULL},
    {"signing key derived through hex digits", 0, make_hex_chain, NULL},
    {"signature in upper-case hex", 0, make_upper_signature, NULL},
};

mistake_group mistakes_of_key(void) {
  return (mistake_group){table, sizeof table / sizeof *table};
}
