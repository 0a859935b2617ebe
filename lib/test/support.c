/* SPDX-License-Identifier: Apache-2.0 */
/* support.c - assertions, exact work blocks and the sample request. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>

enum { PATTERN = 0xA5 };

static void print_span(const char *word, dciauth_span s) {
  char line[400];
  size_t at = 0;
  for (size_t i = 0; i < s.len && at + 5 < sizeof line; i++) {
    bool plain = s.ptr[i] >= 0x20 && s.ptr[i] < 0x7F;
    at += (size_t)snprintf(line + at, sizeof line - at, plain ? "%c" : "\\x%02x", s.ptr[i]);
  }
  line[at] = '\0';
  print_error("%s (%zu bytes): %s\n", word, s.len, line);
}

void check_span(dciauth_span got, dciauth_span want, const char *note, const char *file, int line) {
  if (got.len == want.len && (got.len == 0 || memcmp(got.ptr, want.ptr, got.len) == 0)) {
    return;
  }
  print_error("%s\n", note);
  print_span("got ", got);
  print_span("want", want);
  _fail(file, line);
}

void check_status(dciauth_status got, dciauth_status want, const char *note, const char *file, int line) {
  if (got != want) {
    print_error("%s\ngot %s, want %s\n", note, dciauth_status_class(got), dciauth_status_class(want));
    _fail(file, line);
  }
}

void check_where(dciauth_where got, dciauth_field field, size_t index, size_t offset, const char *note,
                 const char *file, int line) {
  if (got.field != field || got.index != index || got.offset != offset) {
    print_error("%s\ngot %s %zu %zu, want %s %zu %zu\n", note, dciauth_field_name(got.field), got.index, got.offset,
                dciauth_field_name(field), index, offset);
    _fail(file, line);
  }
}

void check_zero(const void *bytes, size_t len, const char *file, int line) {
  for (size_t i = 0; i < len; i++) {
    if (((const uint8_t *)bytes)[i] != 0) {
      print_error("byte %zu of %zu is not zero\n", i, len);
      _fail(file, line);
    }
  }
}

const dciauth_profile *row(const char *name) {
  const dciauth_profile *p = dciauth_profile_find(dciauth_str(name));
  assert_non_null(p);
  return p;
}

work_block block_new(size_t len, size_t alignment) {
  work_block b = {malloc(alignment + len + (alignment + len == 0)), alignment, {NULL, len}};
  assert_non_null(b.base);
  memset(b.base, PATTERN, alignment);
  b.work.ptr = b.base + alignment;
  return b;
}

void block_free(work_block *b) {
  for (size_t i = 0; i < b->before; i++) {
    assert_int_equal(b->base[i], PATTERN);
  }
  free(b->base);
  memset(b, 0, sizeof *b);
}

dciauth_span copy_exact(dciauth_span s) {
  uint8_t *copy = malloc(s.len > 0 ? s.len : 1);
  assert_non_null(copy);
  if (s.len > 0) {
    memcpy(copy, s.ptr, s.len);
  }
  return dciauth_bytes(copy, s.len);
}

void sample_init(sample *s, const dciauth_profile *p) {
  bool dci = dciauth_profile_find(S("dci2-v2.1")) == p;
  memset(s, 0, sizeof *s);
  s->p = p;
  s->headers[0] = (dciauth_pair){S("Host"), S("example.amazonaws.com")};
  s->request.method = S("GET");
  s->request.target = S("/a%20b/c?x=1&y=%20z");
  s->request.headers = s->headers;
  s->request.num_headers = 1;
  s->request.body = S("hello");
  s->params.access_key = dci ? S("remoteci/client_id") : S("AKIDEXAMPLE");
  s->params.timestamp = S("20150830T123600Z");
  s->params.region = S("us-east-1");
  s->params.service = S("service");
  sample_derive(s);
}

void sample_derive(sample *s) {
  dciauth_span date = s->params.datestamp;
  if (date.len == 0) {
    date = dciauth_bytes(s->params.timestamp.ptr, 8);
  }
  const dciauth_scope scope = {s->params.algorithm, date, s->params.region, s->params.service, s->params.terminator};
  assert_ok(dciauth_key_derive(s->p, S(SECRET), &scope, &s->key));
}

work_block sample_sign(sample *s, dciauth_signed *out) {
  work_block b = block_new(dciauth_sign_bound(s->p, &s->request, &s->params), 0);
  assert_ok(dciauth_sign(s->p, &s->request, &s->params, &s->key, b.work, out));
  assert_true(s->request.num_headers + out->num_added <= NUM(s->headers));
  for (size_t i = 0; i < out->num_added; i++) {
    s->headers[s->request.num_headers++] = out->added[i];
  }
  return b;
}

dciauth_policy sample_policy(const sample *s) {
  dciauth_policy policy;
  memset(&policy, 0, sizeof policy);
  policy.region = s->params.region;
  policy.service = s->params.service;
  return policy;
}

bool sample_lookup(void *arg, const dciauth_claim *claim, dciauth_credential *out) {
  (void)claim;
  *out = *(const dciauth_credential *)arg;
  return true;
}

dciauth_status sample_verify(const sample *s, const dciauth_policy *policy, dciauth_verdict *out) {
  dciauth_credential credential = {S(SECRET), s->params.session_token, NULL};
  work_block b = block_new(dciauth_verify_bound(s->p, &s->request), 0);
  dciauth_status status =
      dciauth_verify(s->p, &s->request, policy, SAMPLE_NOW, sample_lookup, &credential, b.work, out);
  block_free(&b);
  return status;
}

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
  int len = snprintf(words, sizeof words, "%d %d %zu %zu %zu %zu %d", (int)v->status, (int)v->where.field,
                     v->where.index, v->where.offset, v->view.num_args, v->view.num_headers, v->view.body_covered);
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
