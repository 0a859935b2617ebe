/* SPDX-License-Identifier: Apache-2.0 */
/* claim.c - what an Authorization header claims: "ALGORITHM Credential=…, SignedHeaders=…,
 * Signature=…", in version 1 of python-dciauth with a comma at the end. Nothing is decoded or
 * folded; every span lies in the header, and what is read is all there is: no parameter twice, none
 * unknown, nothing between them but the separator. */
/* spec: aws-sigv4 Add the signature to the request */
#include "claim.h"

#include "ascii.h"
#include "codec.h"
#include "scope.h"

/* The parameters, in the order of their errors. */
enum { CREDENTIAL, SIGNED_HEADERS, SIGNATURE, NUM_PARAMS };
static const dciauth_span param_names[NUM_PARAMS] = {{(const uint8_t *)"Credential=", 11},
                                                     {(const uint8_t *)"SignedHeaders=", 14},
                                                     {(const uint8_t *)"Signature=", 10}};

static size_t offset_in(dciauth_span value, dciauth_span part) {
  return part.len == 0 ? value.len : (size_t)(part.ptr - value.ptr);
}

static dciauth_status fail_at(dciauth_where *where, dciauth_status status, size_t offset) {
  return fail(where, status, DCIAUTH_FIELD_HEADER_VALUE, 0, offset);
}

/* next_param cuts the first parameter off *rest; false at a separator that the row does not allow.
 */
static bool next_param(const dciauth_profile *p, dciauth_span *rest, dciauth_span *param) {
  span_cut_result cut = span_cut(*rest, ',');
  *param = cut.head;
  *rest = cut.tail;
  if (!cut.ok) {
    return true;
  }
  size_t blanks = ascii_span(cut.tail, ASCII_BLANK);
  *rest = span_from(cut.tail, blanks);
  bool exact = blanks == 1 && cut.tail.ptr[0] == ' ';
  return rest->len > 0 && (exact || p->separator == SEPARATOR_COMMA);
}

/* param_list is the values found, and the offset of the first repeated parameter (0: none; the
 * algorithm stands there). */
typedef struct {
  dciauth_span values[NUM_PARAMS];
  bool seen[NUM_PARAMS];
  size_t repeat;
} param_list;

/* store_param files one "Name=value" under its name; false if there is no such name. */
static bool store_param(dciauth_span param, size_t offset, param_list *list) {
  for (size_t i = 0; i < NUM_PARAMS; i++) {
    if (!span_starts_with(param, param_names[i])) {
      continue;
    }
    dciauth_span text = span_from(param, param_names[i].len);
    if (!list->seen[i] || text.len == 0) { /* an empty one counts as missing, wherever it is */
      list->values[i] = text;
    }
    if (list->seen[i] && list->repeat == 0) {
      list->repeat = offset;
    }
    list->seen[i] = true;
    return true;
  }
  return false;
}

/* drop_end cuts the comma off that ends a bare header; false if it is not there. */
static bool drop_end(const dciauth_profile *p, dciauth_span *rest) {
  if (p->authorization != AUTHORIZATION_BARE) {
    return true;
  }
  bool there = rest->len > 0 && rest->ptr[rest->len - 1] == ',';
  rest->len -= there ? 1 : 0;
  return there;
}

static dciauth_status split_params(const dciauth_profile *p, dciauth_span value, dciauth_span rest,
                                   param_list *list, dciauth_where *where) {
  if (!drop_end(p, &rest)) {
    return fail_at(where, DCIAUTH_E_MALFORMED_AUTH_HEADER, value.len);
  }
  while (rest.len > 0) {
    dciauth_span param;
    size_t at = offset_in(value, rest);
    if (!next_param(p, &rest, &param)) {
      return fail_at(where, DCIAUTH_E_MALFORMED_AUTH_HEADER, at + param.len);
    }
    if (!store_param(param, at, list)) {
      return fail_at(where, DCIAUTH_E_MALFORMED_AUTH_HEADER, at);
    }
  }
  for (size_t i = 0; i < NUM_PARAMS; i++) {
    if (list->values[i].len == 0) {
      return fail_at(where, DCIAUTH_E_MISSING_AUTH_PARAM, value.len);
    }
  }
  return list->repeat == 0 ? DCIAUTH_OK
                           : fail_at(where, DCIAUTH_E_DUPLICATE_AUTH_PARAM, list->repeat);
}

/* cut_last cuts the text behind the last '/' off *s; false if there is none. */
static bool cut_last(dciauth_span *s, dciauth_span *last) {
  size_t at = s->len;
  while (at > 0 && s->ptr[at - 1] != '/') {
    at--;
  }
  *last = span_from(*s, at);
  if (at == 0) {
    return false;
  }
  *s = span_to(*s, at - 1);
  return true;
}

/* split_credential cuts the four parts of the scope off the end: what is left is the access key. */
static bool split_credential(dciauth_span credential, dciauth_claim *out) {
  dciauth_span rest = credential;
  bool ok = cut_last(&rest, &out->terminator) && cut_last(&rest, &out->service) &&
            cut_last(&rest, &out->region) && cut_last(&rest, &out->date);
  out->access_key = rest;
  out->scope = ok ? span_from(credential, rest.len + 1) : dciauth_bytes(NULL, 0);
  return ok;
}

/* check_credential_part moves the place of an error from the part to the header; an empty part is
 * malformed here. */
