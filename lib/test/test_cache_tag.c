/* SPDX-License-Identifier: Apache-2.0 */
/* test_cache_tag.c - what tells kept keys apart, and where the secret does not count. */
#include "cache_tag.h"
#include "support.h"

#include <stdio.h>

static const dciauth_scope SCOPE = {LIT("AWS4-HMAC-SHA256"), LIT("20150830"), LIT("us-east-1"),
                                    LIT("service"), LIT("aws4_request")};

static cache_tag tag_of(const dciauth_scope *scope, dciauth_span access_key, dciauth_span secret) {
  cache_tag tag;
  assert_ok(cache_tag_of(row("aws4"), access_key, scope, secret, &tag));
  return tag;
}

/* The place is the same for every secret, of any length: there the memory of a cache is read. */
static void the_place_is_public(void **state) {
  (void)state;
  uint8_t secret[DCIAUTH_MAX_SECRET];
  const cache_tag usual = tag_of(&SCOPE, S("AKIDEXAMPLE"), S(SECRET));
  for (size_t len = 1; len <= sizeof secret; len = len < 70 ? len + 1 : 2 * len) {
    memset(secret, 's', sizeof secret);
    const cache_tag one = tag_of(&SCOPE, S("AKIDEXAMPLE"), dciauth_bytes(secret, len));
    secret[len - 1] = 't';
    const cache_tag two = tag_of(&SCOPE, S("AKIDEXAMPLE"), dciauth_bytes(secret, len));
    assert_true(one.place == usual.place && two.place == usual.place);
    assert_memory_not_equal(one.tag, two.tag, sizeof one.tag);
    assert_memory_not_equal(one.tag, usual.tag, sizeof one.tag);
  }
}

/* Access keys of one server fall to all places alike: of 4096 in 64, some 64 each. */
static void places_spread(void **state) {
  (void)state;
  size_t count[64] = {0};
  for (unsigned i = 0; i < 4096; i++) {
    char name[16];
    int len = snprintf(name, sizeof name, "AKID%07u", i);
    count[tag_of(&SCOPE, dciauth_bytes(name, (size_t)len), S(SECRET)).place % NUM(count)]++;
  }
  for (size_t i = 0; i < NUM(count); i++) {
    assert_in_range(count[i], 32, 96);
  }
}

static void every_piece_counts(void **state) {
  (void)state;
  const cache_tag usual = tag_of(&SCOPE, S("AKIDEXAMPLE"), S(SECRET));
  for (size_t i = 0; i < 6; i++) {
    dciauth_scope scope = SCOPE;
    dciauth_span access_key = i == 5 ? S("AKIDEXAMPLF") : S("AKIDEXAMPLE");
    dciauth_span *const parts[5] = {&scope.algorithm, &scope.date, &scope.region, &scope.service,
                                    &scope.terminator};
    if (i < 5) {
      *parts[i] = S("other");
    }
    const cache_tag other = tag_of(&scope, access_key, S(SECRET));
    assert_true(other.place != usual.place);
    assert_memory_not_equal(other.tag, usual.tag, sizeof usual.tag);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_place_is_public),
      cmocka_unit_test(places_spread),
      cmocka_unit_test(every_piece_counts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
