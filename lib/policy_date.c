/* SPDX-License-Identifier: Apache-2.0 */
/* policy_date.c - freshness: which header is the date, how it is read, and how old it may be. */
/* spec: aws-sigv4 Elements of a request signature */
#include "policy.h"
#include "timestamp.h"

/* find_date returns the one date line. Read loosely, the last of several counts, and to
 * python-dciauth's functions AWS's header goes before DCI's. */
static const header_item *find_date(const dciauth_profile *p, bool loose, const header_list *list,
                                    const header_item **second) {
  const header_item *date = headers_find(list, p->date_header.lower);
  const header_item *other = headers_find(list, p->other_date_header.lower);
  if (!loose) {
    *second = date == NULL ? NULL : other != NULL ? other : headers_next(list, date);
    return date;
  }
  date = other != NULL && p->loose_reading == READING_FUNCTIONS ? other : date;
  for (const header_item *next = date; next != NULL; next = headers_next(list, date)) {
    date = next;
  }
  return date;
}

/* check_age compares in unsigned arithmetic: `now` may be anything. */
static dciauth_status check_age(const dciauth_profile *p, const dciauth_policy *policy, int64_t now,
                                int64_t then, size_t index, dciauth_where *where) {
  int64_t asked = policy->max_skew == 0 ? p->max_skew : policy->max_skew;
  uint64_t skew = asked == DCIAUTH_NO_SKEW ? 0 : (uint64_t)asked;
  bool past = now > then;
  uint64_t age = past ? (uint64_t)now - (uint64_t)then : (uint64_t)then - (uint64_t)now;
  if (age <= skew) {
    return DCIAUTH_OK;
  }
  return fail(where, past ? DCIAUTH_E_SKEWED_PAST : DCIAUTH_E_SKEWED_FUTURE,
              DCIAUTH_FIELD_HEADER_VALUE, index, 0);
}

const header_item *policy_http_date(const dciauth_profile *p, const dciauth_policy *policy,
                                    const header_list *list) {
  bool asked = (policy->allow & DCIAUTH_ALLOW_HTTP_DATE) != 0;
  return asked && headers_find(list, p->date_header.lower) == NULL &&
                 headers_find(list, p->other_date_header.lower) == NULL
             ? headers_find(list, dciauth_str("date"))
             : NULL;
}

/* format_time makes *timestamp the form that is signed. */
COLD static dciauth_status format_time(int64_t then, buf *b, dciauth_span *timestamp) {
  char *text = take(b, 17, 1);
  if (text == NULL) {
    return DCIAUTH_E_SPACE;
  }
  bool good = dciauth_timestamp_format(then, text);
  *timestamp = dciauth_bytes(text, good ? 16 : 0);
  return DCIAUTH_OK;
}

/* signs_own_form: what is signed is not the text that was read. */
COLD static bool signs_own_form(const dciauth_profile *p, bool loose, bool http) {
  return http || (loose && p->loose_reading == READING_V1);
}

/* is_always_expired: to python-dciauth's class an empty date is no date, but an old one. */
COLD static bool is_always_expired(const dciauth_profile *p, dciauth_span text) {
  return text.len == 0 && p->loose_reading == READING_CLASS;
}

/* read_time reads the date line, by the reading that its kind wants. */
static bool read_time(dciauth_span text, bool loose, bool http, int64_t *then, size_t *offset) {
  if (http) {
    return timestamp_parse_http(text, then, offset);
  }
  return loose ? timestamp_parse_loose(text, then) : dciauth_timestamp_parse(text, then, offset);
}

dciauth_status policy_date(const dciauth_profile *p, const dciauth_policy *policy,
                           const header_list *list, int64_t now, buf *b, dciauth_span *timestamp,
                           dciauth_where *where) {
  bool loose = (policy->allow & DCIAUTH_ALLOW_LOOSE_SYNTAX) != 0;
  const header_item *second = NULL;
  const header_item *line = find_date(p, loose, list, &second);
  bool http = line == NULL;
  if (http) {
    line = policy_http_date(p, policy, list);
    second = line == NULL ? NULL : headers_next(list, line);
  }
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
  if (loose && is_always_expired(p, *timestamp)) {
    return fail(where, DCIAUTH_E_SKEWED_PAST, DCIAUTH_FIELD_HEADER_VALUE, header_index(list, line),
                0);
  }
  if (!read_time(*timestamp, loose, http, &then, &offset)) {
    return fail(where, DCIAUTH_E_MALFORMED_DATE, DCIAUTH_FIELD_HEADER_VALUE,
                header_index(list, line),
                offset + (size_t)(timestamp->len > 0 ? timestamp->ptr - line->pair->value.ptr : 0));
  }
  bool anew = (http || loose) && signs_own_form(p, loose, http);
  dciauth_status status = anew ? format_time(then, b, timestamp) : DCIAUTH_OK;
  return status == DCIAUTH_OK ? check_age(p, policy, now, then, header_index(list, line), where)
                              : status;
}
