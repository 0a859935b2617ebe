/* SPDX-License-Identifier: Apache-2.0 */
/* token.c - the names and values of a query, decoded once and encoded anew. A token of unreserved
 * bytes is its own decoded and its own encoded form, and is then not copied. */
/* spec: aws-sigv4 Canonical query string */
/* spec: python-dciauth urllib.parse.parse_qsl and quote_plus */
#include "token.h"

#include "ascii.h"
#include "codec.h"
#include "unquote.h"

static dciauth_span plus_to_blank(dciauth_span token, buf *b) {
  uint8_t *out = take(b, token.len, 1);
  for (size_t i = 0; out != NULL && i < token.len; i++) {
    out[i] = token.ptr[i] == '+' ? ' ' : token.ptr[i];
  }
  return out == NULL ? dciauth_bytes(NULL, 0) : dciauth_bytes(out, token.len);
}

/* vector: aws4/query/bare-plus */
dciauth_span decode_token(const dciauth_profile *p, dciauth_span token, buf *b) {
  if (ascii_span(token, ASCII_UNRESERVED) == token.len) {
    return token;
  }
  if (p->plus == PLUS_BLANK) {
    token = plus_to_blank(token, b);
  }
  if (p->bad_utf8 == UTF8_REPLACE) {
    return unquote(token, b);
  }
  uint8_t *out = take(b, token.len, 1);
  return out == NULL ? dciauth_bytes(NULL, 0) : dciauth_bytes(out, decode_pct(token, out));
}

dciauth_span encode_token(const dciauth_profile *p, dciauth_span token, buf *b) {
  if (ascii_span(token, ASCII_UNRESERVED) == token.len) {
    return token;
  }
  uint8_t *out = take(b, token.len, 3);
  return out == NULL ? dciauth_bytes(NULL, 0)
                     : dciauth_bytes(out, encode_pct(token, p->blank == BLANK_PLUS, out));
}
