/* SPDX-License-Identifier: Apache-2.0 */
/* twin_query.c - the canonical query of the aws rows, naively: names and values are octets; decoded
 * once, encoded once, sorted as encoded; '+' is a plus sign. */
#include "twin.h"
#include "twin_pairs.h"

static void decode_encode(const uint8_t *ptr, size_t len, text *out) {
  for (size_t i = 0; i < len; i++) {
    uint8_t byte = ptr[i];
    if (text_is_escape(ptr, len, i)) {
      byte = (uint8_t)(byte_of_hex(ptr[i + 1]) * 16 + byte_of_hex(ptr[i + 2]));
      i += 2;
    }
    if (byte_is_unreserved(byte)) {
      text_byte(out, byte);
    } else {
      text_escape(out, byte);
    }
  }
}

static bool is_forbidden(const uint8_t *query, size_t len, size_t at) {
  uint8_t byte = query[at];
  return byte == 0 || byte == '\r' || byte == '\n' || byte == '#' ||
         (byte == '%' && !text_is_escape(query, len, at));
}

const char *twin_query(twin_row row, const uint8_t *query, size_t len, text *out) {
  if (twin_is_dci(row)) {
    return twin_query_dci(row, query, len, out);
  }
  for (size_t i = 0; i < len; i++) {
    if (is_forbidden(query, len, i)) {
      return "malformed-query";
    }
  }
  twin_pairs pairs = {0};
  twin_pairs_split(&pairs, query, len);
  twin_pairs_recode(&pairs, decode_encode);
  twin_pairs_sort(&pairs);
  twin_pairs_join(&pairs, out);
  twin_pairs_free(&pairs);
  return "ok";
}
