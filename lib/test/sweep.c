/* SPDX-License-Identifier: Apache-2.0 */
/* sweep.c - one call in work blocks of every size. */
#include <stdlib.h>

#include "support.h"

enum { NUM_ALIGNMENTS = 16 };

/* step is how far apart the sizes at one alignment lie: 1, or what SWEEP_STEP says. Each alignment
 * starts one further, so that a step of 16 still takes every size, at one alignment; and each ends
 * with the bound. */
static size_t step(void) {
  const char *text = getenv("SWEEP_STEP"); /* for machines that are emulated */
  unsigned long n = text == NULL ? 1 : strtoul(text, NULL, 10);
  return n == 0 ? 1 : n;
}

static size_t at_most(size_t a, size_t b) {
  return a < b ? a : b;
}

size_t copy_text(char *text, dciauth_span s) {
  assert_true(s.len <= SWEEP_TEXT);
  if (s.len > 0) {
    memcpy(text, s.ptr, s.len);
  }
  return s.len;
}

void sweep_work(work_call run, const void *arg, size_t bound, dciauth_status want) {
  static char expected[SWEEP_TEXT];
  static char got[SWEEP_TEXT];
  size_t expected_len = 0;
  work_block enough = block_new(bound + 4096, 0);
  assert_status(run(arg, enough.work, expected, &expected_len), want);
  for (size_t alignment = 0; alignment < NUM_ALIGNMENTS; alignment++) {
    dciauth_status status = DCIAUTH_E_SPACE;
    size_t size = at_most(alignment % step(), bound);
    for (bool last = false; !last; size = at_most(size + step(), bound)) {
      last = size == bound;
      size_t len = 0;
      work_block b = block_new(size, alignment);
      dciauth_status before = status;
      status = run(arg, b.work, got, &len);
      assert_true(status == want || (status == DCIAUTH_E_SPACE && before == status));
      if (status == want) {
        assert_span(dciauth_bytes(got, len), dciauth_bytes(expected, expected_len));
      }
      block_free(&b);
    }
    assert_status(status, want);
  }
  block_free(&enough);
}
