/* SPDX-License-Identifier: Apache-2.0 */
/* cache.c - signing keys kept for the next request, in slots of the caller's. A slot is found by
 * the access key and all that the key is made of, the secret among them. So another day, region or
 * dialect is another slot, a secret that was replaced never finds the key of the old one, and two
 * clients never share one. The slots in use are chained twice: by place, and in the order of their
 * last use. */
#include "cache_tag.h"
#include "crypto.h"
#include "key.h"

static const uint32_t NONE = UINT32_MAX;
enum { USUAL_SECRET = 40 };

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

/* ---- The chains of places -------------------------------------------------------------------- */

/* chain_of is the slot whose head is that of the chain of all places that fall to it. */
static uint32_t chain_of(const dciauth_cache *c, const cache_tag *tag) {
  return (uint32_t)(tag->place % c->num_slots);
}

static uint32_t find(const dciauth_cache *c, const cache_tag *tag) {
  uint32_t i = c->slots[chain_of(c, tag)].head;
  while (i != NONE && !crypto_equal32(c->slots[i].tag, tag->tag)) {
    i = c->slots[i].next;
  }
  return i;
}

static void unchain(dciauth_cache *c, uint32_t i) {
  uint32_t *link = &c->slots[c->slots[i].chain].head;
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

static void keep(dciauth_cache *c, const cache_tag *tag, const dciauth_key *key) {
  uint32_t i = free_slot(c);
  dciauth_cache_slot *s = &c->slots[i];
  memcpy(s->tag, tag->tag, sizeof s->tag);
  s->key = *key;
  s->chain = chain_of(c, tag);
  s->next = c->slots[s->chain].head;
  c->slots[s->chain].head = i;
  enter_as_newest(c, i);
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
  cache_tag tag;
  clear(out, sizeof *out);
  dciauth_status status =
      cache_tag_of(p, claim->access_key, scope, dciauth_bytes(secret, c->secret_len), &tag);
  if (status == DCIAUTH_OK && find(c, &tag) == NONE && c->newest != NONE &&
      !crypto_equal32(c->slots[c->newest].tag, tag.tag)) {
    touch(c, c->newest);
  }
  *out = c->nobody;
  return DCIAUTH_E_UNKNOWN_KEY;
}

static dciauth_status find_or_derive(dciauth_cache *c, const dciauth_profile *p,
                                     const dciauth_scope *scope, dciauth_span secret,
                                     const cache_tag *tag, dciauth_key *out) {
  uint32_t i = find(c, tag);
  if (i != NONE) {
    touch(c, i);
    *out = c->slots[i].key;
    return DCIAUTH_OK;
  }
  dciauth_status status = key_of(p, secret, scope, out);
  if (status == DCIAUTH_OK) {
    keep(c, tag, out);
  }
  return status;
}

dciauth_status dciauth_cache_key(dciauth_cache *cache, const dciauth_profile *profile,
                                 const dciauth_claim *claim, dciauth_span secret,
                                 dciauth_key *out) {
  const dciauth_scope scope = {claim->algorithm, claim->date, claim->region, claim->service,
                               claim->terminator};
  if (secret.len == 0) {
    return find_nobody(cache, profile, claim, &scope, out);
  }
  cache_tag tag;
  clear(out, sizeof *out);
  dciauth_status status = cache_tag_of(profile, claim->access_key, &scope, secret, &tag);
  if (status == DCIAUTH_OK) {
    cache->secret_len = secret.len;
    status = find_or_derive(cache, profile, &scope, secret, &tag, out);
  }
  crypto_wipe(&tag, sizeof tag);
  return status;
}
