/* SPDX-License-Identifier: Apache-2.0 */
/* word.h - eight bytes at a time. A word is eight bytes of text as a number, the first of them the
 * lowest; what is computed for each of its bytes ends up in that byte's top bit. Bytes from 0x80 on
 * are in no class. */
#ifndef DCIAUTH_WORD_H
#define DCIAUTH_WORD_H

#include "dciauth.h"

enum { WORD = 8 };

#if defined(__GNUC__)
#define ALWAYS_INLINE inline __attribute__((always_inline))
#define PREFETCH(ptr) __builtin_prefetch(ptr)
#else
#define ALWAYS_INLINE inline
#define PREFETCH(ptr) ((void)(ptr))
#endif

/* The order of bytes in memory; a compiler that does not say it is taken to have the usual one. */
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
enum { WORD_BIG_ENDIAN = 1 };
#else
enum { WORD_BIG_ENDIAN = 0 };
#endif

#define WORD_EACH UINT64_C(0x0101010101010101)
#define WORD_TOPS UINT64_C(0x8080808080808080)

/* word_turned makes the first byte the highest: such words compare as their bytes do. */
static inline uint64_t word_turned(uint64_t word) {
  return word << 56 | (word & 0xff00) << 40 | (word & 0xff0000) << 24 | (word & 0xff000000) << 8 |
         (word >> 8 & 0xff000000) | (word >> 24 & 0xff0000) | (word >> 40 & 0xff00) | word >> 56;
}

/* word_at reads eight bytes. */
static inline uint64_t word_at(const uint8_t *b) {
  uint64_t word;
  memcpy(&word, b, sizeof word);
  return WORD_BIG_ENDIAN ? word_turned(word) : word;
}

/* word_half_at reads four, as the lower half. */
static inline uint64_t word_half_at(const uint8_t *b) {
  uint32_t half;
  memcpy(&half, b, sizeof half);
  return WORD_BIG_ENDIAN ? word_turned(half) >> 32 : half;
}

/* word_of reads the first eight bytes of s; fewer are filled up with zeros. Reads overlap instead
 * of looping: how long a text is can seldom be predicted. */
static inline uint64_t word_of(dciauth_span s) {
  if (s.len >= WORD) {
    return word_at(s.ptr);
  }
  if (s.len >= 4) {
    return word_half_at(s.ptr) | word_half_at(s.ptr + s.len - 4) << 8 * (s.len - 4);
  }
  if (s.len == 0) {
    return 0;
  }
  size_t middle = s.len / 2;
  return (uint64_t)s.ptr[0] | (uint64_t)s.ptr[middle] << 8 * middle |
         (uint64_t)s.ptr[s.len - 1] << 8 * (s.len - 1);
}

/* word_two_of reads the first sixteen bytes of s as two words; fewer are filled up with zeros. */
static inline void word_two_of(dciauth_span s, uint64_t out[2]) {
  if (s.len < WORD) {
    out[0] = word_of(s);
    out[1] = 0;
    return;
  }
  out[0] = word_at(s.ptr);
  out[1] = s.len >= 2 * WORD ? word_at(s.ptr + WORD)
                             : word_at(s.ptr + s.len - WORD) >> 8 >> 8 * (2 * WORD - 1 - s.len);
}

/* word_put writes eight bytes. */
static inline void word_put(uint64_t word, uint8_t out[WORD]) {
  word = WORD_BIG_ENDIAN ? word_turned(word) : word;
  memcpy(out, &word, sizeof word);
}

/* word_copy is memcpy for texts that are mostly short; len may be 0. A call of it would take longer
 * than it does. */
static ALWAYS_INLINE void word_copy(uint8_t *out, const uint8_t *from, size_t len) {
  if (len > 2 * WORD) {
    memcpy(out, from, len);
  } else if (len >= WORD) {
    uint64_t last = word_at(from + len - WORD);
    word_put(word_at(from), out);
    word_put(last, out + len - WORD);
  } else if (len >= WORD / 2) {
    uint8_t last[WORD / 2];
    memcpy(last, from + len - WORD / 2, WORD / 2);
    memcpy(out, from, WORD / 2);
    memcpy(out + len - WORD / 2, last, WORD / 2);
  } else if (len > 0) {
    uint8_t middle = from[len / 2];
    uint8_t last = from[len - 1];
    out[0] = from[0];
    out[len / 2] = middle;
    out[len - 1] = last;
  }
}

/* word_same: a and b, of the same length, are equal. Names and parts are short: a call of memcmp
 * takes longer than they do. */
static inline bool word_same(const uint8_t *a, const uint8_t *b, size_t len) {
  if (len < WORD) {
    return word_of(dciauth_bytes(a, len)) == word_of(dciauth_bytes(b, len));
  }
  size_t last = len - WORD; /* the last word may overlap the one before */
  for (size_t at = 0; at < last; at += WORD) {
    if (word_at(a + at) != word_at(b + at)) {
      return false;
    }
  }
  return word_at(a + last) == word_at(b + last);
}

/* word_within: which bytes are from `low` to `high`, both below 0x80. */
static inline uint64_t word_within(uint64_t word, uint8_t low, uint8_t high) {
  uint64_t rest = word & ~WORD_TOPS;
  uint64_t from_low = rest + WORD_EACH * (uint64_t)(0x80 - low);
  uint64_t above_high = rest + WORD_EACH * (uint64_t)(0x7f - high);
  return from_low & ~above_high & ~word & WORD_TOPS;
}

/* word_tops is the top bits of the first `len` bytes, at most eight. */
static inline uint64_t word_tops(size_t len) {
  return len >= WORD ? WORD_TOPS : WORD_TOPS & ~(~UINT64_C(0) << 8 * len);
}

/* word_lowest returns which is the lowest bit set, of a word that is not 0. */
static inline size_t word_lowest(uint64_t word) {
#if defined(__GNUC__)
  return (size_t)__builtin_ctzll(word);
#else
  size_t bit = 0;
  while ((word >> bit & 1) == 0) {
    bit++;
  }
  return bit;
#endif
}

/* word_count returns how many bits are set. */
static inline size_t word_count(uint64_t word) {
  const uint64_t pairs = UINT64_C(0x3333333333333333);
  word -= word >> 1 & UINT64_C(0x5555555555555555);
  word = (word & pairs) + (word >> 2 & pairs);
  return (size_t)(((word + (word >> 4)) & WORD_EACH * 0x0f) * WORD_EACH >> 56);
}

/* word_lower makes letters lower-case. */
static inline uint64_t word_lower(uint64_t word) {
  return word | word_within(word, 'A', 'Z') >> 2; /* 0x80 becomes 0x20 */
}

#endif
