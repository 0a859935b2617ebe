/* SPDX-License-Identifier: Apache-2.0 */
/* unquote.c - what urllib.parse.unquote makes of text: runs of ASCII are decoded by themselves, so
 * that an escape never completes a character that raw bytes began. */
/* spec: cpython-urllib unquote */
/* vector: dci2-v2.1/sign/split-sequence */
#include "unquote.h"

#include "codec.h"

/* run_len returns the length of the run of bytes at the start of s that are all ASCII or all not.
 */
static size_t run_len(dciauth_span s) {
  size_t len = 1;
  while (len < s.len && (s.ptr[len] < 0x80) == (s.ptr[0] < 0x80)) {
    len++;
  }
  return len;
}

dciauth_span unquote(dciauth_span s, buf *b) {
  uint8_t *spare = take(b, s.len, 1);
  uint8_t *out = take(b, s.len, 3);
  if (spare == NULL || out == NULL) {
    return dciauth_bytes(NULL, 0);
  }
  size_t len = 0;
  for (dciauth_span rest = s; rest.len > 0;) {
    dciauth_span run = span_to(rest, run_len(rest));
    rest = span_from(rest, run.len);
    len += repair_utf8(dciauth_bytes(spare, decode_pct(run, spare)), out + len);
  }
  return dciauth_bytes(out, len);
}

size_t unquote_bound(size_t len) {
  return plus(times(len, 1 + 3), 2 * TAKE_SLACK);
}
