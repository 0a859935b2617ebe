/* SPDX-License-Identifier: Apache-2.0 */
/* dci.c - generate_headers of python-dciauth, on the stages of the row of its release. Python
 * formats whatever it is given; here a raw NUL, CR or LF is refused: it would forge a line. */
/* spec: python-dciauth v2.headers.generate_headers */
#include "dci.h"
#include "ascii.h"
#include "authorization.h"
#include "canonical.h"
#include "codec.h"
#include "crypto.h"
#include "key.h"
#include "path.h"
#include "scope.h"

bool is_dci_row(const dciauth_profile *p) {
  return p->constants == CONSTANTS_CALLER;
}

/* now_text returns "YYYYMMDDTHHMMSSZ" in scratch, or nothing. */
static dciauth_span now_text(int64_t now, buf *b) {
  char text[17];
  char *copy = take(b, 16, 1);
  if (copy == NULL || !dciauth_timestamp_format(now, text)) {
    return dciauth_bytes(NULL, 0);
  }
  memcpy(copy, text, 16);
  return dciauth_bytes(copy, 16);
}

/* fill_defaults replaces what the request leaves out; both time stamps come from `now`, each by
 * itself. */
static dciauth_dci_request fill_defaults(const dciauth_profile *p,
                                         const dciauth_dci_request *request, dciauth_span now) {
  dciauth_dci_request full = *request;
  full.method = span_or(full.method, dciauth_str("GET"));
  full.endpoint = span_or(full.endpoint, dciauth_str("/"));
  full.host = span_or(full.host, p->default_host);
  full.algorithm = span_or(full.algorithm, p->algorithm);
  full.region = span_or(full.region, p->default_region);
  full.service = span_or(full.service, p->default_service);
  full.request_type = span_or(full.request_type, p->terminator);
  full.signed_headers = span_or(full.signed_headers, p->default_signed);
  full.timestamp = full.timestamp.len > 0 ? full.timestamp : now;
  full.datestamp = full.datestamp.len > 0 ? full.datestamp : span_to(now, 8);
  bool chosen = p->terminators == TERMINATOR_KNOWN && full.date_header.len > 0;
  full.date_header = chosen ? full.date_header : p->date_header.sent;
  return full;
}

/* text_rule is what check_texts asks of one text. */
typedef struct {
  dciauth_span text;
  size_t max;
  dciauth_status status;
  dciauth_field field;
} text_rule;

static dciauth_status check_texts(const dciauth_dci_request *r, dciauth_span access_key,
                                  dciauth_span secret_key, dciauth_where *where) {
  const text_rule rules[] = {
      {r->method, DCIAUTH_MAX_METHOD, DCIAUTH_E_MALFORMED_METHOD, DCIAUTH_FIELD_METHOD},
      {r->endpoint, DCIAUTH_MAX_TARGET, DCIAUTH_E_MALFORMED_URI, DCIAUTH_FIELD_TARGET},
      {access_key, DCIAUTH_MAX_ACCESS_KEY, DCIAUTH_E_MALFORMED_CREDENTIAL,
       DCIAUTH_FIELD_ACCESS_KEY},
      {r->algorithm, DCIAUTH_MAX_SCOPE_PART, DCIAUTH_E_MALFORMED_CREDENTIAL,
       DCIAUTH_FIELD_ALGORITHM},
      {r->region, DCIAUTH_MAX_SCOPE_PART, DCIAUTH_E_MALFORMED_CREDENTIAL, DCIAUTH_FIELD_REGION},
      {r->service, DCIAUTH_MAX_SCOPE_PART, DCIAUTH_E_MALFORMED_CREDENTIAL, DCIAUTH_FIELD_SERVICE},
      {r->request_type, DCIAUTH_MAX_SCOPE_PART, DCIAUTH_E_MALFORMED_CREDENTIAL,
       DCIAUTH_FIELD_TERMINATOR},
      {r->timestamp, DCIAUTH_MAX_SCOPE_PART, DCIAUTH_E_MALFORMED_DATE, DCIAUTH_FIELD_TIMESTAMP},
      {r->datestamp, DCIAUTH_MAX_SCOPE_PART, DCIAUTH_E_MALFORMED_DATE, DCIAUTH_FIELD_DATESTAMP},
      {r->date_header, DCIAUTH_MAX_HEADER_NAME, DCIAUTH_E_MALFORMED_HEADER,
       DCIAUTH_FIELD_HEADER_NAME},
  };
  for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
    size_t raw = ascii_find_raw(rules[i].text);
    if (rules[i].text.len > rules[i].max) {
      return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, rules[i].field, 0, rules[i].max);
    }
    if (raw < rules[i].text.len) {
      return fail(where, rules[i].status, rules[i].field, 0, raw);
    }
  }
  if (secret_key.len > DCIAUTH_MAX_SECRET) {
    return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_FIELD_SECRET_KEY, 0, DCIAUTH_MAX_SECRET);
  }
  return DCIAUTH_OK;
}

