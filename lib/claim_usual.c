/* SPDX-License-Identifier: Apache-2.0 */
/* claim_usual.c - an Authorization header as nearly every signer writes it, read where its parts
 * must stand: "ALGORITHM Credential=…, SignedHeaders=…, Signature=…" in this order, with unreserved
 * bytes in Credential. Any other is left to claim.c, which reads it or finds what is wrong. */
#include "ascii.h"
#include "claim.h"
#include "codec.h"

/* skip: the text stands at *at; goes behind it. */
static inline bool skip(dciauth_span value, size_t *at, dciauth_span text) {
  bool there = text.len <= value.len - *at && word_same(value.ptr + *at, text.ptr, text.len);
  *at += there ? text.len : 0;
  return there;
}

/* cut_credential goes to the comma behind the credential, from part to part: each ends at the next
 * reserved byte. An algorithm with such a byte in it, which a row of the caller's may have, is
 * not usual. */
static bool cut_credential(const dciauth_profile *p, dciauth_span value, size_t *at,
                           dciauth_claim *out) {
  dciauth_span *const places[] = {&out->date, &out->region, &out->service, &out->terminator};
  stop_list s = stop_list_of(value, 0);
  size_t begin = *at;
  size_t scope = begin;
  int last = p->key_parts + 3;
  bool good = p->key_parts > 0 && next_stop(&s, 0) == p->algorithm.len;
  for (int i = 0; good && i <= last; i++) {
    size_t stop = next_stop(&s, *at);
    dciauth_span part = dciauth_bytes(value.ptr + *at, stop - *at);
    good = stop < value.len && value.ptr[stop] == (i < last ? '/' : ',') && part.len > 0 &&
           part.len <= DCIAUTH_MAX_SCOPE_PART;
    *at = stop + 1;
    if (i < p->key_parts) {
      scope = *at;
    } else {
      *places[i - p->key_parts] = part;
    }
  }
  if (!good) {
    return false;
  }
  *at -= 1;
  out->access_key = dciauth_bytes(value.ptr + begin, scope - 1 - begin);
  out->scope = dciauth_bytes(value.ptr + scope, *at - scope);
  return out->access_key.len <= DCIAUTH_MAX_ACCESS_KEY && out->date.len == WORD &&
         word_within(word_at(out->date.ptr), '0', '9') == WORD_TOPS;
}

bool claim_read_usual(const dciauth_profile *p, dciauth_span value, dciauth_claim *out,
                      uint8_t signature[32]) {
  const dciauth_span before_signature = dciauth_str(", Signature=");
  size_t at = 0;
  if (p->authorization != AUTHORIZATION_SCOPE || value.len < before_signature.len + 64 ||
      !skip(value, &at, p->algorithm) || !skip(value, &at, dciauth_str(" Credential=")) ||
      !cut_credential(p, value, &at, out) || !skip(value, &at, dciauth_str(", SignedHeaders="))) {
    return false;
  }
  size_t end = value.len - before_signature.len - 64;
  size_t tail = end;
  if (at >= end || !skip(value, &tail, before_signature)) {
    return false;
  }
  out->algorithm = span_to(value, p->algorithm.len);
  out->signed_headers = dciauth_bytes(value.ptr + at, end - at);
  out->signature = dciauth_bytes(value.ptr + tail, 64);
  return decode_hex32(out->signature, signature);
}
