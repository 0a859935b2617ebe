/* SPDX-License-Identifier: Apache-2.0 */
/* value.c - the value of a header line. AWS trims it and makes one SP of a run of blanks;
 * python-dciauth's class does the same with all white space that Python knows, its functions sign
 * the values they are given. Most values have no white space at all. */
/* spec: aws-sigv4 Canonical headers */
/* spec: rfc9110 section 5.5 */
/* spec: python-dciauth v2.headers._get_canonical_headers */
#include "value.h"

#include "ascii.h"
#include "blank.h"

/* blanks returns how many bytes at the start of s are white space to the row. */
static size_t blanks(const dciauth_profile *p, dciauth_span s) {
  switch (p->header_value) {
  case VALUE_TRIM_COLLAPSE: return ascii_span(s, ASCII_BLANK);
  case VALUE_SPLIT: return blank_run(s);
  case VALUE_AS_IS:
  default: return 0;
  }
}

/* next_word cuts the first run of what is not white space off *rest; empty at the end. */
static dciauth_span next_word(const dciauth_profile *p, dciauth_span *rest) {
  dciauth_span s = span_from(*rest, blanks(p, *rest));
  size_t end = ascii_span(s, ASCII_SCOPE);
  while (end < s.len && (ascii_is_visible(s.ptr[end]) || blanks(p, span_from(s, end)) == 0)) {
    end++;
    end += ascii_span(span_from(s, end), ASCII_SCOPE);
  }
  *rest = span_from(s, end);
  return span_to(s, end);
}

static bool is_canonical(const dciauth_profile *p, dciauth_span value) {
  return p->header_value == VALUE_AS_IS || ascii_all_visible(value);
}

dciauth_span trim_value(const dciauth_profile *p, dciauth_span value) {
  bool plain =
      value.len > 0 && ascii_is_visible(value.ptr[0]) && ascii_is_visible(value.ptr[value.len - 1]);
  if (plain || p->header_value == VALUE_AS_IS) {
    return value;
  }
  dciauth_span rest = value;
  dciauth_span first = next_word(p, &rest);
  dciauth_span last = first;
  for (dciauth_span word = first; word.len > 0; word = next_word(p, &rest)) {
    last = word;
  }
  return first.len == 0 ? first
                        : dciauth_bytes(first.ptr, (size_t)(last.ptr - first.ptr) + last.len);
}

/* vector: aws4/headers/collapsed */
void put_value(const dciauth_profile *p, dciauth_span value, buf *b) {
  if (is_canonical(p, value)) {
    put_span(b, value);
    return;
  }
  dciauth_span rest = value;
  dciauth_span word = next_word(p, &rest);
  while (word.len > 0) {
    put_span(b, word);
    word = next_word(p, &rest);
    if (word.len > 0) {
      put_byte(b, ' ');
    }
  }
}
