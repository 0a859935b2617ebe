/* SPDX-License-Identifier: Apache-2.0 */
/* wsgi.c - what becomes of a request on its way to an application: Werkzeug's server reads the bytes
 * of the wire as Latin-1 and decodes the path, Flask drops the slashes at its start and the fragment;
 * header lines become variables, in which '-' and '_' would be the same, so that names with '_' are
 * lost and lines of one name joined. Measured with Werkzeug 3.1 and Flask 3.1. */
/* spec: werkzeug serving.WSGIRequestHandler.make_environ */
/* spec: werkzeug sansio.request.Request */
#include "wsgi.h"

#include "ascii.h"
#include "codec.h"
#include "headers.h"
#include "unquote.h"

/* latin1_to_utf8 writes s, read as Latin-1, to out (2 * s.len bytes); returns the length. */
static size_t latin1_to_utf8(dciauth_span s, uint8_t *out) {
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

/* find_target finds the target in the request line: the word between method and version. */
static dciauth_status find_target(dciauth_span target, dciauth_span *word, dciauth_where *where) {
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

/* target_parts is a target, cut apart; `host` is that of the absolute form. */
typedef struct {
  dciauth_span host, path, query;
} target_parts;

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

static target_parts cut_target(dciauth_span target) {
  target_parts parts = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
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

/* see_path is the path decoded, and one slash before it. */
static dciauth_span see_path(dciauth_span path, buf *b) {
  uint8_t *text = take(b, path.len, 2);
  if (text == NULL) {
    return dciauth_bytes(NULL, 0);
  }
  dciauth_span decoded = unquote(dciauth_bytes(text, latin1_to_utf8(path, text)), b);
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

/* see_query is a query that decodes to the arguments that the framework makes of it. */
static dciauth_span see_query(dciauth_span query, buf *b) {
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
      out += latin1_to_utf8(span_to(rest, 1), out);
    }
    at += len;
  }
  return start == NULL ? dciauth_bytes(NULL, 0) : dciauth_bytes(start, (size_t)(out - start));
}

static dciauth_span see_method(dciauth_span method, buf *b) {
  uint8_t *out = take(b, method.len, 1);
  for (size_t i = 0; out != NULL && i < method.len; i++) {
    out[i] = ascii_upper(method.ptr[i]);
  }
  return out == NULL ? dciauth_bytes(NULL, 0) : dciauth_bytes(out, method.len);
}

/* has_own_variable: its name is a variable without "HTTP_", of which the last line counts, and which
 * is no header if it is empty. */
static bool has_own_variable(dciauth_span name) {
  return span_eq_str(name, "content-type") || span_eq_str(name, "content-length");
}

static size_t put_line_value(dciauth_span value, uint8_t *out) {
  return latin1_to_utf8(span_from(value, ascii_span(value, ASCII_BLANK)), out);
}

/* join_lines writes the values of the lines [first, end) of one name, joined; returns the length. */
static size_t join_lines(const header_item *first, const header_item *end, uint8_t *out) {
  size_t len = 0;
  for (const header_item *line = first; line < end; line++) {
    if (line > first) {
      out[len++] = ',';
    }
    len += put_line_value(line->pair->value, out + len);
  }
  return len;
}

static const header_item *group_end(const header_list *list, const header_item *first) {
  const header_item *end = first + 1;
  while (end < list->items + list->num && sort_same(first, end)) {
    end++;
  }
  return end;
}

/* see_headers makes a line of all those of one name, in `lines` and `out`; the host of an absolute
 * target stands for that of the lines. Returns the content type. */
static dciauth_span see_headers(const header_list *list, dciauth_span host, dciauth_pair *lines,
                                uint8_t *out, dciauth_request *seen) {
  dciauth_span type = {NULL, 0};
  size_t num = 0;
  if (host.len > 0) {
    size_t len = latin1_to_utf8(host, out);
    lines[num++] = (dciauth_pair){dciauth_str("host"), dciauth_bytes(out, len)};
    out += len;
  }
  const header_item *end;
  for (const header_item *first = list->items; first < list->items + list->num; first = end) {
    dciauth_span name = first->pair->name;
    end = group_end(list, first);
    bool own = has_own_variable(name);
    size_t len = own ? put_line_value(end[-1].pair->value, out) : join_lines(first, end, out);
    bool other_host = host.len > 0 && span_eq_str(name, "host");
    if (span_cut(name, '_').ok || (own && len == 0) || other_host) {
      continue;
    }
    lines[num++] = (dciauth_pair){name, dciauth_bytes(out, len)};
    type = span_eq_str(name, "content-type") ? dciauth_bytes(out, len) : type;
    out += len;
  }
  seen->headers = lines;
  seen->num_headers = num;
  return type;
}

static size_t value_bytes(const dciauth_request *request) {
  size_t bytes = 0;
  for (size_t i = 0; i < request->num_headers; i++) {
    bytes = plus(bytes, plus(request->headers[i].value.len, 1));
  }
  return bytes;
}

dciauth_status wsgi_see(const dciauth_request *request, buf *b, wsgi_request *out,
                        dciauth_where *where) {
  header_list list;
  dciauth_span target = {NULL, 0};
  dciauth_status status = find_target(request->target, &target, where);
  if (status == DCIAUTH_OK) {
    status = headers_collect(request->headers, request->num_headers, NULL, 0, b, &list, where);
  }
  if (status != DCIAUTH_OK) {
    return status;
  }
  const target_parts parts = cut_target(target);
  dciauth_pair *lines = take(b, plus(request->num_headers, 1), sizeof *lines);
  uint8_t *values = take(b, plus(value_bytes(request), parts.host.len), 2);
  out->request = *request;
  out->request.target = dciauth_bytes(NULL, 0);
  out->request.method = see_method(request->method, b);
  out->path = see_path(parts.path, b);
  out->query = see_query(parts.query, b);
  if (b->full) {
    return DCIAUTH_E_SPACE;
  }
  if (wsgi_reads_form(see_headers(&list, parts.host, lines, values, &out->request))) {
    out->request.body = out->request.payload_hash = dciauth_bytes(NULL, 0);
  }
  return DCIAUTH_OK;
}

size_t wsgi_bound(const dciauth_request *request) {
  size_t target = plus(times(request->target.len, 2 + 3 + 3), unquote_bound(request->target.len));
  size_t path = plus(target, times(unquote_bound(request->target.len), 2));
  size_t lines = times(plus(request->num_headers, 1), sizeof(dciauth_pair));
  return plus(plus(path, lines), plus(times(value_bytes(request), 2), 256 + 2 * 64));
}
