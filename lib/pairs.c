/* SPDX-License-Identifier: Apache-2.0 */
/* pairs.c - a query, cut into pairs at '&', and those at their first '='. One pass checks it and
 * counts, so that there can be room for all; a second one cuts. */
/* spec: aws-sigv4 Canonical query string */
#include "pairs.h"

#include "ascii.h"
#include "codec.h"

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

size_t check_pairs(const dciauth_profile *p, dciauth_span query, size_t *num) {
  size_t start = 0;
  *num = 0;
  for (size_t i = 0; i < query.len; i++) {
    if (ascii_is(query.ptr[i], ASCII_UNRESERVED)) {
      continue;
    }
    if (query.ptr[i] == '&') {
      *num += i > start;
      start = i + 1;
    } else if (is_bad(p, query, i)) {
      return i;
    }
  }
  *num += query.len > start;
  return query.len;
}

/* cut_token cuts a token off *rest: up to '&', or as a name up to '='. */
static dciauth_span cut_token(dciauth_span *rest, bool name, bool *plain) {
  size_t i = 0;
  *plain = true;
  for (; i < rest->len; i++) {
    if (ascii_is(rest->ptr[i], ASCII_UNRESERVED)) {
      continue;
    }
    if (rest->ptr[i] == '&' || (name && rest->ptr[i] == '=')) {
      break;
    }
    *plain = false;
  }
  dciauth_span token = span_to(*rest, i);
  *rest = span_from(*rest, i);
  return token;
}

bool next_pair(dciauth_span *rest, raw_pair *out) {
  while (rest->len > 0 && rest->ptr[0] == '&') {
    *rest = span_from(*rest, 1);
  }
  if (rest->len == 0) {
    return false;
  }
  out->name = cut_token(rest, true, &out->plain_name);
  bool has_value = rest->len > 0 && rest->ptr[0] == '=';
  *rest = span_from(*rest, has_value ? 1 : 0);
  out->value = dciauth_bytes(NULL, 0);
  out->plain_value = true;
  if (has_value) {
    out->value = cut_token(rest, false, &out->plain_value);
  }
  return true;
}

size_t count_pairs(dciauth_span query) {
  size_t count = 0;
  for (size_t i = 0; i < query.len; i++) {
    count += query.ptr[i] != '&' && (i == 0 || query.ptr[i - 1] == '&');
  }
  return count;
}
