/* SPDX-License-Identifier: Apache-2.0 */
/* test_cache.c - keys kept by a server: found, not found, put out, wiped. What the cache holds is
 * looked at in its memory. */
#include "crypto.h"
#include "key.h"
#include "support.h"

enum { SLOTS = 3 };

typedef struct {
  dciauth_cache cache;
  dciauth_cache_slot slots[SLOTS];
  dciauth_claim claim;
} fixture;

static void begin(fixture *f) {
  memset(f, 0xa5, sizeof *f);
  assert_ok(dciauth_cache_init(&f->cache, f->slots, SLOTS));
  f->claim = (dciauth_claim){.algorithm = S("AWS4-HMAC-SHA256"),
                             .access_key = S("AKIDEXAMPLE"),
                             .date = S("20150830"),
                             .region = S("us-east-1"),
                             .service = S("service"),
                             .terminator = S("aws4_request")};
}

/* expect: the cache gives the key that is derived without one. */
static dciauth_key expect(fixture *f, const dciauth_profile *p, dciauth_span secret) {
  const dciauth_claim *c = &f->claim;
  const dciauth_scope scope = {c->algorithm, c->date, c->region, c->service, c->terminator};
  dciauth_key want, got;
  assert_ok(key_of(p, secret, &scope, &want));
  assert_ok(dciauth_cache_key(&f->cache, p, c, secret, &got));
  assert_memory_equal(&got, &want, sizeof got);
  return got;
}

/* holds: these bytes are somewhere in the slots. */
static bool holds(const fixture *f, const void *bytes, size_t len) {
  const uint8_t *memory = (const uint8_t *)f->slots;
  for (size_t at = 0; at + len <= sizeof f->slots; at++) {
    if (memcmp(memory + at, bytes, len) == 0) {
      return true;
    }
  }
  return false;
}

static bool holds_key(const fixture *f, const dciauth_key *key) {
  return holds(f, key, sizeof *key);
}

/* A hit is told from a miss by what it gives when the key that is kept was changed behind its back.
 */
static void a_hit_is_what_was_kept(void **state) {
  (void)state;
  fixture f;
  begin(&f);
  dciauth_key first = expect(&f, row("aws4"), S(SECRET));
  assert_int_equal(f.cache.num_used, 1);
  dciauth_key marked = first;
  marked.opaque[3] ^= 1;
  f.slots[0].key = marked;
  dciauth_key got;
  assert_ok(dciauth_cache_key(&f.cache, row("aws4"), &f.claim, S(SECRET), &got));
  assert_memory_equal(&got, &marked, sizeof got);
  assert_int_equal(f.cache.num_used, 1);
}

/* Whatever a key is made of, and who it belongs to, makes another slot. */
static void anything_else_is_a_miss(void **state) {
  (void)state;
  for (size_t i = 0; i < 6; i++) {
    fixture f;
    begin(&f);
    dciauth_span *const parts[] = {&f.claim.access_key, &f.claim.date,       &f.claim.region,
                                   &f.claim.service,    &f.claim.terminator, &f.claim.algorithm};
    const dciauth_span others[] = {S("AKIDEXAMPLF"), S("20150831"),     S("us-east-2"),
                                   S("servicf"),     S("aws4_requesu"), S("DCI2-HMAC-SHA256")};
    expect(&f, row("aws4"), S(SECRET));
    *parts[i] = others[i];
    expect(&f, row("aws4"), S(SECRET));
    assert_int_equal(f.cache.num_used, 2);
  }
}

/* Pieces that are moved across a border are other pieces. */
static void borders_count(void **state) {
  (void)state;
  fixture f;
  begin(&f);
  f.claim.region = S("ab");
  f.claim.service = S("c");
  expect(&f, row("aws4"), S(SECRET));
  f.claim.region = S("a");
  f.claim.service = S("bc");
  expect(&f, row("aws4"), S(SECRET));
  assert_int_equal(f.cache.num_used, 2);
}

/* The rows that make the same key share it; "dci1" makes another of the same claim. */
static void rows_are_told_apart_by_what_they_make(void **state) {
  (void)state;
  fixture f;
  begin(&f);
  expect(&f, row("aws4"), S(SECRET));
  expect(&f, row("aws4-s3"), S(SECRET));
  assert_int_equal(f.cache.num_used, 1);
  expect(&f, row("dci1"), S(SECRET));
  assert_int_equal(f.cache.num_used, 2);
}

static void a_new_secret_never_finds_the_old_key(void **state) {
  (void)state;
  fixture f;
  uint8_t secret[DCIAUTH_MAX_SECRET];
  static const size_t lengths[] = {1, 40, 63, 64, 65, 4095, DCIAUTH_MAX_SECRET};
  for (size_t i = 0; i < NUM(lengths); i++) {
    begin(&f);
    memset(secret, 's', sizeof secret);
    dciauth_key before = expect(&f, row("aws4"), dciauth_bytes(secret, lengths[i]));
    secret[lengths[i] - 1] = 't';
    dciauth_key after = expect(&f, row("aws4"), dciauth_bytes(secret, lengths[i]));
    assert_memory_not_equal(&before, &after, sizeof before);
    assert_int_equal(f.cache.num_used, 2);
  }
}

