/* SPDX-License-Identifier: Apache-2.0 */
/* canonical.c - the canonical request: method, path, query, headers, signed headers and payload
 * hash, one below the other. Only the path of a row that decodes can hold a line feed: a signer
 * signs it as python-dciauth does, a verifier refuses it before (check_decoded_path); so what is
 * accepted can be read back in one way alone. */
/* spec: aws-sigv4 Create a canonical request */
/* spec: python-dciauth v2.headers._get_canonical_request */
#include "canonical.h"

#include "ascii.h"
#include "codec.h"
#include "pairs.h"
#include "path.h"

enum { MAX_ADDED = 5 };

static dciauth_status check_method(dciauth_span method, dciauth_where *where) {
  size_t good = ascii_span(method, ASCII_TOKEN);
  if (method.len > DCIAUTH_MAX_METHOD) {
    return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_FIELD_METHOD, 0, DCIAUTH_MAX_METHOD);
  }
  if (method.len == 0 || good < method.len) {
    return fail(where, DCIAUTH_E_MALFORMED_METHOD, DCIAUTH_FIELD_METHOD, 0, good);
  }
  return DCIAUTH_OK;
}

/* put_method appends the first line. */
static void put_method(const dciauth_profile *p, dciauth_span method, buf *b, canonical *c) {
  size_t mark = b->len;
  if (p->method == METHOD_VERBATIM) {
    put_span(b, method);
  }
  for (size_t i = 0; p->method == METHOD_UPPER && i < method.len; i++) {
    put_byte(b, ascii_upper(method.ptr[i]));
  }
  c->method = buf_since(b, mark);
  put_byte(b, '\n');
}

/* put_query_line appends the third line; `offset` is where the query stands in the target. */
static inline dciauth_status put_query_line(const dciauth_profile *p, dciauth_span query,
                                            dciauth_repeat repeat, size_t offset, buf *b,
                                            canonical *c, dciauth_stages *stages,
                                            dciauth_where *where) {
  dciauth_status status = canon_query(p, query, repeat, offset, b, &c->args, where);
  if (status != DCIAUTH_OK) {
    return status;
  }
  size_t mark = b->len;
  put_query(&c->args, b);
  stages->query = buf_since(b, mark);
  put_byte(b, '\n');
  return b->full ? DCIAUTH_E_SPACE : DCIAUTH_OK;
}

static dciauth_status put_target(const dciauth_profile *p, dciauth_span target,
                                 dciauth_repeat repeat, buf *b, canonical *c,
                                 dciauth_stages *stages, dciauth_where *where) {
  if (target.len > DCIAUTH_MAX_TARGET) {
    return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_FIELD_TARGET, 0, DCIAUTH_MAX_TARGET);
  }
  span_cut_result cut = span_cut(target, '?');
  size_t mark = b->len;
  dciauth_status status = canon_path(p, cut.head, b, where);
  if (status != DCIAUTH_OK) {
    return status;
  }
  stages->path = buf_since(b, mark);
  put_byte(b, '\n');
  return put_query_line(p, cut.tail, repeat, cut.head.len + 1, b, c, stages, where);
}

dciauth_status canonical_begin(const dciauth_profile *p, const dciauth_request *request,
                               const dciauth_pair *added, size_t num_added, dciauth_repeat repeat,
                               buf *b, canonical *c, dciauth_stages *stages, dciauth_where *where) {
  dciauth_status status = check_method(request->method, where);
  if (status != DCIAUTH_OK) {
    return status;
  }
  c->mark = b->len;
  put_method(p, request->method, b, c);
  status = put_target(p, request->target, repeat, b, c, stages, where);
  if (status != DCIAUTH_OK) {
    return status;
  }
  status = headers_collect(request->headers, request->num_headers, added, num_added, b, &c->headers,
                           where);
  if (status != DCIAUTH_OK) {
    return status;
  }
  c->host = headers_find(&c->headers, dciauth_str("host"));
  const header_item *second = c->host == NULL ? NULL : headers_next(&c->headers, c->host);
  if (second != NULL) {
    return fail(where, DCIAUTH_E_DUPLICATE_HOST, DCIAUTH_FIELD_HEADER_NAME,
                header_index(&c->headers, second), 0);
  }
  return DCIAUTH_OK;
}

