/* SPDX-License-Identifier: Apache-2.0 */
/* ascii.c - the table of byte classes. */
#include "ascii.h"

#include "vector.h"

enum {
  T = ASCII_TOKEN,
  S = ASCII_SCOPE,
  PUNCT = S,
  MARK = T | S,
  SAFE = T | S | ASCII_UNRESERVED,
  DIGIT = SAFE | ASCII_HEX | ASCII_HEX_LOWER | ASCII_DIGIT,
  UP = SAFE | ASCII_UPPER,
  UP_HEX = UP | ASCII_HEX,
  LOW = SAFE,
  LOW_HEX = SAFE | ASCII_HEX | ASCII_HEX_LOWER
};

/* clang-format off */
/* spec: rfc9110 5.6.2 */
/* spec: rfc3986 2.3 */
const uint8_t ascii_table[256] = {
    ['\t'] = ASCII_BLANK, [' '] = ASCII_BLANK, ['!'] = MARK, ['"'] = PUNCT, ['#'] = MARK,
    ['$'] = MARK, ['%'] = MARK, ['&'] = MARK, ['\''] = MARK, ['('] = PUNCT, [')'] = PUNCT,
    ['*'] = MARK, ['+'] = MARK, ['-'] = SAFE, ['.'] = SAFE, ['0'] = DIGIT, ['1'] = DIGIT,
    ['2'] = DIGIT, ['3'] = DIGIT, ['4'] = DIGIT, ['5'] = DIGIT, ['6'] = DIGIT, ['7'] = DIGIT,
    ['8'] = DIGIT, ['9'] = DIGIT, [':'] = PUNCT, [';'] = PUNCT, ['<'] = PUNCT, ['='] = PUNCT,
    ['>'] = PUNCT, ['?'] = PUNCT, ['@'] = PUNCT, ['A'] = UP_HEX, ['B'] = UP_HEX, ['C'] = UP_HEX,
    ['D'] = UP_HEX, ['E'] = UP_HEX, ['F'] = UP_HEX, ['G'] = UP, ['H'] = UP, ['I'] = UP,
    ['J'] = UP, ['K'] = UP, ['L'] = UP, ['M'] = UP, ['N'] = UP, ['O'] = UP, ['P'] = UP,
    ['Q'] = UP, ['R'] = UP, ['S'] = UP, ['T'] = UP, ['U'] = UP, ['V'] = UP, ['W'] = UP,
    ['X'] = UP, ['Y'] = UP, ['Z'] = UP, ['['] = PUNCT, ['\\'] = PUNCT, [']'] = PUNCT,
    ['^'] = MARK, ['_'] = SAFE, ['`'] = MARK, ['a'] = LOW_HEX, ['b'] = LOW_HEX, ['c'] = LOW_HEX,
    ['d'] = LOW_HEX, ['e'] = LOW_HEX, ['f'] = LOW_HEX, ['g'] = LOW, ['h'] = LOW, ['i'] = LOW,
    ['j'] = LOW, ['k'] = LOW, ['l'] = LOW, ['m'] = LOW, ['n'] = LOW, ['o'] = LOW, ['p'] = LOW,
    ['q'] = LOW, ['r'] = LOW, ['s'] = LOW, ['t'] = LOW, ['u'] = LOW, ['v'] = LOW, ['w'] = LOW,
    ['x'] = LOW, ['y'] = LOW, ['z'] = LOW, ['{'] = PUNCT, ['|'] = MARK, ['}'] = PUNCT,
    ['~'] = SAFE,
};
/* clang-format on */

ascii_sum ascii_sum_of(dciauth_span s) {
  ascii_sum sum = {~0, 0};
  for (size_t i = 0; i < s.len; i++) {
    sum.every &= ascii_table[s.ptr[i]];
    sum.some |= ascii_table[s.ptr[i]];
  }
  return sum;
}

