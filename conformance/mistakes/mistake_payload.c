/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_payload.c - mistakes in the last line of the canonical request, and in the first. Where
 * the signer adds the payload's hash as a header, what it has wrong it sends wrong. */
#include "mistake.h"
#include "mistake_escape.h"
#include "mistake_hash.h"
#include "mistake_values.h"

static void put_payload(const mistake_case *c, dciauth_span payload, parts *out) {
  parts_put(out, PART_PAYLOAD, payload);
  if ((c->row & ROW_HASH_REQUIRED) != 0) {
    text was = {0}, is = {0};
    value_lower(dciauth_str(row_text(c->in.profile, "payload_header")), &was);
    text_puts(&was, ":");
    text_put_span(&is, text_span(&was));
    text_put_span(&was, text_span(&c->right.value[PART_PAYLOAD]));
    text_put_span(&is, payload);
    escape_replace(text_span(&c->right.value[PART_HEADERS]), was.ptr, is.ptr,
                   parts_begin(out, PART_HEADERS));
    text_free(&was);
    text_free(&is);
  }
}

static void make_hash_of_nothing(const mistake_case *c, const void *how, parts *out) {
  text hash = {0};
  (void)how;
  hash_hex(dciauth_bytes(NULL, 0), &hash);
  put_payload(c, text_span(&hash), out);
  text_free(&hash);
}

static void make_hash_of_body(const mistake_case *c, const void *how, parts *out) {
  text hash = {0};
  (void)how;
  hash_hex(c->in.request.body, &hash);
  put_payload(c, text_span(&hash), out);
  text_free(&hash);
}

static void make_literal(const mistake_case *c, const void *how, parts *out) {
  put_payload(c, dciauth_str(how), out);
}

static void make_upper_hash(const mistake_case *c, const void *how, parts *out) {
  text upper = {0};
  (void)how;
  value_upper(text_span(&c->right.value[PART_PAYLOAD]), &upper);
  put_payload(c, text_span(&upper), out);
  text_free(&upper);
}

static void make_no_hash(const mistake_case *c, const void *how, parts *out) {
  (void)c;
  (void)how;
  parts_begin(out, PART_PAYLOAD);
}

static void make_upper_method(const mistake_case *c, const void *how, parts *out) {
  (void)how;
  value_upper(c->in.request.method, parts_begin(out, PART_METHOD));
}

static void make_method_as_sent(const mistake_case *c, const void *how, parts *out) {
  (void)how;
  parts_put(out, PART_METHOD, c->in.request.method);
}

static const mistake table[] = {
    {"method put into upper case", ROW_METHOD_AS_SENT, make_upper_method, NULL},
    {"method as sent, not in upper case", ROW_METHOD_UPPER, make_method_as_sent, NULL},
    {"hash of an empty body", 0, make_hash_of_nothing, NULL},
    {"hash of the body in place of the payload literal", 0, make_hash_of_body, NULL},
    {"UNSIGNED-PAYLOAD in place of the hash of the body", 0, make_literal, "UNSIGNED-PAYLOAD"},
    {"hash of the body in upper-case hex", 0, make_upper_hash, NULL},
    {"hash of the body left out", 0, make_no_hash, NULL},
};

mistake_group mistakes_of_payload(void) {
  return (mistake_group){table, sizeof table / sizeof *table};
}
