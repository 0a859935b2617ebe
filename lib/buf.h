/* SPDX-License-Identifier: Apache-2.0 */
/* buf.h - the work block: every bounds check of the library's output is in put_bytes and take. Text grows up from its start and is only ever appended to; scratch
 * (arrays, tokens) is taken from its end, downwards. Both stop where they would meet, and then
 * `full` stays set: appending goes on as if nothing were wrong, and whoever is about to use the
 * text reads the flag once. */
#ifndef DCIAUTH_BUF_H
#define DCIAUTH_BUF_H

#include "span.h"

typedef struct {
  uint8_t *ptr;
  size_t len; /* bytes of text */
  size_t top; /* where scratch begins */
  bool full;
} buf;

buf buf_of(dciauth_work work);

/* put_bytes, put_span, put_text, put_byte append; nothing if it does not fit. */
static inline void put_bytes(buf *b, const void *bytes, size_t len) {
  if (b->full || len > b->top - b->len) {
    b->full = true;
    return;
  }
  if (len > 0) {
    memcpy(b->ptr + b->len, bytes, len);
    b->len += len;
  }
}

static inline void put_span(buf *b, dciauth_span s) {
  put_bytes(b, s.ptr, s.len);
}

static inline void put_text(buf *b, const char *text) {
  put_bytes(b, text, strlen(text));
}

static inline void put_byte(buf *b, uint8_t byte) {
  put_bytes(b, &byte, 1);
}

/* buf_since returns the text from offset `mark` on; empty if the buffer is full. No arithmetic on
 * the block of an empty one: it may be NULL. */
dciauth_span buf_since(const buf *b, size_t mark);

/* buf_cut_to drops the text behind offset `len`. */
void buf_cut_to(buf *b, size_t len);

/* take returns room for `count` things of `size` bytes, aligned for any of them, not cleared; NULL
 * (and full) if there is none. take(b, 0, n) may return a pointer to nothing. */
void *take(buf *b, size_t count, size_t size);

/* TAKE_SLACK is what one take may lose to alignment. */
enum { TAKE_ALIGN = 16, TAKE_SLACK = 15 };

/* plus and times saturate at SIZE_MAX: for bounds. */
size_t plus(size_t a, size_t b);
size_t times(size_t a, size_t b);

#endif
