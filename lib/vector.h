/* SPDX-License-Identifier: Apache-2.0 */
/* vector.h - sixteen bytes at a time, where the processor is known to have SSE2. Whoever uses this
 * does the same with words, or byte by byte, where it has not. */
#ifndef DCIAUTH_VECTOR_H
#define DCIAUTH_VECTOR_H

#include "word.h"

#if defined(__SSE2__)
#include <emmintrin.h>

enum { VECTOR = 16 };

static inline __m128i vector_at(const uint8_t *b) {
  return _mm_loadu_si128((const __m128i *)(const void *)b);
}

/* vector_of reads the first sixteen bytes of s; fewer are filled up with zeros. */
static inline __m128i vector_of(dciauth_span s) {
  uint64_t words[2];
  word_two_of(s, words);
  return _mm_set_epi64x((int64_t)words[1], (int64_t)words[0]);
}

/* vector_of_ends reads the last sixteen bytes of s, or the first and last eight, which may overlap;
 * there must be so many. */
static inline __m128i vector_of_ends(dciauth_span s) {
  if (s.len >= VECTOR) {
    return vector_at(s.ptr + s.len - VECTOR);
  }
  return _mm_set_epi64x((int64_t)word_at(s.ptr + s.len - WORD), (int64_t)word_at(s.ptr));
}

static inline void vector_put(__m128i bytes, uint8_t out[VECTOR]) {
  _mm_storeu_si128((__m128i *)(void *)out, bytes);
}

/* vector_turned_words turns the bytes of each of four words of 32 bits. */
static inline __m128i vector_turned_words(__m128i words) {
  __m128i halves = _mm_or_si128(_mm_slli_epi16(words, 8), _mm_srli_epi16(words, 8));
  return _mm_shufflehi_epi16(_mm_shufflelo_epi16(halves, 0xb1), 0xb1);
}

/* vector_within: which bytes are from `low` to `high`; all their bits are set. */
static inline __m128i vector_within(__m128i bytes, char low, char high) {
  __m128i above = _mm_sub_epi8(bytes, _mm_set1_epi8(low));
  return _mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8((char)(high - low))), above);
}

/* vector_bits makes them one bit each. */
static inline uint64_t vector_bits(__m128i bytes) {
  return (uint64_t)_mm_movemask_epi8(bytes);
}

/* vector_all_within: no byte of `least` is below `low`, none of `most` above `high`. */
static inline bool vector_all_within(__m128i least, __m128i most, char low, char high) {
  __m128i beyond = _mm_or_si128(_mm_subs_epu8(_mm_set1_epi8(low), least),
                                _mm_subs_epu8(most, _mm_set1_epi8(high)));
  return vector_bits(_mm_cmpeq_epi8(beyond, _mm_setzero_si128())) == 0xffff;
}
#endif

#endif
