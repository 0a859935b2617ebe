/* SPDX-License-Identifier: Apache-2.0 */
/* spans.c - none of these touches the bytes of an empty span, which may have none. */
#include "spans.h"

bool spans_equal(dciauth_span a, dciauth_span b) {
  return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

int spans_compare(dciauth_span a, dciauth_span b) {
  size_t least = a.len < b.len ? a.len : b.len;
  int order = least > 0 ? memcmp(a.ptr, b.ptr, least) : 0;
  return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

dciauth_span spans_cut(dciauth_span *rest, char stop) {
  const uint8_t *at = rest->len > 0 ? memchr(rest->ptr, stop, rest->len) : NULL;
  size_t len = at != NULL ? (size_t)(at - rest->ptr) : rest->len;
  size_t used = at != NULL ? len + 1 : len;
  dciauth_span head = dciauth_bytes(rest->ptr, len);
  *rest = dciauth_bytes(used > 0 ? rest->ptr + used : rest->ptr, rest->len - used);
  return head;
}

dciauth_span spans_cut_last(dciauth_span *rest, char stop) {
  size_t at = rest->len;
  while (at > 0 && rest->ptr[at - 1] != (uint8_t)stop) {
    at--;
  }
  dciauth_span tail = dciauth_bytes(at > 0 ? rest->ptr + at : rest->ptr, rest->len - at);
  rest->len = at > 0 ? at - 1 : 0;
  return tail;
}

bool spans_has(dciauth_span s, char c) {
  return s.len > 0 && memchr(s.ptr, c, s.len) != NULL;
}

size_t spans_count(dciauth_span s, char c) {
  size_t num = 0;
  for (size_t i = 0; i < s.len; i++) {
    num += s.ptr[i] == (uint8_t)c ? 1 : 0;
  }
  return num;
}
