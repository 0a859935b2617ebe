/* SPDX-License-Identifier: Apache-2.0 */
/* verify_loose.c - how python-dciauth reads a request, in each of its generations. Each check
 * stands where the package makes it, so that of two things that are wrong the same one is found:
 * its functions look for a date before they read Authorization, and for signed headers that are
 * missing before they judge the date. */
/* spec: python-dciauth v2.headers.parse_headers */
/* spec: python-dciauth signature.FlaskHmacSignature */
/* spec: python-dciauth v1 signature.Signature */
#include "verify_loose.h"

#include "ascii.h"
#include "blank.h"
#include "claim.h"
#include "codec.h"
#include "path.h"
#include "policy.h"
#include "policy_limits.h"

static bool reads(const verifying *v, reading_rule reading) {
  return v->loose && v->p->loose_reading == reading;
}

/* in_case copies a text in the case that `change` makes of each byte. */
static dciauth_span in_case(dciauth_span text, uint8_t (*change)(uint8_t), buf *b) {
  uint8_t *out = take(b, text.len, 1);
  for (size_t i = 0; out != NULL && i < text.len; i++) {
    out[i] = change(text.ptr[i]);
  }
  return out == NULL ? dciauth_bytes(NULL, 0) : dciauth_bytes(out, text.len);
}

/* adapt changes what the package changes before it signs: its class, the case of the method;
 * version 1, a body that is no dictionary with something in it, to none. */
static dciauth_status adapt(verifying *v) {
  dciauth_request *request = &v->seen.request;
  if (reads(v, READING_CLASS)) {
    request->method = in_case(request->method, ascii_upper, &v->b);
  }
  bool dictionary = request->body.len > 2 && request->body.ptr[0] == '{';
  if (reads(v, READING_V1) && !dictionary) {
    request->body = dciauth_bytes(NULL, 0);
  }
  v->request = request;
  return v->b.full ? DCIAUTH_E_SPACE : DCIAUTH_OK;
}

/* check_seen refuses what the strict policy does of a target: a path is still to be decoded by some
 * rows, and a '?' in it is none that begins a query. */
static dciauth_status check_seen(const verifying *v, dciauth_span path) {
  dciauth_where *where = &v->out->where;
  if (ascii_find_raw(path) < path.len) {
    return fail(where, DCIAUTH_E_MALFORMED_URI, DCIAUTH_FIELD_TARGET, 0, 0);
  }
  dciauth_status status = DCIAUTH_OK;
  for (dciauth_span rest = path; status == DCIAUTH_OK && rest.len > 0;) {
    span_cut_result cut = span_cut(rest, '?');
    status = check_decoded_path(v->p, cut.head, where);
    rest = cut.tail;
  }
  return status;
}

static dciauth_status begin_wsgi(verifying *v) {
  wsgi_request *seen = &v->seen;
  dciauth_where *where = &v->out->where;
  dciauth_status status = wsgi_see(v->request, &v->b, seen, where);
  if (status == DCIAUTH_OK && !v->loose) {
    status = check_seen(v, seen->path);
  }
  if (status == DCIAUTH_OK) {
    status = adapt(v);
  }
  return status == DCIAUTH_OK
             ? canonical_begin_apart(v->p, v->request, seen->path, seen->query, v->policy->repeat,
                                     &v->b, &v->canonical, &v->out->stages, where)
             : status;
}

dciauth_status verify_begin_apart(verifying *v) {
  if (v->policy->view == DCIAUTH_SEEN_WSGI) {
    return begin_wsgi(v);
  }
  v->seen.request = *v->request;
  dciauth_status status = adapt(v);
  if (status != DCIAUTH_OK) {
    return status;
  }
  status = canonical_begin(v->p, v->request, NULL, 0, v->policy->repeat, &v->b, &v->canonical,
                           &v->out->stages, &v->out->where);
  if (status != DCIAUTH_E_DUPLICATE_HOST) {
    return status;
  }
  clear(&v->out->where,
        sizeof v->out->where); /* checked last; of a dictionary's lines one is left */
  return DCIAUTH_OK;
}

/* has_date: the date that parse_headers finds is not empty. */
static bool has_date(const verifying *v) {
  const header_list *list = &v->canonical.headers;
  const header_item *other = headers_find(list, v->p->other_date_header.lower);
  const header_item *line = other != NULL ? other : headers_find(list, v->p->date_header.lower);
  if (line == NULL) {
    return policy_http_date(v->p, v->policy, list) != NULL;
  }
  for (const header_item *next = line; next != NULL; next = headers_next(list, line)) {
    line = next;
  }
  return line->pair->value.len > 0;
}

/* check_functions: what parse_headers of release 4 asks of a terminator. */
static dciauth_status check_functions(verifying *v) {
  const dciauth_claim *claim = &v->out->claim;
  bool known = v->p->terminators == TERMINATOR_ANY ||
               span_eq_str(claim->terminator, "dci2_request") ||
               span_eq_str(claim->terminator, "aws4_request");
  if (!known) {
    return fail(&v->out->where, DCIAUTH_E_SCOPE_TERMINATOR, DCIAUTH_FIELD_TERMINATOR, 0, 0);
  }
  return claim->signed_headers.len > 0 ? DCIAUTH_OK
                                       : fail(&v->out->where, DCIAUTH_E_SIGNED_HEADER_MISSING,
                                              DCIAUTH_FIELD_SIGNED_HEADERS, 0, 0);
}