/* put_first_lines appends method, endpoint and query. */
static dciauth_status put_first_lines(const dciauth_profile *p, const dciauth_dci_request *r,
                                      buf *b, canonical *c, dciauth_dci_headers *out) {
  c->mark = b->len;
  put_span(b, r->method);
  put_byte(b, '\n');
  size_t mark = b->len;
  put_path(p, r->endpoint, b);
  out->stages.path = buf_since(b, mark);
  put_byte(b, '\n');
  dciauth_status status = canon_params(p, r->params, r->num_params, b, &c->args, &out->where);
  if (status != DCIAUTH_OK) {
    return status;
  }
  mark = b->len;
  put_query(&c->args, b);
  out->stages.query = buf_since(b, mark);
  put_byte(b, '\n');
  return DCIAUTH_OK;
}

static dciauth_status put_canonical(const dciauth_profile *p, const dciauth_dci_request *r, buf *b,
                                    dciauth_dci_headers *out) {
  const dciauth_pair usual[2] = {{dciauth_str("host"), r->host},
                                 {dciauth_str("x-dci-date"), r->timestamp}};
  bool given = r->canonical_headers != NULL;
  canonical c;
  name_list names;
  uint8_t hash[32];
  char hex[64];
  dciauth_status status = put_first_lines(p, r, b, &c, out);
  if (status == DCIAUTH_OK) {
    status =
        headers_collect(given ? r->canonical_headers : usual, given ? r->num_canonical_headers : 2,
                        NULL, 0, b, &c.headers, &out->where);
  }
  if (status == DCIAUTH_OK) {
    status = names_parse(p, &c.headers, r->signed_headers, b, &names, &out->where);
  }
  if (status == DCIAUTH_OK) {
    status = headers_check(HEADERS_LAST, &c.headers, &names, &out->where);
  }
  if (status == DCIAUTH_OK) {
    status = crypto_sha256(r->data, NULL, hash);
  }
  if (status != DCIAUTH_OK) {
    return status;
  }
  encode_hex32(hash, hex);
  return canonical_finish(p, HEADERS_LAST, &names, dciauth_bytes(hex, sizeof hex), b, &c,
                          &out->stages);
}

static dciauth_scope scope_of(const dciauth_dci_request *r) {
  dciauth_scope scope = {r->algorithm, r->datestamp, r->region, r->service, r->request_type};
  return scope;
}

dciauth_status dci_stages(const dciauth_profile *p, const dciauth_dci_request *full,
                          dciauth_span access_key, dciauth_span secret_key, buf *b,
                          dciauth_dci_headers *out) {
  const dciauth_scope scope = scope_of(full);
  dciauth_stages *stages = &out->stages;
  dciauth_status status =
      b->full ? DCIAUTH_E_SPACE : check_texts(full, access_key, secret_key, &out->where);
  if (status == DCIAUTH_OK) {
    status = put_canonical(p, full, b, out);
  }
  if (status != DCIAUTH_OK) {
    return status;
  }
  size_t mark = b->len;
  status = put_string_to_sign(p, &scope, full->timestamp, stages->canonical_request, NULL, b,
                              &stages->scope);
  if (status == DCIAUTH_OK) {
    stages->string_to_sign = buf_since(b, mark);
  }
  return status;
}