#if defined(__SSE2__)
/* unreserved_bits knows what the table says of ASCII_UNRESERVED. */
static inline uint64_t unreserved_bits(__m128i bytes) {
  __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
  __m128i letters = vector_within(lower, 'a', 'z');
  __m128i digits = vector_within(bytes, '0', '9');
  __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('_')),
                               _mm_cmpeq_epi8(bytes, _mm_set1_epi8('~')));
  marks = _mm_or_si128(marks, vector_within(bytes, '-', '.'));
  return vector_bits(_mm_or_si128(_mm_or_si128(letters, digits), marks));
}

static inline uint64_t ampersand_bits(__m128i bytes) {
  return vector_bits(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('&')));
}

/* bits_of_64 gathers what `of_16` finds in the first 64 bytes of s. Reads overlap instead of
 * looping: how long a text is can seldom be predicted. */
static inline uint64_t bits_of_64(dciauth_span s, uint64_t (*of_16)(__m128i)) {
  size_t last = s.len - 16;
  if (s.len < 16) {
    return of_16(vector_of(s)) & ~(~UINT64_C(0) << s.len);
  }
  if (s.len <= 32) {
    return of_16(vector_at(s.ptr)) | of_16(vector_at(s.ptr + last)) << last;
  }
  last = s.len < 64 ? last : 48;
  return of_16(vector_at(s.ptr)) | of_16(vector_at(s.ptr + 16)) << 16 |
         of_16(vector_at(s.ptr + last - 16)) << (last - 16) |
         of_16(vector_at(s.ptr + last)) << last;
}

uint64_t ascii_stops(dciauth_span s) {
  return ~bits_of_64(s, unreserved_bits);
}

uint64_t ascii_ampersands(dciauth_span s) {
  return bits_of_64(s, ampersand_bits);
}
#else
uint64_t ascii_stops(dciauth_span s) {
  size_t len = s.len < 64 ? s.len : 64;
  uint64_t stops = len < 64 ? ~UINT64_C(0) << len : 0;
  for (size_t i = 0; i < len; i++) {
    stops |= (uint64_t)!ascii_is(s.ptr[i], ASCII_UNRESERVED) << i;
  }
  return stops;
}

uint64_t ascii_ampersands(dciauth_span s) {
  uint64_t found = 0;
  for (size_t i = 0; i < s.len && i < 64; i++) {
    found |= (uint64_t)(s.ptr[i] == '&') << i;
  }
  return found;
}
#endif

size_t ascii_next_stop(stop_list *s, size_t at) {
  size_t next = at - s->base < STOPS ? s->base + STOPS : at;
  for (; next < s->text.len; next += STOPS) {
    s->base = next;
    s->stops = ascii_stops(span_from(s->text, next));
    if (s->stops != 0) {
      return next + word_lowest(s->stops);
    }
  }
  return s->text.len;
}

/* A byte from which more is taken than it has borrows from the next one: the top bits say whether
 * there is such a byte, though not where. */
static inline uint64_t controls_in(uint64_t word) {
  return (word - WORD_EACH * 0x20) & ~word & WORD_TOPS;
}

static inline uint64_t invisible_in(uint64_t word) {
  return ((word - WORD_EACH * 0x21) | word | (word + WORD_EACH)) & WORD_TOPS;
}

static int scan_of(uint64_t controls, uint64_t invisible) {
  return (controls != 0 ? ASCII_SOME_CONTROL : 0) | (invisible != 0 ? ASCII_SOME_INVISIBLE : 0);
}

/* scan_by_words: the last word may overlap the one before; that of a short span is filled up. */
static int scan_by_words(dciauth_span s) {
  bool whole = s.len >= WORD;
  uint64_t word =
      whole ? word_at(s.ptr + s.len - WORD) : word_of(s) | (WORD_EACH * '!') << 8 * s.len;
  uint64_t controls = controls_in(word);
  uint64_t invisible = invisible_in(word);
  for (size_t at = 0; at + WORD < s.len; at += WORD) {
    word = word_at(s.ptr + at);
    controls |= controls_in(word);
    invisible |= invisible_in(word);
  }
  return scan_of(controls, invisible);
}

