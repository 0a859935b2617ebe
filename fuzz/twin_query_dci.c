/* SPDX-License-Identifier: Apache-2.0 */
/* twin_query_dci.c - the canonical query of the dci rows, naively: what CPython 3.11 makes of
 *   pairs = parse_qsl(query.decode("utf-8", "replace"), keep_blank_values=True)
 * which turns '+' into a blank, then unquotes. A repeated key is refused, since the package's
 * dictionary could not hold it. dci2-v2.1 and dci1 answer urlencode(sorted(pairs)); release 4 sorts
 * the pairs of quote(name, safe="_.-~") and quote(value, safe="_.-~"), then joins them. */
#include "twin.h"
#include "twin_pairs.h"
#include "twin_unquote.h"

static void parse(const uint8_t *ptr, size_t len, text *out) {
  text characters = {0};
  twin_replace(ptr, len, &characters);
  for (size_t i = 0; i < characters.len; i++) {
    if (characters.ptr[i] == '+') {
      characters.ptr[i] = ' ';
    }
  }
  twin_unquote(characters.ptr, characters.len, out);
  text_free(&characters);
}

/* quote is quote(s, safe="_.-~"). */
static void quote(const uint8_t *ptr, size_t len, text *out) {
  for (size_t i = 0; i < len; i++) {
    if (byte_is_unreserved(ptr[i])) {
      text_byte(out, ptr[i]);
    } else {
      text_escape(out, ptr[i]);
    }
  }
}

/* quote_plus is quote_plus(s). */
static void quote_plus(const uint8_t *ptr, size_t len, text *out) {
  for (size_t i = 0; i < len; i++) {
    if (ptr[i] == ' ') {
      text_byte(out, '+');
    } else {
      quote(ptr + i, 1, out);
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

static void put_pairs(twin_row row, twin_pairs *pairs, text *out) {
  if (twin_is_release4(row)) {
    twin_pairs_recode(pairs, quote);
    twin_pairs_sort(pairs);
  } else {
    twin_pairs_sort(pairs);
    twin_pairs_recode(pairs, quote_plus);
  }
  twin_pairs_join(pairs, out);
}

const char *twin_query_dci(twin_row row, const uint8_t *query, size_t len, text *out) {
  for (size_t i = 0; i < len; i++) {
    if (query[i] == 0 || query[i] == '\r' || query[i] == '\n') {
      return "malformed-query";
    }
  }
  twin_pairs pairs = {0};
  twin_pairs_split(&pairs, query, len);
  twin_pairs_recode(&pairs, parse);
  bool repeat = has_repeat(&pairs);
  if (!repeat) {
    put_pairs(row, &pairs, out);
  }
  twin_pairs_free(&pairs);
  return repeat ? "duplicate-query-param" : "ok";
}
