/* SPDX-License-Identifier: Apache-2.0 */
/* cache_tag.c - by what a kept key is found: a hash of the access key and of all that the key is
 * made of, and a place that follows from all of it but the secret. Who makes claims can make
 * several fall to one place, which costs the requests there a comparison of 32 bytes for each;
 * under the strict policy an access key has one claim a day. */
#include "cache_tag.h"

#include "crypto.h"
#include "key.h"
#include "scope.h"

enum { SHORT_SECRET = 64, MAX_PREFIX = 255 };

/* tag_text is what a tag is the hash of: each piece behind its length; of a long secret its hash,
 * behind its own length all the same. */
typedef struct {
  uint8_t bytes[(3 + MAX_SCOPE_PARTS) * 2 + DCIAUTH_MAX_ACCESS_KEY + MAX_PREFIX + SHORT_SECRET +
                MAX_SCOPE_PARTS * DCIAUTH_MAX_SCOPE_PART];
  size_t len;
} tag_text;

static void put_piece(tag_text *t, size_t len, dciauth_span piece) {
  t->bytes[t->len++] = (uint8_t)(len >> 8);
  t->bytes[t->len++] = (uint8_t)len;
  if (piece.len > 0) {
    memcpy(t->bytes + t->len, piece.ptr, piece.len);
  }
  t->len += piece.len;
}

static dciauth_status put_secret(tag_text *t, dciauth_span secret) {
  uint8_t hash[32];
  if (secret.len <= SHORT_SECRET) {
    put_piece(t, secret.len, secret);
    return DCIAUTH_OK;
  }
  dciauth_status status = crypto_sha256(secret, NULL, hash);
  put_piece(t, secret.len, dciauth_bytes(hash, sizeof hash));
  crypto_wipe(hash, sizeof hash);
  return status;
}

/* put_claim puts what the key is made of beside the secret: its prefix and the scope. */
static dciauth_status put_claim(tag_text *t, const dciauth_profile *p, dciauth_span access_key,
                                const dciauth_scope *scope) {
  uint8_t room[DCIAUTH_MAX_SCOPE_PART];
  dciauth_span parts[MAX_SCOPE_PARTS];
  dciauth_span prefix;
  dciauth_status status = key_prefix(p, scope->algorithm, room, &prefix);
  if (status != DCIAUTH_OK || access_key.len > DCIAUTH_MAX_ACCESS_KEY || prefix.len > MAX_PREFIX) {
    return DCIAUTH_E_LIMIT_EXCEEDED;
  }
  put_piece(t, access_key.len, access_key);
  put_piece(t, prefix.len, prefix);
  size_t num = scope_parts(p, scope, parts);
  for (size_t i = 0; i < num; i++) {
    if (parts[i].len > DCIAUTH_MAX_SCOPE_PART) {
      return DCIAUTH_E_LIMIT_EXCEEDED;
    }
    put_piece(t, parts[i].len, parts[i]);
  }
  return DCIAUTH_OK;
}

/* place_of spreads; it need not be hard to invert. */
static uint64_t place_of(dciauth_span text) {
  uint64_t sum = text.len;
  for (; text.len > 0; text = span_from(text, WORD)) {
    sum = (sum ^ word_of(text)) * UINT64_C(0x9e3779b97f4a7c15);
    sum ^= sum >> 32;
  }
  return sum;
}

dciauth_status cache_tag_of(const dciauth_profile *p, dciauth_span access_key,
                            const dciauth_scope *scope, dciauth_span secret, cache_tag *out) {
  tag_text t;
  t.len = 0;
  dciauth_status status = secret.len > DCIAUTH_MAX_SECRET ? DCIAUTH_E_LIMIT_EXCEEDED : DCIAUTH_OK;
  if (status == DCIAUTH_OK) {
    status = put_claim(&t, p, access_key, scope);
  }
  out->place = place_of(dciauth_bytes(t.bytes, t.len));
  if (status == DCIAUTH_OK) {
    status = put_secret(&t, secret);
  }
  if (status == DCIAUTH_OK) {
    status = crypto_sha256(dciauth_bytes(t.bytes, t.len), NULL, out->tag);
  }
  crypto_wipe(t.bytes, t.len);
  return status;
}