static dciauth_status check_credential_part(dciauth_span value, dciauth_span credential,
                                            dciauth_span part, dciauth_status status,
                                            dciauth_where *where) {
  if (status == DCIAUTH_OK) {
    return DCIAUTH_OK;
  }
  size_t base = offset_in(value, part.len == 0 ? credential : part);
  return fail_at(where, status == DCIAUTH_E_ARGUMENT ? DCIAUTH_E_MALFORMED_CREDENTIAL : status,
                 base + where->offset);
}

static dciauth_status parse_credential(const dciauth_profile *p, dciauth_span value,
                                       dciauth_span credential, dciauth_claim *out,
                                       dciauth_where *where) {
  if (p->authorization == AUTHORIZATION_BARE) {
    out->access_key = credential;
    dciauth_status bare = access_key_check(p, credential, where);
    return check_credential_part(value, credential, credential, bare, where);
  }
  if (!split_credential(credential, out)) {
    return fail_at(where, DCIAUTH_E_MALFORMED_CREDENTIAL, offset_in(value, credential));
  }
  dciauth_status status = access_key_check(p, out->access_key, where);
  status = check_credential_part(value, credential, out->access_key, status, where);
  const dciauth_span parts[3] = {out->region, out->service, out->terminator};
  for (size_t i = 0; status == DCIAUTH_OK && i < 3; i++) {
    status = part_check(parts[i], DCIAUTH_MAX_SCOPE_PART, DCIAUTH_FIELD_HEADER_VALUE, where);
    status = check_credential_part(value, credential, parts[i], status, where);
  }
  if (status == DCIAUTH_OK && (out->date.len != 8 || ascii_span(out->date, ASCII_DIGIT) != 8)) {
    return fail_at(where, DCIAUTH_E_MALFORMED_CREDENTIAL, offset_in(value, out->date));
  }
  return status;
}

/* is_signed_name: a lower-case token, not Authorization itself. */
static bool is_signed_name(dciauth_span name) {
  for (size_t i = 0; i < name.len; i++) {
    if (!ascii_is(name.ptr[i], ASCII_TOKEN) || ascii_is(name.ptr[i], ASCII_UPPER)) {
      return false;
    }
  }
  return name.len > 0 && !span_eq_str(name, "authorization");
}

/* are_signed_names: each is a name and comes after the one before it; *bad is where the first that
 * is not begins. */
static bool are_signed_names(dciauth_span list, size_t *bad) {
  dciauth_span before = dciauth_bytes(NULL, 0);
  dciauth_span rest = list;
  for (bool more = true; more;) {
    span_cut_result cut = span_cut(rest, ';');
    *bad = offset_in(list, rest);
    if (!is_signed_name(cut.head) || span_cmp(before, cut.head) >= 0) {
      return false;
    }
    before = cut.head;
    rest = cut.tail;
    more = cut.ok;
  }
  return true;
}

static dciauth_status check_signed_headers(dciauth_span value, dciauth_span list,
                                           dciauth_where *where) {
  size_t at = offset_in(value, list);
  size_t bad;
  if (list.len > DCIAUTH_MAX_SIGNED_HEADERS) {
    return fail_at(where, DCIAUTH_E_LIMIT_EXCEEDED, at + DCIAUTH_MAX_SIGNED_HEADERS);
  }
  return are_signed_names(list, &bad)
             ? DCIAUTH_OK
             : fail_at(where, DCIAUTH_E_SIGNED_HEADERS_MALFORMED, at + bad);
}

dciauth_status claim_split(const dciauth_profile *p, dciauth_span value, dciauth_claim *out,
                           dciauth_span *credential, dciauth_where *where) {
  param_list params;
  clear(&params, sizeof params);
  clear(out, sizeof *out);
  memset(where, 0, sizeof *where);
  span_cut_result cut = span_cut(value, ' ');
  out->algorithm = cut.head;
  if (!span_eq(cut.head, p->algorithm)) {
    return fail_at(where, DCIAUTH_E_BAD_ALGORITHM, 0);
  }
  dciauth_status status = split_params(p, value, cut.tail, &params, where);
  if (status == DCIAUTH_OK) {
    *credential = params.values[CREDENTIAL];
    out->signed_headers = params.values[SIGNED_HEADERS];
    out->signature = params.values[SIGNATURE];
  }
  return status;
}

dciauth_status claim_check(const dciauth_profile *p, dciauth_span value, dciauth_span credential,
                           bool good_names, dciauth_claim *out, uint8_t signature[32],
                           dciauth_where *where) {
  dciauth_status status = parse_credential(p, value, credential, out, where);
  if (status == DCIAUTH_OK && !good_names) {
    status = check_signed_headers(value, out->signed_headers, where);
  }
  if (status == DCIAUTH_OK && !decode_hex32(out->signature, signature)) {
    size_t good = ascii_span(span_to(out->signature, 64), ASCII_HEX_LOWER);
    return fail_at(where, DCIAUTH_E_SIGNATURE_MALFORMED, offset_in(value, out->signature) + good);
  }
  return status;
}

dciauth_status dciauth_parse_authorization(const dciauth_profile *profile, dciauth_span value,
                                           dciauth_claim *out, dciauth_where *where) {
  dciauth_span credential;
  uint8_t signature[32];
  dciauth_status status = claim_split(profile, value, out, &credential, where);
  return status == DCIAUTH_OK
             ? claim_check(profile, value, credential, false, out, signature, where)
             : status;
}
