/* SPDX-License-Identifier: Apache-2.0 */
/* payload.c - the payload hash: that of the body, or a literal that says why there is none. Whether
 * the body is covered is decided by the header that is signed, never by bytes of the body. */
/* spec: aws-sigv4 Hashed payload */
/* spec: aws-s3-sigv4 Signature calculations: transferring payload in a single chunk */
#include "payload.h"

#include "ascii.h"
#include "codec.h"
#include "crypto.h"

/* The first is the one that can be verified without reading a stream. */
static const char *const literals[] = {
    "UNSIGNED-PAYLOAD",
    "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
    "STREAMING-AWS4-HMAC-SHA256-EVENTS",
    "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD",
    "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER",
};

static bool is_unsigned(dciauth_span s) {
  return span_eq_str(s, literals[0]);
}

static bool is_hash(dciauth_span s) {
  return s.len == 64 && ascii_span(s, ASCII_HEX_LOWER) == 64;
}

static bool is_literal(dciauth_span s) {
  for (size_t i = 0; i < sizeof literals / sizeof literals[0]; i++) {
    if (span_eq_str(s, literals[i])) {
      return true;
    }
  }
  return false;
}

static dciauth_status fail_hash(dciauth_where *where, dciauth_status status, size_t offset) {
  return fail(where, status, DCIAUTH_FIELD_PAYLOAD_HASH, 0, offset);
}

dciauth_status payload_of_request(const dciauth_profile *p, const dciauth_request *request,
                                  char digest[64], dciauth_span *out, dciauth_where *where) {
  dciauth_span given = request->payload_hash;
  *out = given;
  if (given.len > DCIAUTH_MAX_PAYLOAD_HASH) {
    return fail_hash(where, DCIAUTH_E_LIMIT_EXCEEDED, DCIAUTH_MAX_PAYLOAD_HASH);
  }
  if (given.len > 0 && is_literal(given)) {
    return p->payload == PAYLOAD_BODY ? fail_hash(where, DCIAUTH_E_PAYLOAD_MODE_NOT_ALLOWED, 0)
                                      : DCIAUTH_OK;
  }
  if (given.len > 0) {
    size_t good = ascii_span(given, ASCII_HEX_LOWER);
    return is_hash(given) ? DCIAUTH_OK : fail_hash(where, DCIAUTH_E_PAYLOAD_HASH_INVALID, good);
  }
  if (request->body.len == 0) {
    *out = dciauth_str("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    return DCIAUTH_OK;
  }
  uint8_t hash[32];
  dciauth_status status = crypto_sha256(request->body, NULL, hash);
  encode_hex32(hash, digest);
  *out = dciauth_bytes(digest, 64);
  return status == DCIAUTH_OK ? DCIAUTH_OK : fail(where, status, DCIAUTH_FIELD_BODY, 0, 0);
}

static const header_item *payload_header(const dciauth_profile *p, const header_list *list) {
  return p->payload == PAYLOAD_BODY ? NULL : headers_find(list, p->payload_header.lower);
}

static dciauth_status fail_line(dciauth_where *where, dciauth_status status,
                                const header_list *list, const header_item *line) {
  return fail(where, status, DCIAUTH_FIELD_HEADER_VALUE, header_index(list, line), 0);
}

/* vector: aws4/payload/header-preset-twice */
dciauth_status payload_check_signed(const dciauth_profile *p, const header_list *list,
                                    dciauth_span payload, dciauth_where *where) {
  const header_item *line = payload_header(p, list);
  const header_item *second = line == NULL ? NULL : headers_next(list, line);
  if (line == NULL || (second == NULL && span_eq(trim_value(p, line->pair->value), payload))) {
    return DCIAUTH_OK;
  }
  return fail_line(where, DCIAUTH_E_PAYLOAD_HASH_MISMATCH, list, second != NULL ? second : line);
}

/* is_upper_hash: it would be a hash in lower case. */
COLD static bool is_upper_hash(dciauth_span s) {
  return s.len == 64 && ascii_span(s, ASCII_HEX) == 64;
}

/* vector: aws4-s3/verify/unsigned-trailer, aws4-s3/verify/unsigned-hash-changed */
dciauth_status payload_verify(const dciauth_profile *p, const header_list *list, unsigned allow,
                              dciauth_span *payload, bool *body_covered, dciauth_where *where) {
  const header_item *line = payload_header(p, list);
  *body_covered = true;
  if (line == NULL) {
    return p->payload == PAYLOAD_HEADER_REQUIRED && (allow & DCIAUTH_ALLOW_NO_PAYLOAD_HEADER) == 0
               ? fail(where, DCIAUTH_E_PAYLOAD_HASH_MISSING, DCIAUTH_FIELD_HEADERS, 0, 0)
               : DCIAUTH_OK;
  }
  dciauth_span value = trim_value(p, line->pair->value);
  bool upper = (allow & DCIAUTH_ALLOW_UPPER_PAYLOAD_HASH) != 0 && is_upper_hash(value);
  if (headers_next(list, line) != NULL || (!is_hash(value) && !upper && !is_literal(value))) {
    return fail_line(where, DCIAUTH_E_PAYLOAD_HASH_INVALID, list, line);
  }
  if (is_unsigned(value)) {
    *payload = value;
    *body_covered = false;
    return (allow & DCIAUTH_ALLOW_UNSIGNED_PAYLOAD) != 0
               ? DCIAUTH_OK
               : fail_line(where, DCIAUTH_E_UNSIGNED_PAYLOAD_FORBIDDEN, list, line);
  }
  if (is_literal(value)) {
    return fail_line(where, DCIAUTH_E_PAYLOAD_MODE_NOT_ALLOWED, list, line);
  }
  if (upper ? !ascii_eq_lower(*payload, value) : !span_eq(value, *payload)) {
    return fail_line(where, DCIAUTH_E_PAYLOAD_HASH_MISMATCH, list, line);
  }
  *payload = upper ? value : *payload; /* what was signed is the text */
  return DCIAUTH_OK;
}

dciauth_status dciauth_payload_hash(const dciauth_profile *profile, const dciauth_request *request,
                                    dciauth_work work, dciauth_text *out) {
  char digest[64];
  dciauth_span hash;
  memset(out, 0, sizeof *out);
  dciauth_status status = payload_of_request(profile, request, digest, &hash, &out->where);
  if (status != DCIAUTH_OK) {
    return status;
  }
  buf b = buf_of(work);
  put_span(&b, hash);
  out->text = buf_since(&b, 0);
  return b.full ? DCIAUTH_E_SPACE : DCIAUTH_OK;
}
