/* SPDX-License-Identifier: Apache-2.0 */
/* ascii.h - classes of bytes, one table for all. Locale plays no part. */
#ifndef DCIAUTH_ASCII_H
#define DCIAUTH_ASCII_H

#include "span.h"

enum {
  ASCII_TOKEN = 1 << 0,      /* RFC 9110 tchar: methods, header names */
  ASCII_UNRESERVED = 1 << 1, /* RFC 3986: letters, digits, "-._~" */
  ASCII_HEX = 1 << 2,        /* either case */
  ASCII_HEX_LOWER = 1 << 3,  /* 0-9a-f */
  ASCII_DIGIT = 1 << 4,
  ASCII_UPPER = 1 << 5,
  ASCII_SCOPE = 1 << 6, /* visible, but ',' and '/': what a part of a credential may hold */
  ASCII_BLANK = 1 << 7  /* SP and TAB */
};

extern const uint8_t ascii_table[256];

static inline bool ascii_is(uint8_t byte, int classes) {
  return (ascii_table[byte] & classes) != 0;
}

/* ascii_span returns how many bytes at the start of s are of the class (one, not several): s.len if
 * all are. Four at a time, as most texts are longer. */
static inline size_t ascii_span(dciauth_span s, int class) {
  size_t i = 0;
  while (s.len - i >= 4 && (ascii_table[s.ptr[i]] & ascii_table[s.ptr[i + 1]] &
                            ascii_table[s.ptr[i + 2]] & ascii_table[s.ptr[i + 3]] & class) != 0) {
    i += 4;
  }
  while (i < s.len && ascii_is(s.ptr[i], class)) {
    i++;
  }
  return i;
}

/* ascii_stops returns, bit by bit, which of the first 64 bytes of s are reserved; all that are
 * behind its end are. */
uint64_t ascii_stops(dciauth_span s);

/* ascii_ampersands returns, bit by bit, which of the first 64 bytes of s are '&'. */
uint64_t ascii_ampersands(dciauth_span s);

/* stop_list knows, of 64 bytes of a text, which are not unreserved. Where tokens end cannot be
 * predicted: a loop over the bytes of each would cost a wrong guess. */
typedef struct {
  dciauth_span text;
  size_t base;
  uint64_t stops;
} stop_list;

enum { STOPS = 64 };

static inline stop_list stop_list_of(dciauth_span text, size_t base) {
  return (stop_list){text, base, ascii_stops(span_from(text, base))};
}

/* next_stop returns the offset of the first such byte from `at` on, or text.len; `at` only grows.
 * ascii_next_stop is the rest of it, out of the way, for when there is none among the 64. */
COLD size_t ascii_next_stop(stop_list *s, size_t at);

static inline size_t next_stop(stop_list *s, size_t at) {
  uint64_t left = at - s->base < STOPS ? s->stops >> (at - s->base) : 0;
  return left != 0 ? at + word_lowest(left) : ascii_next_stop(s, at);
}

/* ascii_is_visible: neither white space nor a control character, and in ASCII. */
static inline bool ascii_is_visible(uint8_t byte) {
  return byte > 0x20 && byte < 0x7f;
}

/* ascii_scan says whether some byte of s is below 0x20, and whether some byte is not visible. */
enum { ASCII_SOME_CONTROL = 1, ASCII_SOME_INVISIBLE = 2 };
int ascii_scan(dciauth_span s);

static inline bool ascii_all_visible(dciauth_span s) {
  return (ascii_scan(s) & ASCII_SOME_INVISIBLE) == 0;
}

/* ascii_sum is the classes that every byte of a span has, and those that some byte has. */
typedef struct {
  int every, some;
} ascii_sum;
ascii_sum ascii_sum_of(dciauth_span s);

/* ascii_find_raw returns the offset of the first NUL, CR or LF, or s.len: bytes that would forge a
 * line of a canonical request or end a C string. */
size_t ascii_find_raw(dciauth_span s);

static inline uint8_t ascii_lower(uint8_t byte) {
  _Static_assert(ASCII_UPPER == ('a' ^ 'A'), "the bit of the class is the bit of the case");
  return (uint8_t)(byte | (ascii_table[byte] & ASCII_UPPER));
}

/* ascii_lower_token copies a name in lower case, and up to ASCII_LOWER_SLACK bytes too many; false
 * if it is no token. `words` are the first sixteen bytes of the copy, filled up with zeros. */
enum { ASCII_LOWER_SLACK = 16 };
bool ascii_lower_token(dciauth_span name, uint8_t *out, uint64_t words[2]);

uint8_t ascii_upper(uint8_t byte);

/* ascii_eq_lower: a is what b is in lower case. */
bool ascii_eq_lower(dciauth_span a, dciauth_span b);

#endif
