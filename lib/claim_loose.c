/* SPDX-License-Identifier: Apache-2.0 */
/* claim_loose.c - an Authorization header as python-dciauth 2.1.7 reads it: split at single blanks
 * into exactly four words; in the second and third, what stands between the name and the next
 * comma, wherever the name begins; in the fourth, every "Signature=" taken out. */
/* spec: python-dciauth v2.headers.parse_headers */
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

/* without_name copies the word without any "Signature=". */
static dciauth_span without_name(dciauth_span word, buf *b) {
  const dciauth_span name = dciauth_str("Signature=");
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
  out->signature = without_name(words[3], b);
  if (b->full) {
    return DCIAUTH_E_SPACE;
  }
  dciauth_span credential = between(words[1], "Credential=");
  return split_credential(credential, out)
             ? DCIAUTH_OK
             : fail_at(where, DCIAUTH_E_MALFORMED_CREDENTIAL, words[0].len + 1);
}