static dciauth_status read_line(verifying *v, dciauth_span value) {
  dciauth_claim *claim = &v->out->claim;
  dciauth_where *where = &v->out->where;
  switch (v->p->loose_reading) {
  case READING_CLASS: return claim_parse_class(value, &v->b, claim, where);
  case READING_V1: return claim_parse_v1(value, claim, where);
  case READING_FUNCTIONS:
  default: return claim_parse_loose(value, &v->b, claim, where);
  }
}

static dciauth_status read_claim(verifying *v, const header_item *line) {
  bool functions = reads(v, READING_FUNCTIONS);
  dciauth_span value = trim_value(v->p, line->pair->value);
  if (functions && !has_date(v)) {
    return fail(&v->out->where, DCIAUTH_E_MISSING_DATE, DCIAUTH_FIELD_HEADERS, 0, 0);
  }
  if (value.len == 0 && !reads(v, READING_CLASS)) {
    return fail(&v->out->where, DCIAUTH_E_NO_AUTH, DCIAUTH_FIELD_HEADERS, 0, 0);
  }
  dciauth_status status = read_line(v, value);
  v->hex = decode_hex32(v->out->claim.signature, v->claimed);
  if (status == DCIAUTH_OK) {
    return functions ? check_functions(v) : DCIAUTH_OK;
  }
  size_t before = value.len > 0 ? (size_t)(value.ptr - line->pair->value.ptr) : 0;
  return fail(&v->out->where, status, DCIAUTH_FIELD_HEADER_VALUE,
              header_index(&v->canonical.headers, line), before + v->out->where.offset);
}

/* trim drops the white space of Python's str.strip. */
static dciauth_span trim(dciauth_span s) {
  s = span_from(s, blank_run(s));
  size_t end = 0;
  for (size_t at = 0; at < s.len; at++) {
    size_t blanks = blank_run(span_from(s, at));
    end = blanks > 0 ? end : at + 1;
    at += blanks > 0 ? blanks - 1 : 0;
  }
  return span_to(s, end);
}

/* split_set makes a pair and an item of each name in a list, and sorts the items. */
static const sort_item *split_set(dciauth_span text, bool trimmed, size_t num, buf *b) {
  dciauth_pair *pairs = take(b, num, sizeof *pairs);
  sort_item *items = take(b, 2 * num, sizeof *items);
  if (b->full) {
    return NULL;
  }
  dciauth_span rest = text;
  for (size_t i = 0; i < num; i++) {
    span_cut_result cut = span_cut(rest, ';');
    pairs[i] = (dciauth_pair){trimmed ? trim(cut.head) : cut.head, {NULL, 0}};
    sort_item_set(&items[i], &pairs[i]);
    rest = cut.tail;
  }
  return sort_items(items, num, false, items + num);
}

/* is_there walks on to the first line that does not come before the name. */
static bool is_there(const header_list *list, const sort_item *name, size_t *at) {
  while (*at < list->num && sort_before(&list->items[*at], name)) {
    ++*at;
  }
  return *at < list->num && sort_same(&list->items[*at], name);
}

/* read_set reads the list as a set of names, which are signed in order: the class, all of them, in
 * lower case; version 1, those that there are. */
static dciauth_status read_set(verifying *v) {
  bool class = reads(v, READING_CLASS);
  dciauth_span text = v->out->claim.signed_headers;
  text = class ? in_case(text, ascii_lower, &v->b) : text;
  size_t num = span_count(text, ';') + 1;
  const sort_item *items = split_set(text, class, num, &v->b);
  signed_name *names = take(&v->b, num, sizeof *names);
  if (v->b.full) {
    return DCIAUTH_E_SPACE;
  }
  name_list *out = &v->names;
  *out = (name_list){.names = names};
  size_t at = 0;
  for (size_t i = 0; i < num; i++) {
    bool again = i > 0 && sort_same(&items[i - 1], &items[i]);
    if (!again && (class || is_there(&v->canonical.headers, &items[i], &at))) {
      names[out->num++].name = items[i].pair->name;
    }
  }
  return DCIAUTH_OK;
}

dciauth_status verify_claim_loose(verifying *v, const header_item *line) {
  dciauth_where *where = &v->out->where;
  dciauth_status status = read_claim(v, line);
  if (status == DCIAUTH_OK && v->policy->limits != NULL) {
    status = limits_claim(v->policy->limits, &v->out->claim, where);
  }
  if (status != DCIAUTH_OK) {
    return status;
  }
  return reads(v, READING_FUNCTIONS)
             ? names_parse(v->p, &v->canonical.headers, v->out->claim.signed_headers, &v->b,
                           &v->names, where)
             : read_set(v);
}

void verify_scope_loose(verifying *v) {
  dciauth_claim *claim = &v->out->claim;
  if (reads(v, READING_FUNCTIONS)) {
    return;
  }
  claim->algorithm = v->p->algorithm;
  claim->date = span_to(v->timestamp, 8);
  claim->region = span_or(v->policy->region, v->p->default_region);
  claim->service = span_or(v->policy->service, v->p->default_service);
  claim->terminator = v->p->terminator;
}

void verify_blur(verifying *v, dciauth_status status) {
  if (v->policy->view == DCIAUTH_SEEN_WSGI && status != DCIAUTH_OK) {
    v->out->where.index = v->out->where.offset = 0;
  }
}
