/* SPDX-License-Identifier: Apache-2.0 */
/* describe.c - results as text. */
#include <stdio.h>

#include "support.h"

/* append writes one span with a bar behind it. */
static size_t append(char *out, size_t at, size_t size, dciauth_span s) {
  assert_true(s.len < size - at);
  if (s.len > 0) {
    memcpy(out + at, s.ptr, s.len);
  }
  out[at + s.len] = '|';
  return at + s.len + 1;
}

size_t describe_stages(const dciauth_stages *stages, char *out, size_t size) {
  const dciauth_span spans[] = {stages->path,         stages->query,
                                stages->headers,      stages->signed_headers,
                                stages->payload_hash, stages->canonical_request,
                                stages->scope,        stages->string_to_sign};
  size_t at = 0;
  for (size_t i = 0; i < NUM(spans); i++) {
    at = append(out, at, size, spans[i]);
  }
  return at;
}

size_t describe_signed(const dciauth_signed *s, char *out, size_t size) {
  size_t at = describe_stages(&s->stages, out, size);
  at = append(out, at, size, s->signature);
  at = append(out, at, size, s->authorization);
  for (size_t i = 0; i < s->num_added; i++) {
    at = append(out, at, size, s->added[i].name);
    at = append(out, at, size, s->added[i].value);
  }
  return at;
}

size_t describe_verdict(const dciauth_verdict *v, char *out, size_t size) {
  size_t at = describe_stages(&v->stages, out, size);
  char words[80];
  int len = snprintf(words, sizeof words, "%d %d %zu %zu %zu %zu %d", (int)v->status,
                     (int)v->where.field, v->where.index, v->where.offset, v->view.num_args,
                     v->view.num_headers, v->view.body_covered);
  at = append(out, at, size, dciauth_bytes(words, (size_t)len));
  at = append(out, at, size, v->claim.access_key);
  at = append(out, at, size, v->view.method);
  at = append(out, at, size, v->view.path);
  for (size_t i = 0; i < v->view.num_args; i++) {
    at = append(out, at, size, v->view.args[i].name);
    at = append(out, at, size, v->view.args[i].value);
  }
  for (size_t i = 0; i < v->view.num_headers; i++) {
    at = append(out, at, size, v->view.headers[i].name);
    at = append(out, at, size, v->view.headers[i].value);
  }
  return at;
}
