/* SPDX-License-Identifier: Apache-2.0 */
/* twin_unquote.c - what CPython 3.11 makes of octets and of escapes, naively. unquote decodes each
 * run of ASCII by itself, so an escape never completes a raw byte beside it. */
#include "twin_unquote.h"

/* The well-formed UTF-8 sequences, as the Unicode standard tabulates them (table 3-7): length, then
 * lowest and highest value of each byte. */
static const struct {
  size_t len;
  uint8_t range[4][2];
} sequences[] = {
    {1, {{0x00, 0x7F}}},
    {2, {{0xC2, 0xDF}, {0x80, 0xBF}}},
    {3, {{0xE0, 0xE0}, {0xA0, 0xBF}, {0x80, 0xBF}}},
    {3, {{0xE1, 0xEC}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {3, {{0xED, 0xED}, {0x80, 0x9F}, {0x80, 0xBF}}},
    {3, {{0xEE, 0xEF}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {4, {{0xF0, 0xF0}, {0x90, 0xBF}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {4, {{0xF1, 0xF3}, {0x80, 0xBF}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {4, {{0xF4, 0xF4}, {0x80, 0x8F}, {0x80, 0xBF}, {0x80, 0xBF}}},
};

/* match returns how many bytes at ptr fit the start of sequence k. */
static size_t match(size_t k, const uint8_t *ptr, size_t len) {
  size_t i = 0;
  while (i < len && i < sequences[k].len && ptr[i] >= sequences[k].range[i][0] &&
         ptr[i] <= sequences[k].range[i][1]) {
    i++;
  }
  return i;
}

/* A run that starts a sequence and does not end it is one U+FFFD. */
void twin_replace(const uint8_t *ptr, size_t len, text *out) {
  size_t taken;
  for (size_t at = 0; at < len; at += taken) {
    bool whole = false;
    taken = 1;
    for (size_t k = 0; k < sizeof sequences / sizeof sequences[0]; k++) {
      size_t fits = match(k, ptr + at, len - at);
      whole = whole || fits == sequences[k].len;
      taken = fits > taken ? fits : taken;
    }
    if (whole) {
      text_bytes(out, ptr + at, taken);
    } else {
      text_bytes(out, (const uint8_t *)"\xEF\xBF\xBD", 3);
    }
  }
}

/* unquote_run decodes escapes and then replaces; a '%' that starts no escape stays. */
static void unquote_run(const uint8_t *ptr, size_t len, text *out) {
  text octets = {0};
  for (size_t i = 0; i < len; i++) {
    if (text_is_escape(ptr, len, i)) {
      text_byte(&octets, (uint8_t)(byte_of_hex(ptr[i + 1]) * 16 + byte_of_hex(ptr[i + 2])));
      i += 2;
    } else {
      text_byte(&octets, ptr[i]);
    }
  }
  twin_replace(octets.ptr, octets.len, out);
  text_free(&octets);
}

void twin_unquote(const uint8_t *ptr, size_t len, text *out) {
  size_t end;
  for (size_t at = 0; at < len; at = end) {
    bool ascii = ptr[at] < 0x80;
    end = at;
    while (end < len && (ptr[end] < 0x80) == ascii) {
      end++;
    }
    if (ascii) {
      unquote_run(ptr + at, end - at, out);
    } else {
      text_bytes(out, ptr + at, end - at);
    }
  }
}
