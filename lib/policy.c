/* SPDX-License-Identifier: Apache-2.0 */
/* policy.c - coverage and scope. A genuine signature is worth only what it covers: the host it was
 * meant for, the time it was made, and every header that changes what the request does. So the
 * strict policy wants all of them signed, and a scope that is this verifier's own. */
/* spec: aws-sigv4 Elements of a request signature */
/* spec: aws-s3-sigv4 x-amz-* headers must be signed */
#include "policy.h"

#include "ascii.h"
#include "crypto.h"

static bool allows(const dciauth_policy *policy, unsigned bits) {
  return (policy->allow & bits) != 0;
}

static bool is_query_auth(const dciauth_profile *p, dciauth_span name) {
  static const char *const words[4] = {"algorithm", "credential", "security-token", "signature"};
  dciauth_span prefix = p->query_auth_prefix;
  if (prefix.len == 0 || name.len <= prefix.len ||
      !ascii_eq_lower(prefix, span_to(name, prefix.len))) {
    return false;
  }
  for (size_t word = 0; word < 4; word++) {
    if (ascii_eq_lower(dciauth_str(words[word]), span_from(name, prefix.len))) {
      return true;
    }
  }
  return false;
}

/* vector: aws4/verify/query-signature-escaped */
/* find_query_auth returns the first argument that belongs to a second authentication, or
 * args->num. That there is none is seen in the order sent, in which they lie in memory. */
static size_t find_query_auth(const dciauth_profile *p, const query_args *args) {
  size_t sent = 0;
  while (sent < args->num_sent && !is_query_auth(p, args->decoded[sent].name)) {
    sent++;
  }
  size_t i = sent == args->num_sent ? args->num : 0;
  while (i < args->num && !is_query_auth(p, args->decoded[arg_index(args, i)].name)) {
    i++;
  }
  return i;
}

dciauth_status policy_authorization(const dciauth_profile *p, bool loose, const header_list *list,
                                    const query_args *args, const header_item **line,
                                    dciauth_where *where) {
  *line = headers_find(list, dciauth_str("authorization"));
  if (*line == NULL) {
    return fail(where, DCIAUTH_E_NO_AUTH, DCIAUTH_FIELD_HEADERS, 0, 0);
  }
  size_t arg = find_query_auth(p, args);
  if (arg < args->num) {
    return fail(where, DCIAUTH_E_MULTIPLE_AUTH, DCIAUTH_FIELD_TARGET, arg, 0);
  }
  const header_item *second = headers_next(list, *line);
  if (second != NULL && !loose) {
    return fail(where, DCIAUTH_E_DUPLICATE_AUTHORIZATION, DCIAUTH_FIELD_HEADER_NAME,
                header_index(list, second), 0);
  }
  for (; second != NULL; second = headers_next(list, second)) {
    *line = second;
  }
  return DCIAUTH_OK;
}

/* has_prefix takes '_' for '-', as gateways do that make variables of header names: what an
 * application will read as a guarded header is one. */
static bool has_prefix(dciauth_span name, dciauth_span prefix) {
  for (size_t i = 0; i < prefix.len; i++) {
    if (i == name.len || (name.ptr[i] == '_' ? '-' : name.ptr[i]) != prefix.ptr[i]) {
      return false;
    }
  }
  return true;
}

/* name_at returns the name that comes i-th when they are sorted. */
static inline dciauth_span name_at(const name_list *names, size_t i) {
  return names->sorted == NULL ? names->names[i].name : names->sorted[i].pair->name;
}

/* vector: aws4/verify/hash-unsigned */
/* find_uncovered returns the first line whose name starts with `prefix`, or is that as a whole, is
 * not `exempt` and is not in the list. Both lists are sorted, so one pass over them is enough;
 * names mostly have their lines. */
static inline const header_item *find_uncovered(const header_list *list, const name_list *names,
                                                dciauth_span prefix, bool whole,
                                                dciauth_span exempt) {
  size_t at = 0;
  for (size_t i = 0; i < list->num; i++) {
    const header_item *item = &list->items[i];
    if (at < names->num && names->names[at].line == item) {
      at++;
      continue;
    }
    bool repeated = i > 0 && sort_same(item - 1, item); /* then the first one was looked at */
    if (repeated || !has_prefix(item->pair->name, prefix) ||
        (whole && item->pair->name.len != prefix.len)) {
      continue;
    }
    while (at < names->num && span_cmp(name_at(names, at), item->pair->name) < 0) {
      at++;
    }
    bool covered = at < names->num && span_eq(name_at(names, at), item->pair->name);
    if (!covered && !span_eq(item->pair->name, exempt)) {
      return item;
    }
  }
  return NULL;
}

static bool hold_in_any_case(const name_list *names, dciauth_span name) {
  size_t i = 0;
  while (i < names->num && !ascii_eq_lower(names->names[i].name, name)) {
    i++;
  }
  return i < names->num;
}

static dciauth_status check_must_sign(const dciauth_policy *policy, const name_list *names,
                                      dciauth_where *where) {
  for (size_t i = 0; i < policy->num_must_sign; i++) {
    if (!hold_in_any_case(names, policy->must_sign[i])) {
      return fail(where, DCIAUTH_E_HEADER_NOT_SIGNED, DCIAUTH_FIELD_POLICY, i, 0);
    }
  }
  return DCIAUTH_OK;
}

