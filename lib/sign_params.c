/* SPDX-License-Identifier: Apache-2.0 */
/* sign_params.c - what a signature is made for, checked before anything is computed: time, access
 * key, scope, session token. */
/* spec: aws-sigv4 Elements of a request signature */
#include "sign_params.h"

#include "ascii.h"
#include "scope.h"
#include "timestamp.h"

void scope_of_params(const dciauth_profile *p, const dciauth_sign_params *params,
                     dciauth_scope *out) {
  out->algorithm = params->algorithm;
  out->date = params->datestamp.len > 0 ? params->datestamp : span_to(params->timestamp, 8);
  out->region = params->region;
  out->service = params->service;
  out->terminator = params->terminator;
  scope_fill(p, out);
}

static dciauth_status check_token(const dciauth_profile *p, dciauth_span token,
                                  dciauth_where *where) {
  if (token.len > 0 && p->token_header.sent.len == 0) {
    return fail(where, DCIAUTH_E_ARGUMENT, DCIAUTH_FIELD_SESSION_TOKEN, 0, 0);
  }
  if (token.len > DCIAUTH_MAX_SESSION_TOKEN) {
    return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_FIELD_SESSION_TOKEN, 0,
                DCIAUTH_MAX_SESSION_TOKEN);
  }
  size_t raw = ascii_find_raw(token);
  if (raw < token.len) {
    return fail(where, DCIAUTH_E_MALFORMED_HEADER, DCIAUTH_FIELD_SESSION_TOKEN, 0, raw);
  }
  return DCIAUTH_OK;
}

dciauth_status sign_params_check(const dciauth_profile *p, const dciauth_sign_params *params,
                                 const dciauth_scope *scope, dciauth_where *where) {
  size_t offset;
  if (!timestamp_is_time(params->timestamp, &offset)) {
    return fail(where, DCIAUTH_E_MALFORMED_DATE, DCIAUTH_FIELD_TIMESTAMP, 0, offset);
  }
  if (p->constants == CONSTANTS_FIXED && params->datestamp.len > 0) {
    return fail(where, DCIAUTH_E_ARGUMENT, DCIAUTH_FIELD_DATESTAMP, 0, 0);
  }
  dciauth_status status = access_key_check(p, params->access_key, where);
  if (status == DCIAUTH_OK) {
    status = params->datestamp.len == 0 ? scope_check_undated(p, scope, where)
                                        : scope_check(p, scope, where);
  }
  return status == DCIAUTH_OK ? check_token(p, params->session_token, where) : status;
}
