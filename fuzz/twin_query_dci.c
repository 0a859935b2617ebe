/* SPDX-License-Identifier: Apache-2.0 */
/* twin_query_dci.c - the canonical query of dci2-v2.1, naively: what CPython 3.11 answers to
 *   urlencode(sorted(parse_qsl(query.decode("utf-8", "replace"), keep_blank_values=True)))
 * with a repeated key refused, since the package's dictionary could not hold it. parse_qsl turns
 * '+' into a blank, then unquotes; unquote decodes each run of ASCII by itself, so an escape never
 * completes a raw byte beside it. */
#include "twin.h"
#include "twin_pairs.h"

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

/* replace is bytes.decode("utf-8", "replace"): a run that starts a sequence and does not end it is
 * one U+FFFD. */
static void replace(const uint8_t *ptr, size_t len, text *out) {
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
  replace(octets.ptr, octets.len, out);
  text_free(&octets);
}

/* unquote is unquote(s, errors="replace") on well-formed UTF-8. */
static void unquote(const uint8_t *ptr, size_t len, text *out) {
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

static void parse(const uint8_t *ptr, size_t len, text *out) {
  text characters = {0};
  replace(ptr, len, &characters);
  for (size_t i = 0; i < characters.len; i++) {
    if (characters.ptr[i] == '+') {
      characters.ptr[i] = ' ';
    }
  }
  unquote(characters.ptr, characters.len, out);
  text_free(&characters);
}

/* quote_plus is quote_plus(s). */
static void quote_plus(const uint8_t *ptr, size_t len, text *out) {
  for (size_t i = 0; i < len; i++) {
    if (ptr[i] == ' ') {
      text_byte(out, '+');
    } else if (byte_is_unreserved(ptr[i])) {
      text_byte(out, ptr[i]);
    } else {
      text_escape(out, ptr[i]);
    }
  }
}

static bool has_repeat(const twin_pairs *pairs) {
  for (size_t i = 0; i < pairs->len; i++) {
    for (size_t k = 0; k < i; k++) {
      if (text_cmp(&pairs->ptr[i].name, &pairs->ptr[k].name) == 0) {
        return true;
      }
    }
  }
  return false;
}

const char *twin_query_dci(const uint8_t *query, size_t len, text *out) {
  for (size_t i = 0; i < len; i++) {
    if (query[i] == 0 || query[i] == '\r' || query[i] == '\n') {
      return "malformed-query";
    }
  }
  twin_pairs pairs = {0};
  twin_pairs_split(&pairs, query, len, parse);
  bool repeat = has_repeat(&pairs);
  if (!repeat) {
    twin_pairs_sort(&pairs);
    twin_pairs_join(&pairs, quote_plus, out);
  }
  twin_pairs_free(&pairs);
  return repeat ? "duplicate-query-param" : "ok";
}
