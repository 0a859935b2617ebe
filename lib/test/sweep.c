/* SPDX-License-Identifier: Apache-2.0 */
/* sweep.c - one call in work blocks of every size. */
#include "support.h"

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
  for (size_t alignment = 0; alignment < 16; alignment++) {
    dciauth_status status = DCIAUTH_E_SPACE;
    for (size_t size = 0; size <= bound; size++) {
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