dciauth_status canonical_begin_apart(const dciauth_profile *p, const dciauth_request *request,
                                     dciauth_span path, dciauth_span query, dciauth_repeat repeat,
                                     buf *b, canonical *c, dciauth_stages *stages,
                                     dciauth_where *where) {
  dciauth_status status = check_method(request->method, where);
  if (status != DCIAUTH_OK) {
    return status;
  }
  c->mark = b->len;
  put_method(p, request->method, b, c);
  size_t mark = b->len;
  put_path(p, path, b);
  stages->path = buf_since(b, mark);
  put_byte(b, '\n');
  status = put_query_line(p, query, repeat, 0, b, c, stages, where);
  return status == DCIAUTH_OK ? headers_collect(request->headers, request->num_headers, NULL, 0, b,
                                                &c->headers, where)
                              : status;
}

dciauth_status canonical_finish(const dciauth_profile *p, join_rule join, const name_list *names,
                                dciauth_span payload_hash, buf *b, canonical *c,
                                dciauth_stages *stages) {
  size_t mark = b->len;
  c->covered = put_headers(p, join, &c->headers, names, b);
  stages->headers = buf_since(b, mark);
  put_byte(b, '\n');
  mark = b->len;
  put_names(names, b);
  stages->signed_headers = buf_since(b, mark);
  put_byte(b, '\n');
  mark = b->len;
  put_span(b, payload_hash);
  stages->payload_hash = buf_since(b, mark);
  stages->canonical_request = buf_since(b, c->mark);
  return b->full ? DCIAUTH_E_SPACE : DCIAUTH_OK;
}

dciauth_status canonical_view(const dciauth_profile *p, const canonical *c, dciauth_span path,
                              size_t num_names, buf *b, dciauth_view *out) {
  /* a path that the row has decoded once must not be decoded again: "%252F" would become a slash */
  bool decodes = p->path != PATH_DECODE && span_cut(path, '%').ok;
  uint8_t *decoded = take(b, decodes ? path.len : 0, 1);
  dciauth_pair *pairs = take(b, c->args.num, sizeof *pairs);
  if (b->full) {
    return DCIAUTH_E_SPACE;
  }
  for (size_t i = 0; i < c->args.num; i++) {
    arg_fetch(&c->args, c->args.decoded, i);
    pairs[i] = c->args.decoded[arg_index(&c->args, i)];
  }
  out->method = c->method;
  out->path = decodes ? dciauth_bytes(decoded, decode_pct(path, decoded)) : path;
  out->args = pairs;
  out->num_args = c->args.num;
  out->headers = c->covered;
  out->num_headers = num_names;
  return DCIAUTH_OK;
}

size_t canonical_bound(const dciauth_request *request, size_t list, size_t list_names,
                       size_t extra) {
  size_t bytes = extra;
  for (size_t i = 0; i < request->num_headers; i++) {
    bytes = plus(bytes, plus(request->headers[i].name.len, request->headers[i].value.len));
  }
  size_t pairs = count_pairs(span_cut(request->target, '?').tail);
  size_t target = plus(path_bound(request->target.len), query_bound(request->target.len, pairs));
  size_t headers = headers_bound(plus(request->num_headers, MAX_ADDED), bytes, list, list_names);
  return plus(plus(request->method.len, target), plus(headers, DCIAUTH_MAX_PAYLOAD_HASH + 8));
}

size_t dciauth_headers_bound(const dciauth_profile *profile, const dciauth_pair *headers,
                             size_t num_headers, dciauth_span signed_headers) {
  size_t bytes = 0;
  for (size_t i = 0; i < num_headers; i++) {
    bytes = plus(bytes, plus(headers[i].name.len, headers[i].value.len));
  }
  dciauth_span list = span_or(signed_headers, profile->default_signed);
  return headers_bound(num_headers, bytes, list.len, plus(span_count(list, ';'), 1));
}

dciauth_status dciauth_canon_headers(const dciauth_profile *profile, const dciauth_pair *headers,
                                     size_t num_headers, dciauth_span signed_headers,
                                     dciauth_work work, dciauth_headers *out) {
  buf b = buf_of(work);
  header_list list;
  name_list names;
  memset(out, 0, sizeof *out);
  dciauth_status status = headers_collect(headers, num_headers, NULL, 0, &b, &list, &out->where);
  if (status == DCIAUTH_OK) {
    status = names_parse(profile, &list, signed_headers, &b, &names, &out->where);
  }
  if (status == DCIAUTH_OK) {
    status = headers_check(profile->header_repeat, &list, &names, &out->where);
  }
  if (status != DCIAUTH_OK) {
    return status;
  }
  put_headers(profile, profile->header_repeat, &list, &names, &b);
  size_t mark = b.len;
  out->headers = buf_since(&b, 0);
  put_names(&names, &b);
  out->signed_headers = buf_since(&b, mark);
  if (b.full) {
    memset(out, 0, sizeof *out);
    return DCIAUTH_E_SPACE;
  }
  return DCIAUTH_OK;
}
