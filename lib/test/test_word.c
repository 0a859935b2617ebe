/* SPDX-License-Identifier: Apache-2.0 */
/* test_word.c - eight bytes at a time, against one at a time. */
#include "word.h"

#include <stdlib.h>

#include "generate.h"
#include "support.h"

enum { LONGEST = 20 };

static uint64_t first_bytes(const uint8_t *text, size_t len) {
  uint64_t word = 0;
  for (size_t i = 0; i < len && i < WORD; i++) {
    word |= (uint64_t)text[i] << 8 * i;
  }
  return word;
}

/* In allocations of their own length, so that a byte read too many is seen. */
static void reads_texts_of_any_length(void **state) {
  (void)state;
  for (size_t len = 0; len <= LONGEST; len++) {
    uint8_t text[LONGEST];
    for (size_t i = 0; i < LONGEST; i++) {
      text[i] = (uint8_t)(0x81 + 7 * i);
    }
    dciauth_span s = copy_exact(dciauth_bytes(text, len));
    uint64_t word = first_bytes(text, len);
    assert_true(word_of(s) == word);
    uint64_t two[2];
    word_two_of(s, two);
    assert_true(two[0] == word);
    assert_true(two[1] == first_bytes(text + WORD, len < WORD ? 0 : len - WORD));
    assert_true(word_tops(len) ==
                (first_bytes((const uint8_t *)"\x80\x80\x80\x80\x80\x80\x80\x80", len)));
    uint8_t out[LONGEST + 1];
    memset(out, 0, sizeof out);
    word_copy(out, s.ptr, len);
    assert_memory_equal(out, text, len);
    assert_int_equal(out[len], 0);
    free((void *)(uintptr_t)s.ptr);
  }
  assert_true(word_half_at((const uint8_t *)"\x81\x02\x03\x84") == UINT64_C(0x84030281));
}

static void writes_what_it_reads(void **state) {
  (void)state;
  uint8_t out[WORD];
  word_put(word_at((const uint8_t *)"\x01\x82\x03\x84\x05\x86\x07\x88"), out);
  assert_memory_equal(out, "\x01\x82\x03\x84\x05\x86\x07\x88", WORD);
  assert_true(word_turned(UINT64_C(0x0102030405060708)) == UINT64_C(0x0807060504030201));
}

static void compares(void **state) {
  (void)state;
  for (size_t len = 0; len <= LONGEST; len++) {
    uint8_t text[LONGEST] = {0};
    dciauth_span a = copy_exact(dciauth_bytes(text, len));
    assert_true(word_same(a.ptr, text, len));
    for (size_t at = 0; at < len; at++) {
      text[at] = 1;
      assert_false(word_same(a.ptr, text, len));
      text[at] = 0;
    }
    free((void *)(uintptr_t)a.ptr);
  }
}

/* What is computed for a byte does not depend on its neighbours. */
static void classes_of_bytes_beside_any_others(void **state) {
  (void)state;
  random_source r = {1};
  static const uint8_t ranges[][2] = {{'a', 'z'}, {'A', 'Z'}, {'&', '&'}, {0, 9}, {0, 0x7f}};
  for (size_t round = 0; round < 20000; round++) {
    uint8_t text[WORD], lower[WORD];
    for (size_t i = 0; i < WORD; i++) {
      text[i] = (uint8_t)random_below(&r, 256);
      lower[i] = (uint8_t)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 0x20 : text[i]);
    }
    uint64_t word = word_at(text);
    assert_true(word_lower(word) == word_at(lower));
    for (size_t k = 0; k < NUM(ranges); k++) {
      uint64_t want = 0;
      for (size_t i = 0; i < WORD; i++) {
        bool in = text[i] >= ranges[k][0] && text[i] <= ranges[k][1];
        want |= (uint64_t)(in ? 0x80 : 0) << 8 * i;
      }
      assert_true(word_within(word, ranges[k][0], ranges[k][1]) == want);
    }
  }
}

static void lowest_bits(void **state) {
  (void)state;
  for (size_t bit = 0; bit < 64; bit++) {
    assert_int_equal(word_lowest(UINT64_C(1) << bit | UINT64_C(1) << 63), bit);
    assert_int_equal(word_lowest(~UINT64_C(0) << bit), bit);
  }
}

static void counts_bits(void **state) {
  (void)state;
  random_source r = {1};
  assert_int_equal(word_count(0), 0);
  assert_int_equal(word_count(~UINT64_C(0)), 64);
  for (size_t round = 0; round < 1000; round++) {
    uint64_t word = random_next(&r);
    size_t want = 0;
    for (size_t bit = 0; bit < 64; bit++) {
      want += word >> bit & 1;
    }
    assert_int_equal(word_count(word), want);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_texts_of_any_length),
      cmocka_unit_test(writes_what_it_reads),
      cmocka_unit_test(compares),
      cmocka_unit_test(classes_of_bytes_beside_any_others),
      cmocka_unit_test(lowest_bits),
      cmocka_unit_test(counts_bits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