/* Of three slots the one goes that was not used for the longest time, and nothing of it stays. */
static void the_least_recently_used_goes(void **state) {
  (void)state;
  fixture f;
  begin(&f);
  dciauth_key keys[5];
  uint8_t tag[32];
  static const char *const days[5] = {"20150801", "20150802", "20150803", "20150804", "20150805"};
  for (size_t i = 0; i < 3; i++) {
    f.claim.date = dciauth_str(days[i]);
    keys[i] = expect(&f, row("aws4"), S(SECRET));
  }
  f.claim.date = dciauth_str(days[0]);
  expect(&f, row("aws4"), S(SECRET)); /* now the second is the oldest */
  memcpy(tag, f.slots[1].tag, sizeof tag);
  assert_true(holds_key(&f, &keys[1]) && holds(&f, tag, sizeof tag));
  f.claim.date = dciauth_str(days[3]);
  keys[3] = expect(&f, row("aws4"), S(SECRET));
  assert_false(holds_key(&f, &keys[1]) || holds(&f, tag, sizeof tag));
  assert_true(holds_key(&f, &keys[0]) && holds_key(&f, &keys[2]) && holds_key(&f, &keys[3]));
  f.claim.date = dciauth_str(days[4]);
  keys[4] = expect(&f, row("aws4"), S(SECRET));
  assert_false(holds_key(&f, &keys[2]));
  assert_true(holds_key(&f, &keys[0]) && holds_key(&f, &keys[3]) && holds_key(&f, &keys[4]));
}

/* Every slot, and not only those of the chains. */
static void clear_leaves_nothing(void **state) {
  (void)state;
  fixture f;
  begin(&f);
  dciauth_key one = expect(&f, row("aws4"), S(SECRET));
  f.claim.date = S("20150831");
  dciauth_key two = expect(&f, row("aws4"), S(SECRET));
  assert_true(holds_key(&f, &one) && holds_key(&f, &two));
  dciauth_cache_clear(&f.cache);
  for (size_t i = 0; i < SLOTS; i++) {
    assert_zero(f.slots[i].key);
    assert_zero(f.slots[i].tag);
  }
  assert_int_equal(f.cache.num_used, 0);
  expect(&f, row("aws4"), S(SECRET)); /* and it can be used again */
  assert_int_equal(f.cache.num_used, 1);
}

/* The secret is nowhere in it, at any length. */
static void the_secret_is_not_kept(void **state) {
  (void)state;
  fixture f;
  begin(&f);
  expect(&f, row("aws4"), S(SECRET));
  assert_false(holds(&f, SECRET, 16));
}

static void no_secret_is_nobody(void **state) {
  (void)state;
  fixture f;
  begin(&f);
  dciauth_key key;
  memset(&key, 0, sizeof key);
  assert_status(dciauth_cache_key(&f.cache, row("aws4"), &f.claim, NOTHING, &key),
                DCIAUTH_E_UNKNOWN_KEY);
  assert_true(crypto_is_key(&key));
  assert_int_equal(f.cache.num_used, 0);
}

static void what_it_refuses(void **state) {
  (void)state;
  fixture f;
  static uint8_t letters[DCIAUTH_MAX_SECRET + 1];
  memset(letters, 'a', sizeof letters);
  dciauth_cache cache;
  assert_status(dciauth_cache_init(&cache, NULL, 0), DCIAUTH_E_ARGUMENT);
  assert_status(dciauth_cache_init(&cache, f.slots, UINT32_MAX), DCIAUTH_E_ARGUMENT);
  dciauth_key key;
  for (size_t i = 0; i < 4; i++) {
    begin(&f);
    f.claim.access_key = i == 0 ? dciauth_bytes(letters, 129) : f.claim.access_key;
    f.claim.region = i == 1 ? dciauth_bytes(letters, 65) : f.claim.region;
    f.claim.algorithm = i == 2 ? dciauth_bytes(letters, 65) : f.claim.algorithm;
    dciauth_span secret = i == 3 ? dciauth_bytes(letters, sizeof letters) : S(SECRET);
    memset(&key, 1, sizeof key);
    assert_status(dciauth_cache_key(&f.cache, row("aws4"), &f.claim, secret, &key),
                  DCIAUTH_E_LIMIT_EXCEEDED);
    assert_zero(key);
    assert_int_equal(f.cache.num_used, 0);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_hit_is_what_was_kept),
      cmocka_unit_test(anything_else_is_a_miss),
      cmocka_unit_test(borders_count),
      cmocka_unit_test(rows_are_told_apart_by_what_they_make),
      cmocka_unit_test(a_new_secret_never_finds_the_old_key),
      cmocka_unit_test(the_least_recently_used_goes),
      cmocka_unit_test(clear_leaves_nothing),
      cmocka_unit_test(the_secret_is_not_kept),
      cmocka_unit_test(no_secret_is_nobody),
      cmocka_unit_test(what_it_refuses),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
