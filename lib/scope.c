/* SPDX-License-Identifier: Apache-2.0 */
/* scope.c - the credential scope, which says for what day, region and service a key was made, and
 * the string to sign, which binds it to the hash of the canonical request. AWS's constants are
 * fixed; those of python-dciauth's functions are the caller's, and a scope date may differ from the
 * day of the request; version 1 of it has the date alone. */
/* spec: aws-sigv4 Create a string to sign */
/* spec: python-dciauth v2.headers._get_string_to_sign */
/* spec: python-dciauth signature.Signature._create_string_to_sign */
#include "scope.h"

#include "ascii.h"
#include "codec.h"
#include "crypto.h"
#include "timestamp.h"

void scope_fill(const dciauth_profile *p, dciauth_scope *scope) {
  scope->algorithm = span_or(scope->algorithm, p->algorithm);
  scope->region = span_or(scope->region, p->default_region);
  scope->service = span_or(scope->service, p->default_service);
  scope->terminator = span_or(scope->terminator, p->terminator);
}

size_t scope_parts(const dciauth_profile *p, const dciauth_scope *scope,
                   dciauth_span parts[MAX_SCOPE_PARTS]) {
  parts[0] = scope->date;
  if (p->scope == SCOPE_DATE) {
    return 1;
  }
  parts[1] = scope->region;
  parts[2] = scope->service;
  parts[3] = scope->terminator;
  return 4;
}

dciauth_status part_check(dciauth_span part, size_t max, dciauth_field field,
                          dciauth_where *where) {
  size_t good = ascii_span(part, ASCII_SCOPE);
  if (part.len == 0) {
    return fail(where, DCIAUTH_E_ARGUMENT, field, 0, 0);
  }
  if (part.len > max) {
    return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, field, 0, max);
  }
  return good == part.len ? DCIAUTH_OK
                          : fail(where, DCIAUTH_E_MALFORMED_CREDENTIAL, field, 0, good);
}

/* find_bad_key_byte returns the offset of the first byte that cannot stand there, or key.len;
 * *slashes counts. */
static size_t find_bad_key_byte(const dciauth_profile *p, dciauth_span key, int *slashes) {
  *slashes = 0;
  for (size_t i = 0; i < key.len; i++) {
    if (ascii_is(key.ptr[i], ASCII_SCOPE)) {
      continue;
    }
    *slashes += key.ptr[i] == '/';
    if (key.ptr[i] != '/' || i == 0 || key.ptr[i - 1] == '/' || *slashes == p->key_parts) {
      return i;
    }
  }
  return key.len;
}

dciauth_status access_key_check(const dciauth_profile *p, dciauth_span key, dciauth_where *where) {
  int slashes;
  if (key.len == 0) {
    return fail(where, DCIAUTH_E_ARGUMENT, DCIAUTH_FIELD_ACCESS_KEY, 0, 0);
  }
  if (key.len > DCIAUTH_MAX_ACCESS_KEY) {
    return fail(where, DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_FIELD_ACCESS_KEY, 0,
                DCIAUTH_MAX_ACCESS_KEY);
  }
  size_t bad = find_bad_key_byte(p, key, &slashes);
  bool all_parts = p->key_parts == 0 || slashes == p->key_parts - 1;
  if (bad == key.len && all_parts && key.ptr[key.len - 1] != '/') {
    return DCIAUTH_OK;
  }
  return fail(where, DCIAUTH_E_MALFORMED_CREDENTIAL, DCIAUTH_FIELD_ACCESS_KEY, 0, bad);
}

static dciauth_status check_date(dciauth_span date, dciauth_where *where) {
  size_t offset;
  return timestamp_is_day(date, &offset)
             ? DCIAUTH_OK
             : fail(where, DCIAUTH_E_MALFORMED_DATE, DCIAUTH_FIELD_DATESTAMP, 0, offset);
}

/* check_constant: a part that the row fixes must be the row's. */
static dciauth_status check_constant(const dciauth_profile *p, dciauth_span part,
                                     dciauth_span fixed, dciauth_status status, dciauth_field field,
                                     dciauth_where *where) {
  if (p->constants == CONSTANTS_FIXED) {
    bool same = part.ptr == fixed.ptr && part.len == fixed.len; /* filled in from the row */
    return same || span_eq(part, fixed) ? DCIAUTH_OK : fail(where, status, field, 0, 0);
  }
  return part_check(part, DCIAUTH_MAX_SCOPE_PART, field, where);
}

/* check_absent: a scope of the date alone has no place for the others. */
static dciauth_status check_absent(const dciauth_scope *s, dciauth_where *where) {
  const struct {
    dciauth_span part;
    dciauth_field field;
  } parts[] = {{s->region, DCIAUTH_FIELD_REGION},
               {s->service, DCIAUTH_FIELD_SERVICE},
               {s->terminator, DCIAUTH_FIELD_TERMINATOR}};
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
    if (parts[i].part.len > 0) {
      return fail(where, DCIAUTH_E_ARGUMENT, parts[i].field, 0, 0);
    }
  }
  return DCIAUTH_OK;
}

