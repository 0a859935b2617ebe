/* SPDX-License-Identifier: Apache-2.0 */
/* text.c - a growing string of bytes, and the byte rules of percent-encoding. Nothing here is
 * shared with the library, on purpose: what both had from one source could be wrong in both. */
#include "text.h"

#include <stdlib.h>
#include <string.h>

static void grow(text *t, size_t len) {
  if (len <= t->size) {
    return;
  }
  size_t size = len * 2 + 64;
  uint8_t *ptr = realloc(t->ptr, size);
  if (ptr == NULL) {
    abort();
  }
  t->ptr = ptr;
  t->size = size;
}

void text_byte(text *t, uint8_t byte) {
  grow(t, t->len + 1);
  t->ptr[t->len++] = byte;
}

void text_bytes(text *t, const uint8_t *ptr, size_t len) {
  for (size_t i = 0; i < len; i++) {
    text_byte(t, ptr[i]);
  }
}

void text_free(text *t) {
  free(t->ptr);
  memset(t, 0, sizeof *t);
}

int text_cmp(const text *a, const text *b) {
  for (size_t i = 0; i < a->len && i < b->len; i++) {
    if (a->ptr[i] != b->ptr[i]) {
      return a->ptr[i] < b->ptr[i] ? -1 : 1;
    }
  }
  return a->len < b->len ? -1 : a->len > b->len;
}

bool text_is(const text *t, const uint8_t *ptr, size_t len) {
  return t->len == len && (len == 0 || memcmp(t->ptr, ptr, len) == 0);
}

bool byte_is_hex(uint8_t byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'F') ||
         (byte >= 'a' && byte <= 'f');
}

bool byte_is_unreserved(uint8_t byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z') || byte == '-' || byte == '.' || byte == '_' || byte == '~';
}

uint8_t byte_of_hex(uint8_t digit) {
  static const char digits[] = "0123456789abcdef0123456789ABCDEF";
  return (uint8_t)((strchr(digits, digit) - digits) % 16);
}

void text_latin1(text *t, const uint8_t *ptr, size_t len) {
  for (size_t i = 0; i < len; i++) {
    if (ptr[i] < 0x80) {
      text_byte(t, ptr[i]);
    } else {
      text_byte(t, (uint8_t)(0xC0 | ptr[i] >> 6));
      text_byte(t, (uint8_t)(0x80 | (ptr[i] & 0x3F)));
    }
  }
}

void text_escape(text *t, uint8_t byte) {
  static const char digits[] = "0123456789ABCDEF";
  text_byte(t, '%');
  text_byte(t, (uint8_t)digits[byte / 16]);
  text_byte(t, (uint8_t)digits[byte % 16]);
}

bool text_is_escape(const uint8_t *ptr, size_t len, size_t at) {
  return at + 2 < len && ptr[at] == '%' && byte_is_hex(ptr[at + 1]) && byte_is_hex(ptr[at + 2]);
}
