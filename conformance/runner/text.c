/* SPDX-License-Identifier: Apache-2.0 */
/* text.c - the one growable buffer: capacity doubles, a NUL always stands behind the last byte. */
#include "text.h"

#include "memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void text_make_room(text *t, size_t len) {
  if (len > SIZE_MAX / 4 - t->len) {
    mem_fail();
  }
  size_t need = t->len + len + 1;
  t->cap = need > 2 * t->cap ? need : 2 * t->cap;
  t->ptr = mem_resize(t->ptr, t->cap, 1);
}

void text_printf(text *t, const char *format, ...) {
  va_list args;
  va_start(args, format);
  int len = vsnprintf(NULL, 0, format, args);
  va_end(args);
  if (len < 0) {
    return;
  }
  char *at = text_reserve(t, (size_t)len);
  va_start(args, format);
  vsnprintf(at, (size_t)len + 1, format, args);
  va_end(args);
  text_grow(t, (size_t)len);
}

void text_drop(text *t, size_t len) {
  if (len == 0) {
    return;
  }
  t->len -= len;
  memmove(t->ptr, t->ptr + len, t->len + 1);
}

void text_cut(text *t, size_t len) {
  if (len < t->len) {
    t->len = len;
    t->ptr[len] = '\0';
  }
}

const char *text_str(const text *t) {
  return t->ptr != NULL ? t->ptr : "";
}

dciauth_span text_span(const text *t) {
  return dciauth_bytes(text_str(t), t->len);
}

void text_clear(text *t) {
  t->len = 0;
  if (t->ptr != NULL) {
    t->ptr[0] = '\0';
  }
}

void text_free(text *t) {
  free(t->ptr);
  *t = (text){0};
}
