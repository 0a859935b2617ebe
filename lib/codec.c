/* SPDX-License-Identifier: Apache-2.0 */
/* codec.c - percent-encoding, hex and UTF-8 repair. */
#include "codec.h"

#include "ascii.h"
#include "vector.h"

static const char hex_upper[] = "0123456789ABCDEF";

static unsigned hex_value(uint8_t digit) {
  return ascii_is(digit, ASCII_DIGIT) ? digit - 0x30u : (digit | 0x20u) - 0x57u;
}

bool is_escape(dciauth_span s, size_t at) {
  return s.len >= 3 && at <= s.len - 3 && s.ptr[at] == '%' && ascii_is(s.ptr[at + 1], ASCII_HEX) &&
         ascii_is(s.ptr[at + 2], ASCII_HEX);
}

size_t find_bad_escape(dciauth_span s) {
  size_t i = 0;
  while (i < s.len && (s.ptr[i] != '%' || is_escape(s, i))) {
    i++;
  }
  return i;
}

uint8_t decode_escape(dciauth_span s, size_t at) {
  return (uint8_t)(hex_value(s.ptr[at + 1]) << 4 | hex_value(s.ptr[at + 2]));
}

size_t decode_pct(dciauth_span s, uint8_t *out) {
  size_t len = 0;
  for (size_t i = 0; i < s.len; i++) {
    bool escape = is_escape(s, i);
    out[len++] = escape ? decode_escape(s, i) : s.ptr[i];
    i += escape ? 2 : 0;
  }
  return len;
}

/* spec: aws-sigv4 uri-encode */
static size_t encode_byte(uint8_t byte, uint8_t out[3]) {
  if (ascii_is(byte, ASCII_UNRESERVED)) {
    out[0] = byte;
    return 1;
  }
  out[0] = '%';
  out[1] = (uint8_t)hex_upper[byte >> 4];
  out[2] = (uint8_t)hex_upper[byte & 15];
  return 3;
}

void put_encoded(buf *b, dciauth_span s) {
  while (s.len > 0) {
    size_t run = ascii_span(s, ASCII_UNRESERVED);
    put_span(b, span_to(s, run));
    s = span_from(s, run);
    if (s.len > 0) {
      uint8_t code[3];
      put_bytes(b, code, encode_byte(s.ptr[0], code));
      s = span_from(s, 1);
    }
  }
}

size_t encode_pct(dciauth_span s, bool blank_is_plus, uint8_t *out) {
  size_t len = 0;
  for (size_t i = 0; i < s.len; i++) {
    if (blank_is_plus && s.ptr[i] == ' ') {
      out[len++] = '+';
    } else {
      len += encode_byte(s.ptr[i], out + len);
    }
  }
  return len;
}

static inline uint8_t hex_digit(uint8_t half) {
  return (uint8_t)(half + '0' + (-(half > 9) & ('a' - '0' - 10)));
}

/* Without a table, since compilers make vector instructions of this, if nothing overlaps. */
static void encode_apart(const uint8_t *restrict bytes, uint8_t *restrict out) {
  for (size_t i = 0; i < 32; i++) {
    out[2 * i] = hex_digit(bytes[i] >> 4);
    out[2 * i + 1] = hex_digit(bytes[i] & 15);
  }
}

void encode_hex32(const uint8_t bytes[32], char out[64]) {
  encode_apart(bytes, (uint8_t *)out);
}

void put_hex32(buf *b, const uint8_t bytes[32]) {
  uint8_t *room = put_room(b, 64);
  if (room != NULL) {
    encode_hex32(bytes, (char *)room);
  }
}

#if defined(__SSE2__)
/* eight_of reads sixteen digits as a byte in each half-word; *good loses a bit if one is no
 * lower-case digit. */
