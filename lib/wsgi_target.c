/* SPDX-License-Identifier: Apache-2.0 */
/* wsgi_target.c - what becomes of a target on its way to an application: Werkzeug's server reads
 * its bytes as Latin-1, drops the fragment and decodes the path; Flask drops the slashes at its
 * start. An escape in the query that is no UTF-8 stays, as text. Measured with Werkzeug 3.1. */
/* spec: werkzeug serving.WSGIRequestHandler.make_environ */
/* spec: werkzeug sansio.request.Request */
#include "ascii.h"
#include "codec.h"
#include "unquote.h"
#include "wsgi.h"

size_t wsgi_latin1(dciauth_span s, uint8_t *out) {
  size_t len = 0;
  for (size_t i = 0; i < s.len; i++) {
    uint8_t byte = s.ptr[i];
    if (byte >= 0x80) {
      out[len++] = (uint8_t)(0xC0 | byte >> 6);
    }
    out[len++] = byte >= 0x80 ? (byte & 0xBF) : byte;
  }
  return len;
}

/* is_blank: one of the characters at which the request line is split. */
static bool is_blank(uint8_t byte) {
  return byte == ' ' || (byte >= 0x09 && byte <= 0x0d) || (byte >= 0x1c && byte <= 0x1f) ||
         byte == 0x85 || byte == 0xa0;
}

dciauth_status wsgi_find_target(dciauth_span target, dciauth_span *word, dciauth_where *where) {
  size_t first = 0;
  size_t end = target.len;
  if (target.len > DCIAUTH_MAX_TARGET) {
    return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_FIELD_TARGET, 0, DCIAUTH_MAX_TARGET);
  }
  while (first < end && is_blank(target.ptr[first])) {
    first++;
  }
  while (end > first && is_blank(target.ptr[end - 1])) {
    end--;
  }
  size_t at = first;
  while (at < end && !is_blank(target.ptr[at])) {
    at++;
  }
  *word = span_from(span_to(target, end), first);
  return at < end || word->len == 0
             ? fail(where, DCIAUTH_E_MALFORMED_URI, DCIAUTH_FIELD_TARGET, 0, at)
             : DCIAUTH_OK;
}

/* scheme_len returns the length of "scheme:", or 0. */
static size_t scheme_len(dciauth_span url) {
  size_t at = 0;
  while (at < url.len && (ascii_is(url.ptr[at], ASCII_UNRESERVED) || url.ptr[at] == '+') &&
         url.ptr[at] != '_' && url.ptr[at] != '~') {
    at++;
  }
  bool letter = at > 0 && (ascii_lower(url.ptr[0]) >= 'a' && ascii_lower(url.ptr[0]) <= 'z');
  return letter && at < url.len && url.ptr[at] == ':' ? at + 1 : 0;
}

static size_t slashes(dciauth_span s) {
  size_t at = 0;
  while (at < s.len && s.ptr[at] == '/') {
    at++;
  }
  return at;
}

wsgi_target wsgi_cut_target(dciauth_span target) {
  wsgi_target parts = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
  dciauth_span url = target;
  size_t scheme = scheme_len(url);
  url = span_from(url, scheme);
  url = span_cut(url, '#').head;
  span_cut_result query = span_cut(url, '?');
  parts.path = query.head;
  parts.query = query.tail;
  if (scheme > 0 && span_starts_with(parts.path, dciauth_str("//"))) {
    dciauth_span rest = span_from(parts.path, 2);
    parts.host = span_cut(rest, '/').head;
    parts.path = span_from(rest, parts.host.len);
  }
  return parts;
}

dciauth_span wsgi_see_path(dciauth_span path, buf *b) {
  uint8_t *text = take(b, path.len, 2);
  if (text == NULL) {
    return dciauth_bytes(NULL, 0);
  }
  dciauth_span decoded = unquote(dciauth_bytes(text, wsgi_latin1(path, text)), b);
  dciauth_span rest = span_from(decoded, slashes(decoded));
  uint8_t *out = take(b, plus(rest.len, 1), 1);
  if (b->full) {
    return dciauth_bytes(NULL, 0);
  }
  out[0] = '/';
  copy_span(out + 1, rest);
  return dciauth_bytes(out, rest.len + 1);
}

/* character_len returns the length of the escapes at the start of s that are one character, 0 if
 * they are none. */
static size_t character_len(dciauth_span s) {
  uint8_t bytes[4];
  for (size_t len = 1; len <= sizeof bytes && is_escape(s, 3 * (len - 1)); len++) {
    bytes[len - 1] = decode_escape(s, 3 * (len - 1));
    if (is_utf8(dciauth_bytes(bytes, len))) {
      return 3 * len;
    }
  }
  return 0;
}

static uint8_t *put_hex(uint8_t *out, uint8_t byte) {
  static const char digits[] = "0123456789ABCDEF";
  *out++ = (uint8_t)digits[byte >> 4];
  *out++ = (uint8_t)digits[byte & 15];
  return out;
}

/* put_escape writes an escape for a byte, or for the '%' of one that is no text and stays so. */
static uint8_t *put_escape(uint8_t *out, uint8_t byte, bool is_text) {
  *out++ = '%';
  return put_hex(is_text ? out : put_hex(out, '%'), byte);
}

dciauth_span wsgi_see_query(dciauth_span query, buf *b) {
  uint8_t *start = take(b, query.len, 3);
  uint8_t *out = start;
  for (size_t at = 0; start != NULL && at < query.len;) {
    dciauth_span rest = span_from(query, at);
    size_t len = is_escape(rest, 0) ? character_len(rest) : 1;
    if (len > 1) {
      out = copy_span(out, span_to(rest, len));
    } else if (len == 0) {
      out = put_escape(out, decode_escape(rest, 0), false);
      len = 3;
    } else if (rest.ptr[0] < 0x20) {
      out = put_escape(out, rest.ptr[0], true);
    } else {
      out += wsgi_latin1(span_to(rest, 1), out);
    }
    at += len;
  }
  return start == NULL ? dciauth_bytes(NULL, 0) : dciauth_bytes(start, (size_t)(out - start));
}
