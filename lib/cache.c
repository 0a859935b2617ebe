/* SPDX-License-Identifier: Apache-2.0 */
/* cache.c - signing keys kept for the next request, in slots of the caller's. A slot is found by a
 * tag: the hash of the access key and of all that the key is made of, the secret among them. So
 * another day, region or dialect is another slot, a secret that was replaced never finds the key of
 * the old one, and two clients never share one. The slots in use are chained twice: by tag, and in
 * the order of their last use. */
#include "crypto.h"
#include "key.h"
#include "scope.h"

enum { NONE = UINT32_MAX, SHORT_SECRET = 64, USUAL_SECRET = 40, MAX_PREFIX = 255 };

/* ---- The order of use ------------------------------------------------------------------------ */

/* leave takes a slot out of the order. */
static void leave(dciauth_cache *c, uint32_t i) {
  const dciauth_cache_slot *s = &c->slots[i];
  if (s->newer == NONE) {
    c->newest = s->older;
  } else {
    c->slots[s->newer].older = s->older;
  }
  if (s->older == NONE) {
    c->oldest = s->newer;
  } else {
    c->slots[s->older].newer = s->newer;
  }
}

static void enter_as_newest(dciauth_cache *c, uint32_t i) {
  c->slots[i].newer = NONE;
  c->slots[i].older = c->newest;
  if (c->newest == NONE) {
    c->oldest = i;
  } else {
    c->slots[c->newest].newer = i;
  }
  c->newest = i;
}

/* touch makes a slot the one that was used last. */
static void touch(dciauth_cache *c, uint32_t i) {
  leave(c, i);
  enter_as_newest(c, i);
}

/* ---- The chains of tags ---------------------------------------------------------------------- */

/* head_of points at the head of the chain of a tag: slot i has that of all tags that fall to i. */
static uint32_t *head_of(dciauth_cache *c, const uint8_t tag[32]) {
  return &c->slots[word_at(tag) % c->num_slots].head;
}

static uint32_t find(dciauth_cache *c, const uint8_t tag[32]) {
  uint32_t i = *head_of(c, tag);
  while (i != NONE && !crypto_equal32(c->slots[i].tag, tag)) {
    i = c->slots[i].next;
  }
  return i;
}

static void unchain(dciauth_cache *c, uint32_t i) {
  uint32_t *link = head_of(c, c->slots[i].tag);
  while (*link != i) {
    link = &c->slots[*link].next;
  }
  *link = c->slots[i].next;
}

static void wipe_slot(dciauth_cache_slot *s) {
  crypto_wipe(s->tag, sizeof s->tag);
  dciauth_key_wipe(&s->key);
}

/* free_slot returns one that was never used, or the one that was not for the longest time. */
static uint32_t free_slot(dciauth_cache *c) {
  if (c->num_used < c->num_slots) {
    return (uint32_t)c->num_used++;
  }
  uint32_t i = c->oldest;
  leave(c, i);
  unchain(c, i);
  wipe_slot(&c->slots[i]);
  return i;
}

static void keep(dciauth_cache *c, const uint8_t tag[32], const dciauth_key *key) {
  uint32_t i = free_slot(c);
  dciauth_cache_slot *s = &c->slots[i];
  uint32_t *head = head_of(c, tag);
  memcpy(s->tag, tag, sizeof s->tag);
  s->key = *key;
  s->next = *head;
  *head = i;
  enter_as_newest(c, i);
}

/* ---- Tags ------------------------------------------------------------------------------------ */

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

static dciauth_status tag_of(const dciauth_profile *p, dciauth_span access_key,
                             const dciauth_scope *scope, dciauth_span secret, uint8_t tag[32]) {
  tag_text t;
  t.len = 0;
  dciauth_status status = secret.len > DCIAUTH_MAX_SECRET ? DCIAUTH_E_LIMIT_EXCEEDED : DCIAUTH_OK;
  if (status == DCIAUTH_OK) {
    status = put_claim(&t, p, access_key, scope);
  }
  if (status == DCIAUTH_OK) {
    status = put_secret(&t, secret);
  }
  if (status == DCIAUTH_OK) {
    status = crypto_sha256(dciauth_bytes(t.bytes, t.len), NULL, tag);
  }
  crypto_wipe(t.bytes, t.len);
  return status;
}

/* ---- The calls ------------------------------------------------------------------------------- */

/* forget leaves every slot unused; what is in them is overwritten before that. */
static void forget(dciauth_cache *c) {
  c->num_used = 0;
  c->newest = NONE;
  c->oldest = NONE;
  for (size_t i = 0; i < c->num_slots; i++) {
    c->slots[i].head = NONE;
  }
}

dciauth_status dciauth_cache_init(dciauth_cache *cache, dciauth_cache_slot *slots,
                                  size_t num_slots) {
  clear(cache, sizeof *cache);
  if (num_slots == 0 || num_slots >= NONE) {
    return DCIAUTH_E_ARGUMENT;
  }
  cache->slots = slots;
  cache->num_slots = num_slots;
  cache->secret_len = USUAL_SECRET;
  clear(slots, num_slots * sizeof *slots);
  forget(cache);
  return crypto_hmac_key(dciauth_str("nobody"), dciauth_bytes(NULL, 0), &cache->nobody);
}

void dciauth_cache_clear(dciauth_cache *cache) {
  for (size_t i = 0; i < cache->num_used; i++) {
    wipe_slot(&cache->slots[i]);
  }
  forget(cache);
}

/* find_nobody does for no secret what is done for one whose key is kept: the tag of a secret as
 * long as others, a comparison with a slot, and the order of use, which stays as it is. */
static dciauth_status find_nobody(dciauth_cache *c, const dciauth_profile *p,
                                  const dciauth_claim *claim, const dciauth_scope *scope,
                                  dciauth_key *out) {
  static const uint8_t secret[DCIAUTH_MAX_SECRET];
  uint8_t tag[32];
  clear(out, sizeof *out);
  dciauth_status status =
      tag_of(p, claim->access_key, scope, dciauth_bytes(secret, c->secret_len), tag);
  if (status == DCIAUTH_OK && find(c, tag) == NONE && c->newest != NONE &&
      !crypto_equal32(c->slots[c->newest].tag, tag)) {
    touch(c, c->newest);
  }
  *out = c->nobody;
  return DCIAUTH_E_UNKNOWN_KEY;
}

dciauth_status dciauth_cache_key(dciauth_cache *cache, const dciauth_profile *profile,
                                 const dciauth_claim *claim, dciauth_span secret,
                                 dciauth_key *out) {
  const dciauth_scope scope = {claim->algorithm, claim->date, claim->region, claim->service,
                               claim->terminator};
  if (secret.len == 0) {
    return find_nobody(cache, profile, claim, &scope, out);
  }
  uint8_t tag[32];
  clear(out, sizeof *out);
  dciauth_status status = tag_of(profile, claim->access_key, &scope, secret, tag);
  if (status != DCIAUTH_OK) {
    return status;
  }
  cache->secret_len = secret.len;
  uint32_t i = find(cache, tag);
  if (i != NONE) {
    touch(cache, i);
    *out = cache->slots[i].key;
    return DCIAUTH_OK;
  }
  status = key_of(profile, secret, &scope, out);
  if (status == DCIAUTH_OK) {
    keep(cache, tag, out);
  }
  return status;
}
