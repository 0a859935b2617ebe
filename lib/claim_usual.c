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

/* next_part cuts off what stands before the next reserved byte, which must be `end`. */
static ALWAYS_INLINE bool next_part(stop_list *s, size_t *at, uint8_t end, dciauth_span *part) {
  size_t stop = next_stop(s, *at);
  *part = dciauth_bytes(s->text.ptr + *at, stop - *at);
  *at = stop + 1;
  return stop < s->text.len && s->text.ptr[stop] == end && part->len > 0 &&
         part->len <= DCIAUTH_MAX_SCOPE_PART;
}

/* cut_credential goes to the comma behind the credential, from part to part. */
static bool cut_credential(const dciauth_profile *p, dciauth_span value, size_t *at,
                           dciauth_claim *out) {
  stop_list s = stop_list_of(value, *at);
  size_t begin = *at;
  bool good = p->key_parts > 0;
  for (int i = 0; good && i < p->key_parts; i++) {
    good = next_part(&s, at, '/', &out->access_key);
  }
  size_t scope = *at;
  if (!good || !next_part(&s, at, '/', &out->date) || !next_part(&s, at, '/', &out->region) ||
      !next_part(&s, at, '/', &out->service) || !next_part(&s, at, ',', &out->terminator)) {
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
