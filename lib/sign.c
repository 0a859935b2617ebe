/* SPDX-License-Identifier: Apache-2.0 */
/* sign.c - a signature, stage after stage, in one work block. The headers that the signer adds are
 * part of what it signs, so a request that holds one of them already is refused rather than signed
 * with two meanings. */
/* spec: aws-sigv4 Create a signed AWS API request */
#include "ascii.h"
#include "authorization.h"
#include "canonical.h"
#include "crypto.h"
#include "key.h"
#include "payload.h"
#include "scope.h"
#include "sign_params.h"

/* signing is what one call keeps on its way. */
typedef struct {
  const dciauth_profile *p;
  const dciauth_request *request;
  const dciauth_sign_params *params;
  dciauth_scope scope;
  dciauth_span payload;
  char digest[64];
  dciauth_pair added[4]; /* signed additions; the last may be the row's default host, which is not
                            the caller's to add */
  size_t num_added, num_sent;
  canonical canonical;
  name_list names;
  buf b;
} signing;

static dciauth_status check_params(signing *s, dciauth_where *where) {
  scope_of_params(s->p, s->params, &s->scope);
  dciauth_status status = sign_params_check(s->p, s->params, &s->scope, where);
  return status == DCIAUTH_OK ? payload_of_request(s->p, s->request, s->digest, &s->payload, where)
                              : status;
}

static void add(signing *s, dciauth_span name, dciauth_span value) {
  s->added[s->num_added++] = (dciauth_pair){name, value};
}

static bool has_host(const dciauth_request *request) {
  for (size_t i = 0; i < request->num_headers; i++) {
    if (ascii_eq_lower(dciauth_str("host"), request->headers[i].name)) {
      return true;
    }
  }
  return false;
}

/* add_headers lists what the signer adds; sent is what the caller adds to the request, without
 * Authorization. */
static void add_headers(signing *s) {
  add(s, s->p->date_header.sent, s->params->timestamp);
  if (s->params->session_token.len > 0) {
    add(s, s->p->token_header.sent, s->params->session_token);
  }
  if (s->p->payload == PAYLOAD_HEADER_REQUIRED) {
    add(s, s->p->payload_header.sent, s->payload);
  }
  s->num_sent = s->num_added;
  if (s->p->default_host.len > 0 && !has_host(s->request)) {
    add(s, dciauth_str("host"), s->p->default_host);
  }
}

/* added_name is the name of an added header in lower case. */
static dciauth_span added_name(const signing *s, size_t i) {
  return s->canonical.headers.lines[s->request->num_headers + i].name;
}

/* check_reserved: the request holds no Authorization, no second date, and none of the headers that
 * are added. */
static dciauth_status check_reserved(const signing *s, dciauth_where *where) {
  const header_list *list = &s->canonical.headers;
  const header_item *line = headers_find(list, dciauth_str("authorization"));
  line = line != NULL ? line : headers_find(list, s->p->other_date_header.lower);
  for (size_t i = 0; line == NULL && i < s->num_sent; i++) {
    const header_item *found = headers_find(list, added_name(s, i));
    line = header_index(list, found) < s->request->num_headers ? found : NULL;
  }
  return line == NULL ? DCIAUTH_OK
                      : fail(where, DCIAUTH_E_RESERVED_HEADER, DCIAUTH_FIELD_HEADER_NAME,
                             header_index(list, line), 0);
}

/* check_host: where a row insists on the host being signed, there is one. */
static dciauth_status check_host(const signing *s, dciauth_where *where) {
  bool wanted = s->p->sign_coverage == COVERAGE_REQUIRED && s->p->host == HOST_SIGNED;
  return s->canonical.host != NULL || !wanted
             ? DCIAUTH_OK
             : fail(where, DCIAUTH_E_HOST_NOT_SIGNED, DCIAUTH_FIELD_SIGNED_HEADERS, 0, 0);
}

/* check_coverage: where a row insists, the host and every added header are signed. */
static dciauth_status check_coverage(const signing *s, dciauth_where *where) {
  if (s->p->sign_coverage == COVERAGE_FREE || s->names.every) {
    return DCIAUTH_OK;
  }
  if (s->p->host == HOST_SIGNED && !names_hold(&s->names, dciauth_str("host"))) {
    return fail(where, DCIAUTH_E_HOST_NOT_SIGNED, DCIAUTH_FIELD_SIGNED_HEADERS, 0, 0);
  }
  for (size_t i = 0; i < s->num_sent; i++) {
    if (!names_hold(&s->names, added_name(s, i))) {
      return fail(where, DCIAUTH_E_HEADER_NOT_SIGNED, DCIAUTH_FIELD_SIGNED_HEADERS, i, 0);
    }
  }
  return DCIAUTH_OK;
}

