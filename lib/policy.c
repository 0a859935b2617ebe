/* SPDX-License-Identifier: Apache-2.0 */
/* policy.c - coverage, freshness and scope. A genuine signature is worth only what it covers: the
 * host it was meant for, the time it was made, and every header that changes what the request does.
 * So the strict policy wants all of them signed, and a scope that is this verifier's own. */
/* spec: aws-sigv4 Elements of a request signature */
/* spec: aws-s3-sigv4 x-amz-* headers must be signed */
#include "policy.h"

#include "ascii.h"
#include "crypto.h"
#include "timestamp.h"

static dciauth_status fail_policy(dciauth_where *where, size_t index) {
  return fail(where, DCIAUTH_E_ARGUMENT, DCIAUTH_FIELD_POLICY, index, 0);
}

dciauth_status policy_check(const dciauth_profile *p, const dciauth_policy *policy,
                            dciauth_where *where) {
  bool any_scope = (policy->allow & DCIAUTH_ALLOW_ANY_SCOPE) != 0 || p->scope == SCOPE_DATE;
  bool region = policy->region.len > 0 || p->default_region.len > 0;
  bool service = policy->service.len > 0 || p->default_service.len > 0;
  bool repeat = policy->repeat >= DCIAUTH_REPEAT_ROW && policy->repeat <= DCIAUTH_REPEAT_FIRST;
  bool no_place = p->scope == SCOPE_DATE && (region || service);
  if (no_place || (!any_scope && (!region || !service)) || policy->max_skew < 0 || !repeat) {
    return fail_policy(where, 0);
  }
  return DCIAUTH_OK;
}

/* vector: aws4/verify/query-signature-escaped */
/* find_query_auth returns the first argument that belongs to a second authentication, or
 * args->num. */
