/* SPDX-License-Identifier: Apache-2.0 */
/* wsgi.c - what becomes of a request on its way to an application: header lines become variables,
 * in which '-' and '_' would be the same, so that names with '_' are lost and lines of one name
 * joined. Measured with Werkzeug 3.1 and Flask 3.1. */
/* spec: werkzeug serving.WSGIRequestHandler.make_environ */
/* spec: werkzeug datastructures.EnvironHeaders */
#include "wsgi.h"

#include "ascii.h"
#include "headers.h"
#include "unquote.h"

static dciauth_span see_method(dciauth_span method, buf *b) {
  uint8_t *out = take(b, method.len, 1);
  for (size_t i = 0; out != NULL && i < method.len; i++) {
    out[i] = ascii_upper(method.ptr[i]);
  }
  return out == NULL ? dciauth_bytes(NULL, 0) : dciauth_bytes(out, method.len);
}

/* has_own_variable: its name is a variable without "HTTP_", of which the last line counts, and
 * which is no header if it is empty. */
static bool has_own_variable(dciauth_span name) {
  return span_eq_str(name, "content-type") || span_eq_str(name, "content-length");
}

static size_t put_line_value(dciauth_span value, uint8_t *out) {
  return wsgi_latin1(span_from(value, ascii_span(value, ASCII_BLANK)), out);
}

/* join_lines writes the values of the lines [first, end) of one name, joined: returns how many
 * bytes. */
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
    size_t len = wsgi_latin1(host, out);
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
  dciauth_status status = wsgi_find_target(request->target, &target, where);
  if (status == DCIAUTH_OK) {
    status = headers_collect(request->headers, request->num_headers, NULL, 0, b, &list, where);
  }
  if (status != DCIAUTH_OK) {
    return status;
  }
  const wsgi_target parts = wsgi_cut_target(target);
  dciauth_pair *lines = take(b, plus(request->num_headers, 1), sizeof *lines);
  uint8_t *values = take(b, plus(value_bytes(request), parts.host.len), 2);
  out->request = *request;
  out->request.target = dciauth_bytes(NULL, 0);
  out->request.method = see_method(request->method, b);
  out->path = wsgi_see_path(parts.path, b);
  out->query = wsgi_see_query(parts.query, b);
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
