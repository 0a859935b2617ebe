/* SPDX-License-Identifier: Apache-2.0 */
/* test_buf.c - text from below, scratch from above, and the flag where they would meet. */
#include "buf.h"

#include "support.h"

static void text_fills_to_the_last_byte(void **state) {
  (void)state;
  work_block block = block_new(6, 1);
  buf b = buf_of(block.work);
  put_text(&b, "ab");
  put_span(&b, S("cd"));
  put_bytes(&b, NULL, 0);
  put_byte(&b, 'e');
  put_byte(&b, 'f');
  assert_false(b.full);
  assert_span(buf_since(&b, 0), S("abcdef"));
  assert_span(buf_since(&b, 4), S("ef"));
  put_byte(&b, 'g');
  assert_true(b.full);
  assert_span(buf_since(&b, 0), S(""));
  block_free(&block);
}

static void full_stays_set(void **state) {
  (void)state;
  work_block block = block_new(4, 0);
  buf b = buf_of(block.work);
  put_text(&b, "12345");
  assert_true(b.full);
  put_byte(&b, 'a');
  assert_int_equal(b.len, 0);
  assert_null(take(&b, 1, 1));
  block_free(&block);
}

static void cutting_only_shortens(void **state) {
  (void)state;
  work_block block = block_new(4, 0);
  buf b = buf_of(block.work);
  put_text(&b, "abc");
  buf_cut_to(&b, 9);
  assert_span(buf_since(&b, 0), S("abc"));
  buf_cut_to(&b, 1);
  assert_span(buf_since(&b, 0), S("a"));
  block_free(&block);
}

static void scratch_is_aligned_and_disjoint(void **state) {
  (void)state;
  for (size_t alignment = 0; alignment < 16; alignment++) {
    work_block block = block_new(3 * (24 + TAKE_SLACK) + 3, alignment);
    buf b = buf_of(block.work);
    put_text(&b, "abc");
    for (int i = 0; i < 3; i++) {
      size_t above = b.top;
      uint8_t *room = take(&b, 3, 8);
      assert_non_null(room);
      assert_int_equal((uintptr_t)room % TAKE_ALIGN, 0);
      assert_true(b.top + 24 <= above);
      memset(room, 'x', 24);
    }
    assert_span(buf_since(&b, 0), S("abc"));
    block_free(&block);
  }
}

static void scratch_never_meets_text(void **state) {
  (void)state;
  work_block block = block_new(32, 0);
  buf b = buf_of(block.work);
  put_text(&b, "0123456789012345");
  assert_null(take(&b, 17, 1));
  assert_true(b.full);
  b = buf_of(block.work);
  put_text(&b, "01234567890123456");
  assert_null(take(&b, 9, 1)); /* it would fit, but not aligned */
  assert_true(b.full);
  b = buf_of(block.work);
  assert_null(take(&b, SIZE_MAX, 16));
  assert_true(b.full);
  block_free(&block);
}

static void no_block_is_an_empty_block(void **state) {
  (void)state;
  dciauth_work none = {NULL, 100};
  buf b = buf_of(none);
  put_byte(&b, 'a');
  assert_true(b.full);
}

static void bounds_saturate(void **state) {
  (void)state;
  assert_int_equal(plus(2, 3), 5);
  assert_true(plus(SIZE_MAX, 1) == SIZE_MAX);
  assert_true(plus(SIZE_MAX - 1, 1) == SIZE_MAX);
  assert_true(plus(SIZE_MAX / 2, SIZE_MAX / 2 + 9) == SIZE_MAX);
  assert_int_equal(times(2, 3), 6);
  assert_int_equal(times(SIZE_MAX, 0), 0);
  assert_true(times(SIZE_MAX, 2) == SIZE_MAX);
  assert_true(times(SIZE_MAX / 2 + 1, 2) == SIZE_MAX);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(text_fills_to_the_last_byte),
      cmocka_unit_test(full_stays_set),
      cmocka_unit_test(cutting_only_shortens),
      cmocka_unit_test(scratch_is_aligned_and_disjoint),
      cmocka_unit_test(scratch_never_meets_text),
      cmocka_unit_test(no_block_is_an_empty_block),
      cmocka_unit_test(bounds_saturate),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
