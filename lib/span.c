/* SPDX-License-Identifier: Apache-2.0 */
/* span.c - borrowed runs of bytes. */
#include "span.h"

bool span_starts_with(dciauth_span s, dciauth_span prefix) {
  return s.len >= prefix.len && span_eq(span_to(s, prefix.len), prefix);
}

int span_cmp(dciauth_span a, dciauth_span b) {
  size_t common = a.len < b.len ? a.len : b.len;
  int order = common == 0 ? 0 : memcmp(a.ptr, b.ptr, common);
  if (order != 0) {
    return order;
  }
  return a.len < b.len ? -1 : a.len > b.len;
}

size_t span_find(dciauth_span s, dciauth_span part) {
  for (size_t at = 0; at + part.len <= s.len; at++) {
    if (span_starts_with(span_from(s, at), part)) {
      return at;
    }
  }
  return s.len + 1;
}

size_t span_count(dciauth_span s, uint8_t byte) {
  size_t count = 0;
  for (size_t i = 0; i < s.len; i++) {
    count += s.ptr[i] == byte;
  }
  return count;
}

#if defined(__GNUC__) && !defined(__clang__)
__attribute__((noipa))
#endif
void clear(void *ptr, size_t len) {
  memset(ptr, 0, len);
}

dciauth_status fail(dciauth_where *where, dciauth_status status, dciauth_field field, size_t index,
                    size_t offset) {
  where->field = field;
  where->index = index;
  where->offset = offset;
  return status;
}
