/* SPDX-License-Identifier: Apache-2.0 */
/* compare_bytes.c - the place where two texts part, as line and byte, with both lines. */
#include "compare_bytes.h"

#include <stdio.h>

void compare_fail(outcome *o, const char *stage, const char *message) {
  o->status = OUTCOME_FAIL;
  snprintf(o->stage, sizeof o->stage, "%s", stage);
  text_puts(&o->message, message);
}

/* line_at returns the line of s that holds byte `at`; empty behind the end. */
static dciauth_span line_at(dciauth_span s, size_t at) {
  size_t start = at < s.len ? at : s.len, end = start;
  while (start > 0 && s.ptr[start - 1] != '\n') {
    start--;
  }
  while (end < s.len && s.ptr[end] != '\n') {
    end++;
  }
  return dciauth_bytes(s.ptr + start, end - start);
}

bool compare_bytes(const char *stage, dciauth_span expected, dciauth_span actual, outcome *o) {
  size_t at = 0, line = 1, start = 0;
  while (at < expected.len && at < actual.len && expected.ptr[at] == actual.ptr[at]) {
    if (expected.ptr[at] == '\n') {
      line++;
      start = at + 1;
    }
    at++;
  }
  if (at == expected.len && at == actual.len) {
    return true;
  }
  compare_fail(o, stage, "");
  o->line = line;
  o->byte = at - start + 1;
  o->multiline = expected.len > 0 && memchr(expected.ptr, '\n', expected.len) != NULL;
  text_put_span(&o->expected, line_at(expected, at));
  text_put_span(&o->actual, line_at(actual, at));
  return false;
}
