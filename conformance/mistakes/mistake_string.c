/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_string.c - mistakes in the string to sign. What a signer has wrong in the scope it
 * derives its key from, too. */
#include "mistake.h"
#include "mistake_chain.h"

static void make_not_hashed(const mistake_case *c, const void *how, parts *out) {
  const layers right = {{&c->right}, 1};
  (void)how;
  layers_request(&right, parts_begin(out, PART_DIGEST));
}

/* make_extended_time writes the time as ISO 8601 does with its separators. */
static void make_extended_time(const mistake_case *c, const void *how, parts *out) {
  dciauth_span t = text_span(&c->right.value[PART_TIMESTAMP]);
  (void)how;
  if (t.len == strlen("20150830T123600Z")) {
    const char *s = (const char *)t.ptr;
    text_printf(parts_begin(out, PART_TIMESTAMP), "%.4s-%.2s-%.2s%.3s:%.2s:%.3s", s, s + 4, s + 6,
                s + 8, s + 11, s + 13);
  }
}

/* put_scope writes the parts of a scope and derives the key from them. */
static void put_scope(const mistake_case *c, const chain *links, parts *out) {
  text *scope = parts_begin(out, PART_SCOPE);
  for (size_t i = 0; i < links->num; i++) {
    text_puts(scope, i > 0 ? "/" : "");
    text_put_span(scope, links->at[i]);
  }
  chain_derive(c, links, parts_begin(out, PART_KEY));
}

static void make_whole_time(const mistake_case *c, const void *how, parts *out) {
  chain links = chain_of(c);
  (void)how;
  links.at[CHAIN_DATE] = c->in.params.timestamp;
  put_scope(c, &links, out);
}

static void make_date_of_time(const mistake_case *c, const void *how, parts *out) {
  chain links = chain_of(c);
  (void)how;
  links.at[CHAIN_DATE] = dciauth_bytes(c->in.params.timestamp.ptr, links.at[CHAIN_DATE].len);
  put_scope(c, &links, out);
}

/* put_constants signs with an algorithm and a terminator of its own. */
static void put_constants(const mistake_case *c, dciauth_span algorithm, dciauth_span terminator,
                          parts *out) {
  chain links = chain_of(c);
  links.algorithm = algorithm;
  links.at[CHAIN_TERMINATOR] = terminator;
  parts_put(out, PART_ALGORITHM, algorithm);
  put_scope(c, &links, out);
}

static void make_own_constants(const mistake_case *c, const void *how, parts *out) {
  (void)how;
  put_constants(c, dciauth_str(row_text(c->in.profile, "algorithm")),
                dciauth_str(row_text(c->in.profile, "terminator")), out);
}

static void make_constants_of_aws(const mistake_case *c, const void *how, parts *out) {
  (void)how;
  put_constants(c, dciauth_str("AWS4-HMAC-SHA256"), dciauth_str("aws4_request"), out);
}

static const mistake table[] = {
    {"canonical request not hashed", 0, make_not_hashed, NULL},
    {"timestamp with separators, as in 2015-08-30T12:36:00Z", 0, make_extended_time, NULL},
    {"whole timestamp for the date of the scope", 0, make_whole_time, NULL},
    {"date of the scope taken from the timestamp", ROW_CONSTANTS_CALLER, make_date_of_time, NULL},
    {"the dialect's constants in place of the caller's", ROW_CONSTANTS_CALLER, make_own_constants,
     NULL},
    {"constants of AWS in place of the dialect's", ROW_SCOPE_FULL, make_constants_of_aws, NULL},
};

mistake_group mistakes_of_string(void) {
  return (mistake_group){table, sizeof table / sizeof *table};
}
