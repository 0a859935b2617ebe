/* SPDX-License-Identifier: Apache-2.0 */
/* test_cache_use.c - a cache in use: many clients in few slots, and the requests of a day. */
#include "key.h"
#include "support.h"

/* expect: a client whose secret is its name gets the key that is derived without a cache. */
static void expect(dciauth_cache *cache, dciauth_span name) {
  const dciauth_scope scope = {S("AWS4-HMAC-SHA256"), S("20150830"), S("us-east-1"), S("service"),
                               S("aws4_request")};
  const dciauth_claim claim = {.algorithm = scope.algorithm,
                               .access_key = name,
                               .date = scope.date,
                               .region = scope.region,
                               .service = scope.service,
                               .terminator = scope.terminator};
  dciauth_key want, got;
  assert_ok(key_of(row("aws4"), name, &scope, &want));
  assert_ok(dciauth_cache_key(cache, row("aws4"), &claim, name, &got));
  assert_memory_equal(&got, &want, sizeof got);
}

/* Many keys in few slots, and in one: every answer is right, and the chains hold together. */
static void many_clients(void **state) {
  (void)state;
  static dciauth_cache_slot slots[64];
  static const size_t sizes[] = {1, 2, 7, 64};
  for (size_t size = 0; size < NUM(sizes); size++) {
    dciauth_cache cache;
    assert_ok(dciauth_cache_init(&cache, slots, sizes[size]));
    uint32_t draw = 1;
    for (size_t i = 0; i < 3000; i++) {
      char name[8];
      draw = draw * 1664525 + 1013904223;
      size_t who = (draw >> 16) % 100;
      name[0] = (char)('a' + who / 10);
      name[1] = (char)('a' + who % 10);
      expect(&cache, dciauth_bytes(name, 2));
    }
    assert_int_equal(cache.num_used, sizes[size]);
    size_t chained = 0;
    for (size_t i = 0; i < sizes[size]; i++) {
      for (uint32_t at = slots[i].head; at != UINT32_MAX; at = slots[at].next) {
        chained++;
      }
    }
    assert_int_equal(chained, sizes[size]);
    size_t ordered = 0;
    for (uint32_t at = cache.newest; at != UINT32_MAX; at = slots[at].older) {
      ordered++;
    }
    assert_int_equal(ordered, sizes[size]);
  }
}

typedef struct {
  dciauth_cache *cache;
  const dciauth_profile *p;
  dciauth_span secret;
} server;

static bool lookup(void *arg, const dciauth_claim *claim, dciauth_credential *out) {
  server *s = arg;
  dciauth_status status = dciauth_cache_key(s->cache, s->p, claim, s->secret, out->room);
  out->key = out->room;
  return status == DCIAUTH_OK;
}

static void requests_of_a_day(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    dciauth_cache cache;
    dciauth_cache_slot slots[3];
    sample s;
    dciauth_signed out;
    assert_ok(dciauth_cache_init(&cache, slots, NUM(slots)));
    sample_init(&s, kind(p));
    work_block signing = sample_sign(&s, &out);
    dciauth_policy policy = sample_policy(&s);
    const dciauth_span secrets[] = {S(SECRET), S(SECRET), S("another"), NOTHING, S(SECRET)};
    const dciauth_status want[] = {DCIAUTH_OK, DCIAUTH_OK, DCIAUTH_E_SIGNATURE_MISMATCH,
                                   DCIAUTH_E_UNKNOWN_KEY, DCIAUTH_OK};
    const size_t used[] = {1, 1, 2, 2, 2};
    for (size_t i = 0; i < NUM(secrets); i++) {
      server one = {&cache, s.p, secrets[i]};
      dciauth_verdict v;
      work_block b = block_new(dciauth_verify_bound(s.p, &s.request), 0);
      assert_status(dciauth_verify(s.p, &s.request, &policy, SAMPLE_NOW, lookup, &one, b.work, &v),
                    want[i]);
      assert_int_equal(cache.num_used, used[i]);
      block_free(&b);
    }
    block_free(&signing);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(many_clients),
      cmocka_unit_test(requests_of_a_day),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