dciauth_status dci_signature(const dciauth_profile *p, const dciauth_dci_request *full,
                             dciauth_span secret_key, dciauth_span string_to_sign,
                             uint8_t mac[32]) {
  const dciauth_scope scope = scope_of(full);
  dciauth_key key;
  dciauth_status status = key_of(p, secret_key, &scope, &key);
  if (status == DCIAUTH_OK) {
    status = signature_bytes(&key, string_to_sign, NULL, mac);
  }
  dciauth_key_wipe(&key);
  return status;
}

static dciauth_status put_signature(const dciauth_profile *p, const dciauth_dci_request *r,
                                    dciauth_span access_key, dciauth_span secret_key, buf *b,
                                    dciauth_dci_headers *out) {
  uint8_t mac[32];
  dciauth_status status = dci_signature(p, r, secret_key, out->stages.string_to_sign, mac);
  if (status != DCIAUTH_OK) {
    return status;
  }
  authorization auth = {r->algorithm, access_key, out->stages.scope, out->stages.signed_headers,
                        mac};
  out->headers[0] = (dciauth_pair){r->date_header, r->timestamp};
  out->headers[1] =
      (dciauth_pair){dciauth_str("Authorization"), put_authorization(p, &auth, b, &out->signature)};
  out->num_headers = 2;
  return b->full ? DCIAUTH_E_SPACE : DCIAUTH_OK;
}

/* vector: dci2-v2.1/sign/get */
dciauth_status dciauth_generate_headers(const dciauth_profile *profile,
                                        const dciauth_dci_request *request, dciauth_span access_key,
                                        dciauth_span secret_key, int64_t now, dciauth_work work,
                                        dciauth_dci_headers *out) {
  buf b = buf_of(work);
  memset(out, 0, sizeof *out);
  if (!is_dci_row(profile)) {
    return DCIAUTH_E_ARGUMENT;
  }
  if (access_key.len == 0 || secret_key.len == 0) {
    return DCIAUTH_OK;
  }
  const dciauth_dci_request full = fill_defaults(profile, request, now_text(now, &b));
  if (!b.full && (full.timestamp.len == 0 || full.datestamp.len == 0)) {
    return fail(&out->where, DCIAUTH_E_MALFORMED_DATE,
                full.timestamp.len == 0 ? DCIAUTH_FIELD_TIMESTAMP : DCIAUTH_FIELD_DATESTAMP, 0, 0);
  }
  dciauth_status status = dci_stages(profile, &full, access_key, secret_key, &b, out);
  if (status == DCIAUTH_OK) {
    status = put_signature(profile, &full, access_key, secret_key, &b, out);
  }
  if (status == DCIAUTH_E_SPACE) {
    memset(out, 0, sizeof *out);
  }
  return status;
}

size_t dciauth_dci_bound(const dciauth_profile *profile, const dciauth_dci_request *request,
                         dciauth_span access_key) {
  const dciauth_dci_request r = fill_defaults(profile, request, dciauth_str("YYYYMMDDTHHMMSSZ"));
  const dciauth_scope scope = scope_of(&r);
  size_t params = 0;
  for (size_t i = 0; i < r.num_params; i++) {
    params = plus(params, plus(r.params[i].name.len, r.params[i].value.len));
  }
  size_t bytes = plus(r.host.len, plus(r.timestamp.len, 32));
  for (size_t i = 0; r.canonical_headers != NULL && i < r.num_canonical_headers; i++) {
    bytes = plus(bytes, plus(r.canonical_headers[i].name.len, r.canonical_headers[i].value.len));
  }
  size_t names = plus(span_count(r.signed_headers, ';'), 1);
  size_t headers =
      headers_bound(plus(r.num_canonical_headers, 2), bytes, r.signed_headers.len, names);
  size_t lines =
      plus(plus(r.method.len, path_bound(r.endpoint.len)), query_bound(params, r.num_params));
  size_t tail = plus(times(scope_bound(&scope, r.timestamp), 2), plus(access_key.len, 256));
  return plus(plus(lines, headers), tail);
}