static size_t find_query_auth(const dciauth_profile *p, const query_args *args) {
  static const char *const words[4] = {"algorithm", "credential", "security-token", "signature"};
  dciauth_span prefix = p->query_auth_prefix;
  for (size_t i = 0; prefix.len > 0 && i < args->num; i++) {
    dciauth_span name = args->decoded[arg_index(args, i)].name;
    if (name.len <= prefix.len || !ascii_eq_lower(prefix, span_to(name, prefix.len))) {
      continue;
    }
    for (size_t word = 0; word < 4; word++) {
      if (ascii_eq_lower(dciauth_str(words[word]), span_from(name, prefix.len))) {
        return i;
      }
    }
  }
  return args->num;
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

/* vector: aws4/verify/hash-unsigned */
/* find_uncovered returns the first line whose name starts with `prefix`, is not `exempt` and is not
 * in the list. Both lists are sorted, so one pass over them is enough; names mostly have their
 * lines. */
static const header_item *find_uncovered(const header_list *list, const name_list *names,
                                         dciauth_span prefix, dciauth_span exempt) {
  size_t at = 0;
  for (size_t i = 0; i < list->num; i++) {
    const header_item *item = &list->items[i];
    if (at < names->num && names->names[at].line == item) {
      at++;
      continue;
    }
    bool repeated = i > 0 && sort_same(item - 1, item); /* then the first one was looked at */
    if (repeated || !has_prefix(item->pair->name, prefix)) {
      continue;
    }
    while (at < names->num && span_cmp(names->names[at].name, item->pair->name) < 0) {
      at++;
    }
    bool covered = at < names->num && span_eq(names->names[at].name, item->pair->name);
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

/* vector: aws4/verify/amz-header-added */
dciauth_status policy_coverage(const dciauth_profile *p, const dciauth_policy *policy,
                               join_rule join, const header_list *list, name_list *names,
                               dciauth_where *where) {
  if ((policy->allow & DCIAUTH_ALLOW_UNCOVERED) == 0) {
    if (p->host == HOST_SIGNED && !names_hold(names, dciauth_str("host"))) {
      return fail(where, DCIAUTH_E_HOST_NOT_SIGNED, DCIAUTH_FIELD_SIGNED_HEADERS, 0, 0);
    }
    const header_item *item =
        find_uncovered(list, names, p->guarded_prefix, p->payload_header.lower);
    if (item != NULL) {
      return fail(where, DCIAUTH_E_HEADER_NOT_SIGNED, DCIAUTH_FIELD_HEADER_NAME,
                  header_index(list, item), 0);
    }
  }
  dciauth_status status = check_must_sign(policy, names, where);
  return status == DCIAUTH_OK ? headers_check(join, list, names, where) : status;
}

/* find_date returns the one date line. Read loosely, AWS's header goes before DCI's and the last of
 * several counts. */
static const header_item *find_date(const dciauth_profile *p, bool loose, const header_list *list,
                                    const header_item **second) {
  const header_item *date = headers_find(list, p->date_header.lower);
  const header_item *other = headers_find(list, p->other_date_header.lower);
  if (!loose) {
    *second = date == NULL ? NULL : other != NULL ? other : headers_next(list, date);
    return date;
  }
  date = other != NULL ? other : date;
  for (const header_item *next = date; next != NULL; next = headers_next(list, date)) {
    date = next;
  }
  return date;
}

/* check_age compares in unsigned arithmetic: `now` may be anything. */
static dciauth_status check_age(const dciauth_profile *p, const dciauth_policy *policy, int64_t now,
                                int64_t then, size_t index, dciauth_where *where) {
  uint64_t skew = policy->max_skew > 0 ? (uint64_t)policy->max_skew : (uint64_t)p->max_skew;
  bool past = now > then;
  uint64_t age = past ? (uint64_t)now - (uint64_t)then : (uint64_t)then - (uint64_t)now;
  if (age <= skew) {
    return DCIAUTH_OK;
  }
  return fail(where, past ? DCIAUTH_E_SKEWED_PAST : DCIAUTH_E_SKEWED_FUTURE,
              DCIAUTH_FIELD_HEADER_VALUE, index, 0);
}

dciauth_status policy_date(const dciauth_profile *p, const dciauth_policy *policy,
                           const header_list *list, int64_t now, dciauth_span *timestamp,
                           dciauth_where *where) {
  bool loose = (policy->allow & DCIAUTH_ALLOW_LOOSE_SYNTAX) != 0;
  const header_item *second = NULL;
  const header_item *line = find_date(p, loose, list, &second);
  if (line == NULL) {
    return fail(where, DCIAUTH_E_MISSING_DATE, DCIAUTH_FIELD_HEADERS, 0, 0);
  }
  if (second != NULL) {
    return fail(where, DCIAUTH_E_DUPLICATE_DATE, DCIAUTH_FIELD_HEADER_NAME,
                header_index(list, second), 0);
  }
  int64_t then;
  size_t offset = 0;
  *timestamp = trim_value(p, line->pair->value);
  bool good = loose ? timestamp_parse_loose(*timestamp, &then)
                    : dciauth_timestamp_parse(*timestamp, &then, &offset);
  if (!good) {
    return fail(where, DCIAUTH_E_MALFORMED_DATE, DCIAUTH_FIELD_HEADER_VALUE,
                header_index(list, line),
                offset + (size_t)(timestamp->len > 0 ? timestamp->ptr - line->pair->value.ptr : 0));
  }
  return check_age(p, policy, now, then, header_index(list, line), where);
}

dciauth_status policy_scope(const dciauth_profile *p, const dciauth_policy *policy,
                            const dciauth_claim *claim, dciauth_span timestamp,
                            dciauth_where *where) {
  if ((policy->allow & DCIAUTH_ALLOW_ANY_SCOPE) != 0 || p->scope == SCOPE_DATE) {
    return DCIAUTH_OK; /* a date that is not named cannot be another one */
  }
  if (!span_eq(claim->date, span_to(timestamp, 8))) {
    return fail(where, DCIAUTH_E_SCOPE_DATE_MISMATCH, DCIAUTH_FIELD_DATESTAMP, 0, 0);
  }
  if (!span_eq(claim->region, span_or(policy->region, p->default_region))) {
    return fail(where, DCIAUTH_E_SCOPE_REGION, DCIAUTH_FIELD_REGION, 0, 0);
  }
  if (!span_eq(claim->service, span_or(policy->service, p->default_service))) {
    return fail(where, DCIAUTH_E_SCOPE_SERVICE, DCIAUTH_FIELD_SERVICE, 0, 0);
  }
  if (!span_eq(claim->terminator, p->terminator)) {
    return fail(where, DCIAUTH_E_SCOPE_TERMINATOR, DCIAUTH_FIELD_TERMINATOR, 0, 0);
  }
  return DCIAUTH_OK;
}

dciauth_status policy_token(const dciauth_profile *p, const header_list *list, dciauth_span token,
                            dciauth_where *where) {
  const header_item *line = headers_find(list, p->token_header.lower);
  if (line == NULL) {
    return token.len == 0 ? DCIAUTH_OK
                          : fail(where, DCIAUTH_E_TOKEN_MISSING, DCIAUTH_FIELD_HEADERS, 0, 0);
  }
  if (token.len == 0) {
    return fail(where, DCIAUTH_E_TOKEN_UNEXPECTED, DCIAUTH_FIELD_HEADER_NAME,
                header_index(list, line), 0);
  }
  if (headers_next(list, line) != NULL || !crypto_equal(trim_value(p, line->pair->value), token)) {
    return fail(where, DCIAUTH_E_TOKEN_INVALID, DCIAUTH_FIELD_HEADER_VALUE,
                header_index(list, line), 0);
  }
  return DCIAUTH_OK;
}

dciauth_policy dciauth_policy_python_dciauth(void) {
  dciauth_policy policy;
  memset(&policy, 0, sizeof policy);
  policy.repeat = DCIAUTH_REPEAT_FIRST;
  policy.allow = DCIAUTH_ALLOW_ANY_SCOPE | DCIAUTH_ALLOW_UNCOVERED | DCIAUTH_ALLOW_LOOSE_SYNTAX;
  return policy;
}
