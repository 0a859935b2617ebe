/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_values.c - blanks, mostly. */
#include "mistake_values.h"

#include "memory.h"

#include <stdlib.h>

void value_own(const dciauth_profile *profile, dciauth_span value, text *out) {
  const dciauth_pair header = {dciauth_str("x"), value};
  size_t bound = dciauth_headers_bound(profile, &header, 1, header.name);
  dciauth_work work = {mem_alloc(bound, 1), bound};
  dciauth_headers canonical;
  if (dciauth_canon_headers(profile, &header, 1, header.name, work, &canonical) == DCIAUTH_OK) {
    size_t around = strlen("x:") + strlen("\n");
    text_put(out, canonical.headers.ptr + 2, canonical.headers.len - around);
  }
  free(work.ptr);
}

void value_as_sent(dciauth_span value, text *out) {
  text_put_span(out, value);
}

void value_like_aws(dciauth_span value, text *out) {
  value_own(dciauth_profile_find(dciauth_str("aws4")), value, out);
}

static bool is_blank(uint8_t c) {
  return c == ' ' || c == '\t';
}

void value_collapse(dciauth_span value, text *out) {
  for (size_t i = 0; i < value.len; i++) {
    if (!is_blank(value.ptr[i])) {
      text_put(out, value.ptr + i, 1);
    } else if (i == 0 || !is_blank(value.ptr[i - 1])) {
      text_puts(out, " ");
    }
  }
}

static bool is_space(uint8_t c) {
  return c == ' ';
}

static dciauth_span trim(dciauth_span s, bool (*is_trimmed)(uint8_t)) {
  while (s.len > 0 && is_trimmed(s.ptr[0])) {
    s = dciauth_bytes(s.ptr + 1, s.len - 1);
  }
  while (s.len > 0 && is_trimmed(s.ptr[s.len - 1])) {
    s.len--;
  }
  return s;
}

void value_trim(dciauth_span value, text *out) {
  text_put_span(out, trim(value, is_blank));
}

void value_keep_tabs(dciauth_span value, text *out) {
  dciauth_span rest = trim(value, is_space);
  for (size_t i = 0; i < rest.len; i++) {
    bool again = i > 0 && rest.ptr[i] == ' ' && rest.ptr[i - 1] == ' ';
    text_put(out, rest.ptr + i, again ? 0 : 1);
  }
}

void value_keep_quotes(dciauth_span value, text *out) {
  dciauth_span rest = trim(value, is_blank);
  bool quoted = false;
  for (size_t i = 0; i < rest.len; i++) {
    uint8_t c = rest.ptr[i];
    quoted = c == '"' ? !quoted : quoted;
    if (quoted || !is_blank(c)) {
      text_put(out, &c, 1);
    } else if (!is_blank(rest.ptr[i - 1])) {
      text_puts(out, " ");
    }
  }
}

void value_lower(dciauth_span value, text *out) {
  for (size_t i = 0; i < value.len; i++) {
    uint8_t c = value.ptr[i];
    c = c >= 'A' && c <= 'Z' ? (uint8_t)(c | 0x20) : c;
    text_put(out, &c, 1);
  }
}

void value_upper(dciauth_span value, text *out) {
  for (size_t i = 0; i < value.len; i++) {
    uint8_t c = value.ptr[i];
    c = c >= 'a' && c <= 'z' ? (uint8_t)(c & 0xDF) : c;
    text_put(out, &c, 1);
  }
}

void value_drop_port(dciauth_span value, text *out) {
  size_t end = value.len;
  while (end > 0 && value.ptr[end - 1] >= '0' && value.ptr[end - 1] <= '9') {
    end--;
  }
  bool port = end > 0 && end < value.len && value.ptr[end - 1] == ':';
  text_put(out, value.ptr, port ? end - 1 : value.len);
}