static dciauth_status check_places(const dciauth_profile *p, const dciauth_scope *s,
                                   dciauth_where *where) {
  if (p->scope == SCOPE_DATE) {
    return check_absent(s, where);
  }
  dciauth_status status =
      part_check(s->region, DCIAUTH_MAX_SCOPE_PART, DCIAUTH_FIELD_REGION, where);
  if (status == DCIAUTH_OK) {
    status = part_check(s->service, DCIAUTH_MAX_SCOPE_PART, DCIAUTH_FIELD_SERVICE, where);
  }
  if (status == DCIAUTH_OK) {
    status = check_constant(p, s->terminator, p->terminator, DCIAUTH_E_SCOPE_TERMINATOR,
                            DCIAUTH_FIELD_TERMINATOR, where);
  }
  return status;
}

static dciauth_status check_algorithm(const dciauth_profile *p, const dciauth_scope *s,
                                      dciauth_where *where) {
  return check_constant(p, s->algorithm, p->algorithm, DCIAUTH_E_BAD_ALGORITHM,
                        DCIAUTH_FIELD_ALGORITHM, where);
}

dciauth_status scope_check(const dciauth_profile *p, const dciauth_scope *s, dciauth_where *where) {
  dciauth_status status = check_algorithm(p, s, where);
  if (status == DCIAUTH_OK) {
    status = check_date(s->date, where);
  }
  return status == DCIAUTH_OK ? check_places(p, s, where) : status;
}

dciauth_status scope_check_undated(const dciauth_profile *p, const dciauth_scope *s,
                                   dciauth_where *where) {
  dciauth_status status = check_algorithm(p, s, where);
  return status == DCIAUTH_OK ? check_places(p, s, where) : status;
}

static uint8_t *copy_part(uint8_t *out, uint8_t before, dciauth_span part) {
  *out = before;
  return copy_span(out + 1, part);
}

/* put_scope appends the parts joined by '/'. */
static void put_scope(const dciauth_profile *p, const dciauth_scope *s, buf *b) {
  size_t rest = s->region.len + s->service.len + s->terminator.len + 3;
  size_t len = s->date.len + (p->scope == SCOPE_DATE ? 0 : rest);
  uint8_t *at = len == 0 ? NULL : put_room(b, len);
  if (at == NULL) {
    return;
  }
  at = copy_span(at, s->date);
  if (p->scope != SCOPE_DATE) {
    at = copy_part(at, '/', s->region);
    at = copy_part(at, '/', s->service);
    copy_part(at, '/', s->terminator);
  }
}

dciauth_status put_string_to_sign(const dciauth_profile *p, const dciauth_scope *scope,
                                  dciauth_span timestamp, dciauth_span canonical_request,
                                  uint8_t *room, buf *b, dciauth_span *text) {
  uint8_t hash[32];
  if (b->full) {
    return DCIAUTH_E_SPACE;
  }
  uint8_t *at = put_room(b, scope->algorithm.len + timestamp.len + 2);
  if (at != NULL) {
    at = copy_span(at, scope->algorithm);
    at = copy_part(at, '\n', timestamp);
    *at = '\n';
  }
  size_t mark = b->len;
  put_scope(p, scope, b);
  *text = buf_since(b, mark);
  put_byte(b, '\n');
  dciauth_status status = crypto_sha256(canonical_request, room, hash);
  put_hex32(b, hash);
  return status != DCIAUTH_OK ? status : b->full ? DCIAUTH_E_SPACE : DCIAUTH_OK;
}

size_t scope_bound(const dciauth_scope *s, dciauth_span timestamp) {
  size_t parts = plus(plus(s->date.len, s->region.len), plus(s->service.len, s->terminator.len));
  return plus(plus(s->algorithm.len, timestamp.len), plus(parts, 3 + 3 + 64));
}

dciauth_status dciauth_string_to_sign(const dciauth_profile *profile, const dciauth_scope *scope,
                                      dciauth_span timestamp, dciauth_span canonical_request,
                                      dciauth_work work, dciauth_text *out) {
  memset(out, 0, sizeof *out);
  dciauth_scope full = *scope;
  scope_fill(profile, &full);
  int64_t unix_time;
  size_t offset;
  if (!dciauth_timestamp_parse(timestamp, &unix_time, &offset)) {
    return fail(&out->where, DCIAUTH_E_MALFORMED_DATE, DCIAUTH_FIELD_TIMESTAMP, 0, offset);
  }
  full.date = full.date.len > 0 ? full.date : span_to(timestamp, 8);
  dciauth_status status = scope_check(profile, &full, &out->where);
  if (status != DCIAUTH_OK) {
    return status;
  }
  buf b = buf_of(work);
  dciauth_span scope_text;
  status = put_string_to_sign(profile, &full, timestamp, canonical_request, NULL, &b, &scope_text);
  out->text = status == DCIAUTH_OK ? buf_since(&b, 0) : dciauth_bytes(NULL, 0);
  return status;
}
