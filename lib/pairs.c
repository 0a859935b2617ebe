/* SPDX-License-Identifier: Apache-2.0 */
/* pairs.c - a query, cut into pairs at '&', and those at their first '='. */
/* spec: aws-sigv4 Canonical query string */
#include "pairs.h"

#include "ascii.h"
#include "codec.h"
#include "token.h"

/* is_bad: what the row refuses stands at that offset. */
static bool is_bad(const dciauth_profile *p, dciauth_span query, size_t at) {
  switch (query.ptr[at]) {
  case '%': return p->query_escapes == ESCAPE_REFUSE && !is_escape(query, at);
  case '#': return p->target_form == TARGET_ORIGIN;
  case '\0':
  case '\r':
  case '\n': return true;
  default: return false;
  }
}

/* token_end returns where the token that begins at `at` ends: at '&', or a name at '='. *plain: all
 * its bytes are unreserved. */
static inline size_t token_end(stop_list *s, size_t at, bool name, bool *plain) {
  *plain = true;
  at = next_stop(s, at);
  while (at < s->text.len && s->text.ptr[at] != '&' && !(name && s->text.ptr[at] == '=')) {
    *plain = false;
    at = next_stop(s, at + 1);
  }
  return at;
}

/* recode gives both forms of a token that is not plain; false at the first byte that the row
 * refuses, which *at then is. */
static bool recode(const dciauth_profile *p, dciauth_span query, size_t *at, size_t end,
                   dciauth_span *decoded, dciauth_span *encoded, buf *b) {
  dciauth_span token = dciauth_bytes(query.ptr + *at, end - *at);
  while (*at < end && !is_bad(p, query, *at)) {
    *at += 1;
  }
  if (*at < end) {
    return false;
  }
  *decoded = decode_token(p, token, b);
  *encoded = encode_token(p, *decoded, b);
  return true;
}

/* cut_token cuts the token at *at and gives both forms of it: of a plain one, itself. */
static inline bool cut_token(const dciauth_profile *p, stop_list *s, size_t *at, bool name,
                             dciauth_span *decoded, dciauth_span *encoded, buf *b) {
  bool plain;
  dciauth_span query = s->text;
  size_t end = token_end(s, *at, name, &plain);
  if (!plain) {
    return recode(p, query, at, end, decoded, encoded, b);
  }
  decoded->ptr = encoded->ptr = query.ptr + *at;
  decoded->len = encoded->len = end - *at;
  *at = end;
  return true;
}

size_t split_pairs(const dciauth_profile *p, dciauth_span query, dciauth_pair *decoded,
                   dciauth_pair *encoded, buf *b) {
  size_t num = 0;
  stop_list stops = stop_list_of(query, 0);
  for (size_t at = 0; at < query.len; at++) {
    if (query.ptr[at] == '&') {
      continue;
    }
    if (!cut_token(p, &stops, &at, true, &decoded[num].name, &encoded[num].name, b)) {
      return at;
    }
    if (at == query.len || query.ptr[at] != '=') {
      decoded[num].value.ptr = encoded[num].value.ptr = NULL;
      decoded[num].value.len = encoded[num].value.len = 0;
    } else {
      at++;
      if (!cut_token(p, &stops, &at, false, &decoded[num].value, &encoded[num].value, b)) {
        return at;
      }
    }
    num++;
  }
  return query.len;
}

static bool starts_with(dciauth_span s, uint8_t byte) {
  return s.len > 0 && s.ptr[0] == byte;
}

size_t find_pair(dciauth_span query, size_t num) {
  size_t at = 0;
  for (dciauth_span rest = query; num > 0 || starts_with(rest, '&'); rest = span_from(query, at)) {
    span_cut_result cut = span_cut(rest, '&');
    num -= cut.head.len > 0 ? 1 : 0;
    at += cut.head.len + 1;
  }
  return at;
}

/* A pair begins at a byte that is not '&', behind one that is, or in front. */
size_t count_pairs(dciauth_span query) {
  size_t count = 0;
  uint64_t behind = 1; /* the bytes behind '&' */
  for (dciauth_span rest = query; rest.len > 0; rest = span_from(rest, 64)) {
    uint64_t found = ascii_ampersands(rest);
    uint64_t within = rest.len < 64 ? ~(~UINT64_C(0) << rest.len) : ~UINT64_C(0);
    count += word_count(~found & (behind | found << 1) & within);
    behind = found >> 63;
  }
  return count;
}
