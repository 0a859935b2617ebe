/* SPDX-License-Identifier: Apache-2.0 */
/* buf.c - the work block: scratch from its end, and what is left of its text. */
#include "buf.h"

buf buf_of(dciauth_work work) {
  buf b = {work.ptr, 0, work.ptr == NULL ? 0 : work.len, false};
  return b;
}

void buf_close(buf *b) {
  b->full = true;
  b->top = b->len;
}

void buf_cut_to(buf *b, size_t len) {
  b->len = len < b->len ? len : b->len;
  if (b->full) {
    buf_close(b); /* what was dropped is no room either */
  }
}

void *take(buf *b, size_t count, size_t size) {
  size_t bytes = times(count, size);
  if (bytes == 0 && b->ptr == NULL) {
    return b; /* room for nothing, without arithmetic on NULL */
  }
  if (b->full || bytes > b->top - b->len) {
    buf_close(b);
    return NULL;
  }
  size_t top = b->top - bytes;
  size_t excess = (uintptr_t)(b->ptr + top) % TAKE_ALIGN;
  if (excess > top - b->len) {
    buf_close(b);
    return NULL;
  }
  b->top = top - excess;
  return b->ptr + b->top;
}