int ascii_scan(dciauth_span s) {
#if defined(__SSE2__)
  if (s.len >= WORD) {
    __m128i low = vector_of_ends(s);
    __m128i high = low;
    for (size_t at = 0; at + 16 < s.len; at += 16) {
      __m128i bytes = vector_at(s.ptr + at);
      low = _mm_min_epu8(low, bytes);
      high = _mm_max_epu8(high, bytes);
    }
    bool visible = vector_all_within(low, high, '!', '~');
    return visible ? 0 : scan_of(vector_bits(vector_within(low, 0, 0x1f)), 1);
  }
#endif
  return scan_by_words(s);
}

size_t ascii_find_raw(dciauth_span s) {
  size_t i = (ascii_scan(s) & ASCII_SOME_CONTROL) == 0 ? s.len : 0;
  while (i < s.len && s.ptr[i] != '\0' && s.ptr[i] != '\r' && s.ptr[i] != '\n') {
    i++;
  }
  return i;
}

/* In lower case, what is rare in tokens, or no part of one, is strange: a name with such a byte is
 * looked at byte by byte. */
#if defined(__SSE2__)
/* lower_16 writes 16 bytes in lower case; returns which are strange, bit by bit. */
static inline unsigned lower_16(__m128i bytes, uint8_t *out) {
  __m128i upper = _mm_and_si128(vector_within(bytes, 'A', 'Z'), _mm_set1_epi8(0x20));
  __m128i lower = _mm_or_si128(bytes, upper);
  __m128i usual = _mm_or_si128(vector_within(lower, 'a', 'z'), vector_within(lower, '0', '9'));
  usual = _mm_or_si128(usual, _mm_cmpeq_epi8(lower, _mm_set1_epi8('-')));
  vector_put(lower, out);
  return (unsigned)vector_bits(usual) ^ 0xffff;
}

/* The last 16 bytes may overlap those before; a shorter name is filled up. */
static bool lower_name(dciauth_span name, uint8_t *out, uint64_t words[2]) {
  unsigned strange = 0;
  if (name.len < 16) {
    word_two_of(name, words);
    strange =
        lower_16(_mm_set_epi64x((int64_t)words[1], (int64_t)words[0]), out) & ~(~0u << name.len);
  } else {
    strange = lower_16(vector_at(name.ptr + name.len - 16), out + name.len - 16);
    for (size_t at = 0; at + 16 < name.len; at += 16) {
      strange |= lower_16(vector_at(name.ptr + at), out + at);
    }
  }
  words[0] = word_at(out);
  words[1] = word_at(out + WORD);
  return strange == 0;
}
#else
static inline uint64_t strange_in(uint64_t word) {
  uint64_t usual =
      word_within(word, 'a', 'z') | word_within(word, '0', '9') | word_within(word, '-', '-');
  return ~usual & WORD_TOPS;
}

/* The last word overlaps the one before; that of a name shorter than a word is written whole. */
static bool lower_name(dciauth_span name, uint8_t *out, uint64_t words[2]) {
  uint64_t strange = 0;
  for (size_t at = 0; at + WORD < name.len; at += WORD) {
    uint64_t word = word_lower(word_at(name.ptr + at));
    strange |= strange_in(word);
    word_put(word, out + at);
  }
  bool whole = name.len >= WORD;
  size_t last = whole ? name.len - WORD : 0;
  uint64_t word = word_lower(whole ? word_at(name.ptr + last) : word_of(name));
  strange |= strange_in(word) & word_tops(name.len);
  word_put(word, out + last);
  word_two_of(dciauth_bytes(out, name.len), words);
  return strange == 0;
}
#endif

bool ascii_lower_token(dciauth_span name, uint8_t *out, uint64_t words[2]) {
  return lower_name(name, out, words) || ascii_span(name, ASCII_TOKEN) == name.len;
}

uint8_t ascii_upper(uint8_t byte) {
  return byte >= 'a' && byte <= 'z' ? (uint8_t)(byte & ~0x20) : byte;
}

bool ascii_eq_lower(dciauth_span a, dciauth_span b) {
  if (a.len != b.len) {
    return false;
  }
  size_t i = 0;
  while (i < a.len && a.ptr[i] == ascii_lower(b.ptr[i])) {
    i++;
  }
  return i == a.len;
}
