/* SPDX-License-Identifier: Apache-2.0 */
/* buf.c - the work block: scratch from its end, and what is left of its text. */
#include "buf.h"

buf buf_of(dciauth_work work) {
  buf b = {work.ptr, 0, work.ptr == NULL ? 0 : work.len, false};
  return b;
}

dciauth_span buf_since(const buf *b, size_t mark) {
  return b->full || b->len == mark ? dciauth_bytes(NULL, 0)
                                   : dciauth_bytes(b->ptr + mark, b->len - mark);
}

void buf_cut_to(buf *b, size_t len) {
  b->len = len < b->len ? len : b->len;
}

void *take(buf *b, size_t count, size_t size) {
  size_t bytes = times(count, size);
  if (bytes == 0 && b->ptr == NULL) {
    return b; /* room for nothing, without arithmetic on NULL */
  }
  if (b->full || bytes > b->top - b->len) {
    b->full = true;
    return NULL;
  }
  size_t top = b->top - bytes;
  size_t excess = (uintptr_t)(b->ptr + top) % TAKE_ALIGN;
  if (excess > top - b->len) {
    b->full = true;
    return NULL;
  }
  b->top = top - excess;
  return b->ptr + b->top;
}

size_t plus(size_t a, size_t b) {
  return a > SIZE_MAX - b ? SIZE_MAX : a + b;
}

size_t times(size_t a, size_t b) {
  return b != 0 && a > SIZE_MAX / b ? SIZE_MAX : a * b;
}
