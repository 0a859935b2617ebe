/* SPDX-License-Identifier: Apache-2.0 */
/* sample.c - the request that every row signs. */
#include "support.h"

void sample_init(sample *s, const dciauth_profile *p) {
  bool scope = strcmp(row_text(p, "scope"), "date") != 0;
  memset(s, 0, sizeof *s);
  s->p = p;
  s->headers[0] = (dciauth_pair){S("Host"), S("example.amazonaws.com")};
  s->request.method = S("GET");
  s->request.target = S("/a%20b/c?x=1&y=%20z");
  s->request.headers = s->headers;
  s->request.num_headers = 1;
  s->request.body = S("hello");
  s->params.access_key = is_dci(p) ? S("remoteci/client_id") : S("AKIDEXAMPLE");
  s->params.timestamp = S("20150830T123600Z");
  s->params.region = scope ? S("us-east-1") : NOTHING;
  s->params.service = scope ? S("service") : NOTHING;
  sample_derive(s);
}

void sample_add_my_header(sample *s, const char *value) {
  const char *list = row_text(s->p, "default_signed");
  s->headers[1] = (dciauth_pair){S("My-Header"), dciauth_str(value)};
  s->request.num_headers = 2;
  if (strcmp(list, "host;x-dci-date") == 0) {
    s->params.signed_headers = S("host;my-header;x-dci-date");
  } else if (list[0] != '\0') {
    s->params.signed_headers = S("host;my-header;x-amz-date");
  }
}

void sample_derive(sample *s) {
  dciauth_span date = s->params.datestamp;
  if (date.len == 0) {
    date = dciauth_bytes(s->params.timestamp.ptr, 8);
  }
  const dciauth_scope scope = {s->params.algorithm, date, s->params.region, s->params.service,
                               s->params.terminator};
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

dciauth_policy sample_policy_at(const sample *s, size_t i) {
  dciauth_policy policy = sample_policy(s);
  if (i == 1) {
    policy.allow = (1U << 16) - 1 - DCIAUTH_ALLOW_LOOSE_SYNTAX - DCIAUTH_ALLOW_ANY_SCOPE;
  }
  return i == 2 ? dciauth_policy_python_dciauth() : policy;
}

bool sample_is_reason(dciauth_status status) {
  return status != DCIAUTH_OK && status != DCIAUTH_E_SPACE && status != DCIAUTH_E_ARGUMENT &&
         status != DCIAUTH_E_CRYPTO && dciauth_status_class(status)[0] != '\0';
}

bool sample_lookup(void *arg, const dciauth_claim *claim, dciauth_credential *out) {
  (void)claim;
  *out = *(const dciauth_credential *)arg;
  return true;
}

dciauth_status sample_verify(const sample *s, const dciauth_policy *policy, dciauth_verdict *out) {
  dciauth_credential credential = {.secret_key = S(SECRET),
                                   .session_token = s->params.session_token};
  work_block b = block_new(dciauth_verify_bound(s->p, &s->request), 0);
  dciauth_status status = dciauth_verify(s->p, &s->request, policy, SAMPLE_NOW, sample_lookup,
                                         &credential, b.work, out);
  block_free(&b);
  return status;
}