static inline __m128i eight_of(const uint8_t digits[VECTOR], __m128i *good) {
  __m128i text = vector_at(digits);
  __m128i letters = vector_within(text, 'a', 'f');
  *good = _mm_and_si128(*good, _mm_or_si128(letters, vector_within(text, '0', '9')));
  __m128i values = _mm_add_epi8(_mm_and_si128(text, _mm_set1_epi8(0x0f)),
                                _mm_and_si128(letters, _mm_set1_epi8(9)));
  __m128i bytes = _mm_or_si128(_mm_slli_epi16(values, 4), _mm_srli_epi16(values, 8));
  return _mm_and_si128(bytes, _mm_set1_epi16(0xff));
}

static bool decode_32(const uint8_t digits[64], uint8_t out[32]) {
  __m128i good = _mm_set1_epi8(-1);
  for (size_t i = 0; i < 32; i += VECTOR) {
    __m128i low = eight_of(digits + 2 * i, &good);
    vector_put(_mm_packus_epi16(low, eight_of(digits + 2 * i + VECTOR, &good)), out + i);
  }
  return vector_bits(good) == 0xffff;
}
#else
/* half_of reads eight digits as four bytes; *bad has a bit set if one is no lower-case digit. */
static uint64_t half_of(const uint8_t digits[WORD], uint64_t *bad) {
  uint64_t word = word_at(digits);
  uint64_t letters = word_within(word, 'a', 'f');
  *bad |= ~(letters | word_within(word, '0', '9')) & WORD_TOPS;
  uint64_t x = (word & WORD_EACH * 0x0f) + (letters >> 7) * 9; /* a digit in each of eight bytes */
  x = (x << 4 | x >> 8) & UINT64_C(0x00ff00ff00ff00ff);
  x = (x | x >> 8) & UINT64_C(0x0000ffff0000ffff);
  return (x | x >> 16) & 0xffffffff;
}

static bool decode_32(const uint8_t digits[64], uint8_t out[32]) {
  uint64_t bad = 0;
  for (size_t i = 0; i < 32; i += WORD) {
    uint64_t low = half_of(digits + 2 * i, &bad);
    word_put(low | half_of(digits + 2 * i + WORD, &bad) << 32, out + i);
  }
  return bad == 0;
}
#endif

bool decode_hex32(dciauth_span s, uint8_t out[32]) {
  return s.len == 64 && decode_32(s.ptr, out);
}

/* utf8_tail returns how many continuation bytes a lead byte asks for, 0 for ASCII, and the range of
 * the first of them, which rules out overlong forms, surrogates and what lies above U+10FFFF; -1
 * for a byte that leads nothing. */
static int utf8_tail(uint8_t lead, uint8_t *low, uint8_t *high) {
  *low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  *high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (lead < 0x80) {
    return 0;
  }
  if (lead < 0xC2 || lead > 0xF4) {
    return -1;
  }
  return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
}

/* utf8_part returns the length of the character at the start of s (not empty), *ok; or of the
 * longest start of one that is broken off there, at least 1, not *ok. */
static size_t utf8_part(dciauth_span s, bool *ok) {
  uint8_t low;
  uint8_t high;
  int tail = utf8_tail(s.ptr[0], &low, &high);
  size_t len = 1;
  while ((int)len <= tail && len < s.len && s.ptr[len] >= low && s.ptr[len] <= high) {
    low = 0x80;
    high = 0xBF;
    len++;
  }
  *ok = (int)len == tail + 1;
  return len;
}

bool is_utf8(dciauth_span s) {
  bool ok = true;
  while (ok && s.len > 0) {
    s = span_from(s, utf8_part(s, &ok));
  }
  return ok;
}

size_t repair_utf8(dciauth_span s, uint8_t *out) {
  static const uint8_t replacement[3] = {0xEF, 0xBF, 0xBD};
  size_t len = 0;
  while (s.len > 0) {
    bool ok;
    size_t part = utf8_part(s, &ok);
    memcpy(out + len, ok ? s.ptr : replacement, ok ? part : sizeof replacement);
    len += ok ? part : sizeof replacement;
    s = span_from(s, part);
  }
  return len;
}
