/* SPDX-License-Identifier: Apache-2.0 */
/* span.h - borrowed runs of bytes: comparing, slicing, cutting; and the one way to report an error.
 * Nothing here hands a length of 0 to memcmp or memchr: the pointer of an empty span may be
 * anything. What every stage does all the time is inline. */
#ifndef DCIAUTH_SPAN_H
#define DCIAUTH_SPAN_H

#include "word.h"

/* span_cut_result is a span cut at the first of a byte: {head, tail, ok}; ok is false, and head
 * everything, if the byte is not in it. */
typedef struct {
  dciauth_span head, tail;
  bool ok;
} span_cut_result;

static inline bool span_eq(dciauth_span a, dciauth_span b) {
  return a.len == b.len && word_same(a.ptr, b.ptr, a.len);
}

static inline bool span_eq_str(dciauth_span a, const char *text) {
  return span_eq(a, dciauth_str(text));
}

/* span_from drops the first `at` bytes, or all if there are fewer. */
static inline dciauth_span span_from(dciauth_span s, size_t at) {
  return at < s.len ? dciauth_bytes(s.ptr + at, s.len - at) : dciauth_bytes(NULL, 0);
}

/* span_to keeps the first `len` bytes, or all if there are fewer. */
static inline dciauth_span span_to(dciauth_span s, size_t len) {
  return dciauth_bytes(s.ptr, len < s.len ? len : s.len);
}

static inline span_cut_result span_cut(dciauth_span s, uint8_t byte) {
  const uint8_t *found = s.len == 0 ? NULL : memchr(s.ptr, byte, s.len);
  span_cut_result result = {s, {NULL, 0}, found != NULL};
  if (found != NULL) {
    size_t at = (size_t)(found - s.ptr);
    result.head = span_to(s, at);
    result.tail = span_from(s, at + 1);
  }
  return result;
}

/* span_starts_with: an empty prefix starts everything. */
bool span_starts_with(dciauth_span s, dciauth_span prefix);

/* span_cmp orders by bytes, a prefix first: < 0, 0, > 0. */
int span_cmp(dciauth_span a, dciauth_span b);

/* span_find returns the offset of the first occurrence of `part`, or s.len + 1 if there is none. */
size_t span_find(dciauth_span s, dciauth_span part);

size_t span_count(dciauth_span s, uint8_t byte);

/* span_or returns s, or the default if s is empty. */
static inline dciauth_span span_or(dciauth_span s, dciauth_span or_else) {
  return s.len > 0 ? s : or_else;
}

/* clear zeroes a result. A call, for the linker too: of a memset of a few hundred bytes in place,
 * compilers make an instruction that is slow to start. */
void clear(void *ptr, size_t len);

/* COLD is what hardly ever runs: compilers move it, and what leads to it alone, out of the way.
 * What is left of a call then has room in the processor's cache of instructions. */
#if defined(__GNUC__)
#define COLD __attribute__((cold))
#else
#define COLD
#endif

/* fail sets *where and returns status, so that an error is one line where it is found. */
COLD dciauth_status fail(dciauth_where *where, dciauth_status status, dciauth_field field,
                         size_t index, size_t offset);

#endif
