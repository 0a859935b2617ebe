/* SPDX-License-Identifier: Apache-2.0 */
/* policy_limits.c - how much of a request a policy takes. What is too much is refused before
 * anything is parsed, sorted or hashed, so that a flood costs no more than to count it. */
#include "policy_limits.h"

#include "pairs.h"

static bool fits(size_t limit, size_t most) {
  return limit <= most;
}

bool limits_fit(const dciauth_limits *l) {
  return fits(l->method, DCIAUTH_MAX_METHOD) && fits(l->target, DCIAUTH_MAX_TARGET) &&
         fits(l->args, DCIAUTH_MAX_TARGET) && fits(l->headers, DCIAUTH_MAX_HEADERS) &&
         fits(l->header_name, DCIAUTH_MAX_HEADER_NAME) &&
         fits(l->header_value, DCIAUTH_MAX_HEADER_VALUE) &&
         fits(l->access_key, DCIAUTH_MAX_ACCESS_KEY) &&
         fits(l->signed_headers, DCIAUTH_MAX_SIGNED_HEADERS);
}

static bool over(size_t limit, size_t len) {
  return limit > 0 && len > limit;
}

static dciauth_status fail_over(dciauth_where *where, dciauth_field field, size_t index,
                                size_t offset) {
  return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, field, index, offset);
}

static dciauth_status check_query(const dciauth_limits *l, dciauth_span target,
                                  dciauth_where *where) {
  span_cut_result cut = span_cut(target, '?');
  return over(l->args, count_pairs(cut.tail))
             ? fail_over(where, DCIAUTH_FIELD_TARGET, 0,
                         cut.head.len + 1 + find_pair(cut.tail, l->args))
             : DCIAUTH_OK;
}

static dciauth_status check_headers(const dciauth_limits *l, const dciauth_request *request,
                                    dciauth_where *where) {
  if (over(l->headers, request->num_headers)) {
    return fail_over(where, DCIAUTH_FIELD_HEADERS, l->headers, 0);
  }
  for (size_t i = 0; i < request->num_headers; i++) {
    if (over(l->header_name, request->headers[i].name.len)) {
      return fail_over(where, DCIAUTH_FIELD_HEADER_NAME, i, l->header_name);
    }
    if (over(l->header_value, request->headers[i].value.len)) {
      return fail_over(where, DCIAUTH_FIELD_HEADER_VALUE, i, l->header_value);
    }
  }
  return DCIAUTH_OK;
}

dciauth_status limits_request(const dciauth_limits *l, const dciauth_request *request,
                              dciauth_where *where) {
  if (over(l->method, request->method.len)) {
    return fail_over(where, DCIAUTH_FIELD_METHOD, 0, l->method);
  }
  if (over(l->target, request->target.len)) {
    return fail_over(where, DCIAUTH_FIELD_TARGET, 0, l->target);
  }
  if (over(l->body, request->body.len)) {
    return fail_over(where, DCIAUTH_FIELD_BODY, 0, l->body);
  }
  dciauth_status status = check_headers(l, request, where);
  return status == DCIAUTH_OK ? check_query(l, request->target, where) : status;
}

dciauth_status limits_claim(const dciauth_limits *l, const dciauth_claim *claim,
                            dciauth_where *where) {
  if (over(l->access_key, claim->access_key.len)) {
    return fail_over(where, DCIAUTH_FIELD_ACCESS_KEY, 0, l->access_key);
  }
  return over(l->signed_headers, claim->signed_headers.len)
             ? fail_over(where, DCIAUTH_FIELD_SIGNED_HEADERS, 0, l->signed_headers)
             : DCIAUTH_OK;
}
