/* SPDX-License-Identifier: Apache-2.0 */
/* base64.c - bytes in JSON. Only the canonical form is read, so that a value has one spelling.
 * See RFC 4648, section 4. */
#include "base64.h"

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static void put_group(text *out, const uint8_t *in, size_t len) {
  uint32_t bits = (uint32_t)in[0] << 16;
  bits |= len > 1 ? (uint32_t)in[1] << 8 : 0;
  bits |= len > 2 ? in[2] : 0u;
  char group[4] = {alphabet[bits >> 18], alphabet[bits >> 12 & 63], alphabet[bits >> 6 & 63],
                   alphabet[bits & 63]};
  for (size_t i = len + 1; i < 4; i++) {
    group[i] = '=';
  }
  text_put(out, group, 4);
}

void base64_put(text *out, dciauth_span in) {
  for (size_t i = 0; i < in.len; i += 3) {
    put_group(out, in.ptr + i, in.len - i < 3 ? in.len - i : 3);
  }
}

static int value_of(uint8_t c) {
  const char *at = c != 0 ? strchr(alphabet, c) : NULL;
  return at != NULL ? (int)(at - alphabet) : -1;
}

/* read_group reads len characters before the padding into len - 1 bytes. */
static bool read_group(const uint8_t *in, size_t len, text *out) {
  uint32_t bits = 0;
  for (size_t i = 0; i < 4; i++) {
    int value = i < len ? value_of(in[i]) : 0;
    if (value < 0) {
      return false;
    }
    bits = bits << 6 | (uint32_t)value;
  }
  const char bytes[3] = {(char)(bits >> 16), (char)(bits >> 8), (char)bits};
  text_put(out, bytes, len - 1);
  return (bits & (len == 2 ? 0xFFFFu : len == 3 ? 0xFFu : 0u)) == 0;
}

bool base64_decode(text *out, dciauth_span in) {
  if (in.len % 4 != 0) {
    return false;
  }
  for (size_t i = 0; i < in.len; i += 4) {
    size_t len = 4;
    if (i + 4 == in.len) {
      len -= in.ptr[i + 3] == '=' ? 1 : 0;
      len -= len == 3 && in.ptr[i + 2] == '=' ? 1 : 0;
    }
    if (!read_group(in.ptr + i, len, out)) {
      return false;
    }
  }
  return true;
}
