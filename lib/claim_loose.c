/* SPDX-License-Identifier: Apache-2.0 */
/* claim_loose.c - an Authorization header as python-dciauth reads it. Its functions split it at
 * single blanks into exactly four words and take, of the second and third, what stands between the
 * name and the next comma, wherever the name begins; of the fourth, all but every "Signature=". Its
 * class takes every name and every comma out of the same words. Version 1 looks for the names in
 * the header as a whole. */
/* spec: python-dciauth v2.headers.parse_headers */
/* spec: python-dciauth signature.FlaskHmacSignature.parse_headers */
/* spec: python-dciauth v1 request.AuthRequest.get_client_info */
#include "claim.h"

static dciauth_status fail_at(dciauth_where *where, dciauth_status status, size_t offset) {
  return fail(where, status, DCIAUTH_FIELD_HEADER_VALUE, 0, offset);
}

static bool split_words(dciauth_span value, dciauth_span words[4]) {
  span_cut_result cut = {{NULL, 0}, value, true};
  for (size_t i = 0; i < 4; i++) {
    if (!cut.ok) {
      return false;
    }
    cut = span_cut(cut.tail, ' ');
    words[i] = cut.head;
  }
  return !cut.ok;
}

/* between returns what stands between the first `name` and the next comma, or nothing if either is
 * missing. */
static dciauth_span between(dciauth_span word, const char *name) {
  dciauth_span first = dciauth_str(name);
  size_t at = span_find(word, first);
  if (at > word.len) {
    return dciauth_bytes(NULL, 0);
  }
  span_cut_result cut = span_cut(span_from(word, at + first.len), ',');
  return cut.ok ? cut.head : dciauth_bytes(NULL, 0);
}

/* without_name copies the word without any `name`. */
static dciauth_span without_name(dciauth_span word, const char *part, buf *b) {
  const dciauth_span name = dciauth_str(part);
  uint8_t *out = take(b, word.len, 1);
  size_t len = 0;
  for (dciauth_span rest = word; out != NULL && rest.len > 0;) {
    bool found = span_starts_with(rest, name);
    if (!found) {
      out[len++] = rest.ptr[0];
    }
    rest = span_from(rest, found ? name.len : 1);
  }
  return out == NULL ? dciauth_bytes(NULL, 0) : dciauth_bytes(out, len);
}

/* split_credential cuts type/id/date/region/service/terminator: exactly six parts, empty ones too.
 */
static bool split_credential(dciauth_span credential, dciauth_claim *out) {
  dciauth_span parts[6];
  span_cut_result cut = {{NULL, 0}, credential, true};
  for (size_t i = 0; i < 6; i++) {
    if (!cut.ok) {
      return false;
    }
    cut = span_cut(cut.tail, '/');
    parts[i] = cut.head;
  }
  if (cut.ok) {
    return false;
  }
  size_t key = parts[0].len + 1 + parts[1].len;
  out->access_key = span_to(credential, key);
  out->scope = span_from(credential, key + 1);
  out->date = parts[2];
  out->region = parts[3];
  out->service = parts[4];
  out->terminator = parts[5];
  return true;
}

dciauth_status claim_parse_loose(dciauth_span value, buf *b, dciauth_claim *out,
                                 dciauth_where *where) {
  dciauth_span words[4];
  memset(out, 0, sizeof *out);
  if (!split_words(value, words)) {
    return fail_at(where, DCIAUTH_E_MALFORMED_AUTH_HEADER, 0);
  }
  out->algorithm = words[0];
  out->signed_headers = between(words[2], "SignedHeaders=");
  out->signature = without_name(words[3], "Signature=", b);
  if (b->full) {
    return DCIAUTH_E_SPACE;
  }
  dciauth_span credential = between(words[1], "Credential=");
  return split_credential(credential, out)
             ? DCIAUTH_OK
             : fail_at(where, DCIAUTH_E_MALFORMED_CREDENTIAL, words[0].len + 1);
}

/* without_both copies the word without any `name`, and of what is left, without any comma. */
static dciauth_span without_both(dciauth_span word, const char *name, buf *b) {
  return without_name(without_name(word, name, b), ",", b);
}

/* split_at_end cuts the last four parts off, whatever the key is: false if there are fewer. */
static bool split_at_end(dciauth_span credential, dciauth_claim *out) {
  dciauth_span *const parts[4] = {&out->terminator, &out->service, &out->region, &out->date};
  dciauth_span rest = credential;
  for (size_t i = 0; i < 4; i++) {
    size_t at = rest.len;
    while (at > 0 && rest.ptr[at - 1] != '/') {
      at--;
    }
    if (at == 0) {
      return false;
    }
    *parts[i] = span_from(rest, at);
    rest = span_to(rest, at - 1);
  }
  out->access_key = rest;
  out->scope = span_from(credential, rest.len + 1);
  return true;
}

dciauth_status claim_parse_class(dciauth_span value, buf *b, dciauth_claim *out,
                                 dciauth_where *where) {
  dciauth_span words[4];
  memset(out, 0, sizeof *out);
  if (!split_words(value, words)) {
    return fail_at(where, DCIAUTH_E_MALFORMED_AUTH_HEADER, 0);
  }
  dciauth_span credential = without_both(words[1], "Credential=", b);
  out->algorithm = words[0];
  out->signed_headers = without_both(words[2], "SignedHeaders=", b);
  out->signature = without_name(words[3], "Signature=", b);
  if (b->full) {
    return DCIAUTH_E_SPACE;
  }
  return split_at_end(credential, out)
             ? DCIAUTH_OK
             : fail_at(where, DCIAUTH_E_MALFORMED_CREDENTIAL, words[0].len + 1);
}

dciauth_status claim_parse_v1(dciauth_span value, dciauth_claim *out, dciauth_where *where) {
  memset(out, 0, sizeof *out);
  dciauth_span credential = between(value, "Credential=");
  span_cut_result type = span_cut(credential, '/');
  if (!type.ok) {
    return fail_at(where, DCIAUTH_E_MALFORMED_CREDENTIAL, 0);
  }
  out->access_key = span_to(credential, type.head.len + 1 + span_cut(type.tail, '/').head.len);
  out->signed_headers = between(value, "SignedHeaders=");
  out->signature = between(value, "Signature=");
  return DCIAUTH_OK;
}