static dciauth_status build_canonical(signing *s, dciauth_signed *out) {
  add_headers(s);
  dciauth_status status =
      canonical_begin(s->p, s->request, s->added, s->num_added, DCIAUTH_REPEAT_ROW, &s->b,
                      &s->canonical, &out->stages, &out->where);
  if (status == DCIAUTH_OK) {
    status = check_reserved(s, &out->where);
  }
  if (status == DCIAUTH_OK) {
    status = names_parse(s->p, &s->canonical.headers, s->params->signed_headers, &s->b, &s->names,
                         &out->where);
  }
  if (status == DCIAUTH_OK) {
    status = check_host(s, &out->where);
  }
  if (status == DCIAUTH_OK) {
    status = headers_check(s->p->header_repeat, &s->canonical.headers, &s->names, &out->where);
  }
  if (status == DCIAUTH_OK) {
    status = check_coverage(s, &out->where);
  }
  if (status == DCIAUTH_OK) {
    status = payload_check_signed(s->p, &s->canonical.headers, s->payload, &out->where);
  }
  return status != DCIAUTH_OK ? status
                              : canonical_finish(s->p, s->p->header_repeat, &s->names, s->payload,
                                                 &s->b, &s->canonical, &out->stages);
}

static dciauth_status build_string_to_sign(signing *s, dciauth_signed *out) {
  dciauth_stages *stages = &out->stages;
  uint8_t *room = put_room(&s->b, CRYPTO_SEAL);
  size_t mark = s->b.len;
  dciauth_status status =
      put_string_to_sign(s->p, &s->scope, s->params->timestamp, stages->canonical_request, room,
                         &s->b, &stages->scope);
  if (status == DCIAUTH_OK) {
    stages->string_to_sign = buf_since(&s->b, mark);
  }
  return status;
}

static dciauth_status build_signature(signing *s, const dciauth_key *key, dciauth_signed *out) {
  uint8_t mac[32];
  const dciauth_stages *stages = &out->stages;
  dciauth_status status =
      signature_bytes(key, stages->string_to_sign, buf_behind(&s->b, CRYPTO_SEAL), mac);
  if (status != DCIAUTH_OK) {
    return status;
  }
  authorization auth = {s->scope.algorithm, s->params->access_key, stages->scope,
                        stages->signed_headers, mac};
  out->authorization = put_authorization(s->p, &auth, &s->b, &out->signature);
  return s->b.full ? DCIAUTH_E_SPACE : DCIAUTH_OK;
}

/* copy_added hands out the headers to send. Their values outlive the call: those made here lie in
 * the work block. */
static void copy_added(const signing *s, dciauth_signed *out) {
  for (size_t i = 0; i < s->num_sent; i++) {
    out->added[i] = s->added[i];
    if (s->added[i].value.ptr == (const uint8_t *)s->digest) {
      out->added[i].value = out->stages.payload_hash;
    }
  }
  out->added[s->num_sent] = (dciauth_pair){dciauth_str("Authorization"), out->authorization};
  out->num_added = s->num_sent + 1;
}

/* run takes the stages in order; without a key it stops before the signature. */
static dciauth_status run(signing *s, const dciauth_key *key, dciauth_signed *out) {
  clear(out, sizeof *out);
  dciauth_status status = check_params(s, &out->where);
  if (status == DCIAUTH_OK) {
    status = build_canonical(s, out);
  }
  if (status == DCIAUTH_OK) {
    status = build_string_to_sign(s, out);
  }
  if (status == DCIAUTH_OK && key != NULL) {
    status = build_signature(s, key, out);
  }
  if (status == DCIAUTH_OK && key != NULL) {
    copy_added(s, out);
  }
  if (status == DCIAUTH_E_SPACE) {
    clear(out, sizeof *out);
  }
  return status;
}

/* begin sets what a stage reads before another has set it. */
static void begin(signing *s, const dciauth_profile *p, const dciauth_request *request,
                  const dciauth_sign_params *params, dciauth_work work) {
  s->p = p;
  s->request = request;
  s->params = params;
  s->num_added = 0;
  s->num_sent = 0;
  s->b = buf_of(work);
}

/* vector: aws4/path/root */
dciauth_status dciauth_sign(const dciauth_profile *profile, const dciauth_request *request,
                            const dciauth_sign_params *params, const dciauth_key *key,
                            dciauth_work work, dciauth_signed *out) {
  signing s;
  begin(&s, profile, request, params, work);
  return run(&s, key, out);
}

dciauth_status dciauth_canonicalize(const dciauth_profile *profile, const dciauth_request *request,
                                    const dciauth_sign_params *params, dciauth_work work,
                                    dciauth_signed *out) {
  signing s;
  begin(&s, profile, request, params, work);
  return run(&s, NULL, out);
}

size_t dciauth_sign_bound(const dciauth_profile *profile, const dciauth_request *request,
                          const dciauth_sign_params *params) {
  dciauth_scope scope;
  scope_of_params(profile, params, &scope);
  size_t names = plus(span_count(params->signed_headers, ';'), profile->default_signed.len);
  size_t list = plus(params->signed_headers.len, profile->default_signed.len);
  size_t extra = plus(plus(params->timestamp.len, params->session_token.len), 64 + 128);
  size_t text = canonical_bound(request, list, plus(names, 1), extra);
  size_t tail =
      plus(times(scope_bound(&scope, params->timestamp), 2), plus(params->access_key.len, 256));
  return plus(plus(text, tail), CRYPTO_SEAL);
}
