/* SPDX-License-Identifier: Apache-2.0 */
/* text.h - bytes that grow at the end. Zero is empty; `ptr` is NULL or has a NUL behind `len`. */
#ifndef CONFORM_TEXT_H
#define CONFORM_TEXT_H

#include <dciauth.h>

typedef struct {
  char *ptr;
  size_t len, cap;
} text;

/* text_make_room is text_reserve where there is too little. */
void text_make_room(text *t, size_t len);

/* text_reserve makes room for len bytes more and returns where they go; text_grow counts those that
 * were written there. These and text_put are here because JSON is written in small pieces. */
static inline char *text_reserve(text *t, size_t len) {
  if (t->cap <= t->len || t->cap - t->len <= len) {
    text_make_room(t, len);
  }
  return t->ptr + t->len;
}

static inline void text_grow(text *t, size_t len) {
  t->len += len;
  t->ptr[t->len] = '\0';
}

static inline void text_put(text *t, const void *ptr, size_t len) {
  char *at = text_reserve(t, len);
  if (len > 0) {
    memcpy(at, ptr, len);
  }
  text_grow(t, len);
}

static inline void text_puts(text *t, const char *s) {
  text_put(t, s, strlen(s));
}

static inline void text_put_span(text *t, dciauth_span s) {
  text_put(t, s.ptr, s.len);
}

/* text_printf appends what printf would print. */
__attribute__((format(printf, 2, 3))) void text_printf(text *t, const char *format, ...);

/* text_drop removes the first len bytes; text_cut keeps the first len. */
void text_drop(text *t, size_t len);
void text_cut(text *t, size_t len);

/* text_str returns the bytes as a string: "" for an empty text. */
const char *text_str(const text *t);

dciauth_span text_span(const text *t);
void text_clear(text *t);
void text_free(text *t);

#endif
