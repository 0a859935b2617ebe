/* SPDX-License-Identifier: Apache-2.0 */
/* buf.h - the work block. Text grows up from its start and is only ever appended to; scratch
 * (arrays, tokens) is taken from its end, downwards. Both stop where they would meet, and then
 * `full` stays set: appending goes on as if nothing were wrong, and whoever is about to use the
 * text reads the flag once. Every bounds check of the library's output is in put_room and take. */
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

/* buf_close leaves no room. */
COLD void buf_close(buf *b);

/* put_room appends len > 0 bytes for the caller to write; NULL, and nothing, if they do not fit. */
static inline uint8_t *put_room(buf *b, size_t len) {
  if (len > b->top - b->len) {
    buf_close(b);
    return NULL;
  }
  b->len += len;
  return b->ptr + (b->len - len);
}

/* buf_behind is the place behind the text, if len bytes are free there; else NULL. */
static inline uint8_t *buf_behind(const buf *b, size_t len) {
  return len > b->top - b->len ? NULL : b->ptr + b->len;
}

/* copy_span writes s and returns the place behind it. */
static inline uint8_t *copy_span(uint8_t *out, dciauth_span s) {
  word_copy(out, s.ptr, s.len);
  return out + s.len;
}

/* put_bytes, put_span, put_text, put_byte append; nothing if it does not fit. */
static inline void put_bytes(buf *b, const void *bytes, size_t len) {
  if (len > 0) {
    uint8_t *room = put_room(b, len);
    if (room != NULL) {
      memcpy(room, bytes, len);
    }
  }
}

static inline void put_span(buf *b, dciauth_span s) {
  uint8_t *room = s.len == 0 ? NULL : put_room(b, s.len);
  if (room != NULL) {
    word_copy(room, s.ptr, s.len);
  }
}

static inline void put_text(buf *b, const char *text) {
  put_bytes(b, text, strlen(text));
}

static inline void put_byte(buf *b, uint8_t byte) {
  put_bytes(b, &byte, 1);
}

/* buf_since returns the text from offset `mark` on; empty if the buffer is full. No arithmetic on
 * the block of an empty one: it may be NULL. */
static inline dciauth_span buf_since(const buf *b, size_t mark) {
  return b->full || b->len == mark ? dciauth_bytes(NULL, 0)
                                   : dciauth_bytes(b->ptr + mark, b->len - mark);
}

/* buf_cut_to drops the text behind offset `len`. */
void buf_cut_to(buf *b, size_t len);

/* take returns room for `count` things of `size` bytes, aligned for any of them, not cleared; NULL
 * (and full) if there is none. take(b, 0, n) may return a pointer to nothing. */
void *take(buf *b, size_t count, size_t size);

/* TAKE_SLACK is what one take may lose to alignment. */
enum { TAKE_ALIGN = 16, TAKE_SLACK = 15 };

/* plus and times saturate at SIZE_MAX: for bounds. */
static inline size_t plus(size_t a, size_t b) {
  return a > SIZE_MAX - b ? SIZE_MAX : a + b;
}

static inline size_t times(size_t a, size_t b) {
  return b != 0 && a > SIZE_MAX / b ? SIZE_MAX : a * b;
}

#endif