/* find_unguarded returns the first line that `guard` wants signed and that is not: a name, or all
 * that begin with what stands before '*'. Authorization cannot sign itself. */
COLD static const header_item *find_unguarded(const header_list *list, const name_list *names,
                                              dciauth_span guard) {
  bool whole = guard.len == 0 || guard.ptr[guard.len - 1] != '*';
  return find_uncovered(list, names, span_to(guard, guard.len - (whole ? 0 : 1)), whole,
                        dciauth_str("authorization"));
}

COLD static const header_item *find_unguarded_by_all(const dciauth_policy *policy,
                                                     const header_list *list,
                                                     const name_list *names) {
  const header_item *item = NULL;
  for (size_t i = 0; item == NULL && i < policy->num_guard; i++) {
    item = find_unguarded(list, names, policy->guard[i]);
  }
  return item;
}

/* check_host_and_own judges the host, the headers of the dialect, and Date in the place of one. */
static dciauth_status check_host_and_own(const dciauth_profile *p, const dciauth_policy *policy,
                                         const header_list *list, const name_list *names,
                                         const header_item **item, dciauth_where *where) {
  if (p->host == HOST_SIGNED && !names_hold(names, dciauth_str("host"))) {
    return fail(where, DCIAUTH_E_HOST_NOT_SIGNED, DCIAUTH_FIELD_SIGNED_HEADERS, 0, 0);
  }
  *item = p->guarded_prefix.len == 0
              ? NULL
              : find_uncovered(list, names, p->guarded_prefix, false, p->payload_header.lower);
  if (*item == NULL && policy_http_date(p, policy, list) != NULL) {
    *item = find_unguarded(list, names, dciauth_str("date"));
  }
  return DCIAUTH_OK;
}

/* vector: aws4/verify/amz-header-added */
dciauth_status policy_coverage(const dciauth_profile *p, const dciauth_policy *policy,
                               join_rule join, const header_list *list, name_list *names,
                               dciauth_where *where) {
  const header_item *item = NULL;
  dciauth_status status = DCIAUTH_OK;
  if (!allows(policy, DCIAUTH_ALLOW_UNCOVERED)) {
    status = check_host_and_own(p, policy, list, names, &item, where);
  }
  if (status == DCIAUTH_OK && item == NULL && policy->num_guard > 0) {
    item = find_unguarded_by_all(policy, list, names);
  }
  if (item != NULL) {
    return fail(where, DCIAUTH_E_HEADER_NOT_SIGNED, DCIAUTH_FIELD_HEADER_NAME,
                header_index(list, item), 0);
  }
  if (status == DCIAUTH_OK) {
    status = check_must_sign(policy, names, where);
  }
  return status == DCIAUTH_OK ? headers_check(join, list, names, where) : status;
}

dciauth_status policy_scope(const dciauth_profile *p, const dciauth_policy *policy,
                            const dciauth_claim *claim, dciauth_span timestamp,
                            dciauth_where *where) {
  if (allows(policy, DCIAUTH_ALLOW_ANY_SCOPE) || p->scope == SCOPE_DATE) {
    return DCIAUTH_OK; /* a date that is not named cannot be another one */
  }
  if (!span_eq(claim->date, span_to(timestamp, 8)) &&
      !allows(policy, DCIAUTH_ALLOW_ANY_SCOPE_DATE)) {
    return fail(where, DCIAUTH_E_SCOPE_DATE_MISMATCH, DCIAUTH_FIELD_DATESTAMP, 0, 0);
  }
  if (!span_eq(claim->region, span_or(policy->region, p->default_region)) &&
      !allows(policy, DCIAUTH_ALLOW_ANY_REGION)) {
    return fail(where, DCIAUTH_E_SCOPE_REGION, DCIAUTH_FIELD_REGION, 0, 0);
  }
  if (!span_eq(claim->service, span_or(policy->service, p->default_service)) &&
      !allows(policy, DCIAUTH_ALLOW_ANY_SERVICE)) {
    return fail(where, DCIAUTH_E_SCOPE_SERVICE, DCIAUTH_FIELD_SERVICE, 0, 0);
  }
  if (!span_eq(claim->terminator, p->terminator)) {
    return fail(where, DCIAUTH_E_SCOPE_TERMINATOR, DCIAUTH_FIELD_TERMINATOR, 0, 0);
  }
  return DCIAUTH_OK;
}

dciauth_status policy_token(const dciauth_profile *p, unsigned allow, const header_list *list,
                            dciauth_span token, dciauth_where *where) {
  const header_item *line = headers_find(list, p->token_header.lower);
  if (line == NULL) {
    return token.len == 0 ? DCIAUTH_OK
                          : fail(where, DCIAUTH_E_TOKEN_MISSING, DCIAUTH_FIELD_HEADERS, 0, 0);
  }
  if (token.len == 0) {
    return (allow & DCIAUTH_ALLOW_SPARE_TOKEN) != 0
               ? DCIAUTH_OK
               : fail(where, DCIAUTH_E_TOKEN_UNEXPECTED, DCIAUTH_FIELD_HEADER_NAME,
                      header_index(list, line), 0);
  }
  if (headers_next(list, line) != NULL || !crypto_equal(trim_value(p, line->pair->value), token)) {
    return fail(where, DCIAUTH_E_TOKEN_INVALID, DCIAUTH_FIELD_HEADER_VALUE,
                header_index(list, line), 0);
  }
  return DCIAUTH_OK;
}
