/* SPDX-License-Identifier: Apache-2.0 */
/* test_work_block.c - every size of work, at every alignment: signing, verifying, each stage. */
#include "support.h"

enum { TEXT = SWEEP_TEXT, NOW = SAMPLE_NOW };

/* call is the input of one call under test. */
typedef struct {
  sample s;
  dciauth_policy policy;
} call;

static dciauth_status run_sign(const void *arg, dciauth_work work, char *text, size_t *len) {
  const call *c = arg;
  dciauth_signed out;
  dciauth_status status = dciauth_sign(c->s.p, &c->s.request, &c->s.params, &c->s.key, work, &out);
  if (status == DCIAUTH_E_SPACE) {
    assert_zero(out);
  } else {
    *len = describe_signed(&out, text, TEXT);
  }
  return status;
}

static dciauth_status run_canonicalize(const void *arg, dciauth_work work, char *text,
                                       size_t *len) {
  const call *c = arg;
  dciauth_signed out;
  dciauth_status status = dciauth_canonicalize(c->s.p, &c->s.request, &c->s.params, work, &out);
  if (status == DCIAUTH_E_SPACE) {
    assert_zero(out);
  } else {
    *len = describe_signed(&out, text, TEXT);
  }
  return status;
}

static dciauth_status run_verify(const void *arg, dciauth_work work, char *text, size_t *len) {
  const call *c = arg;
  dciauth_verdict out;
  dciauth_credential credential = {.secret_key = S(SECRET),
                                   .session_token = c->s.params.session_token};
  dciauth_status status = dciauth_verify(c->s.p, &c->s.request, &c->policy, NOW, sample_lookup,
                                         &credential, work, &out);
  assert_status(out.status, status);
  if (status == DCIAUTH_E_SPACE) {
    out.status = DCIAUTH_OK;
    assert_zero(out);
  } else {
    *len = describe_verdict(&out, text, TEXT);
  }
  return status;
}

static dciauth_status run_path(const void *arg, dciauth_work work, char *text, size_t *len) {
  const call *c = arg;
  dciauth_text out;
  dciauth_status status = dciauth_canon_path(c->s.p, c->s.request.target, work, &out);
  *len = copy_text(text, out.text);
  return status;
}

static dciauth_status run_query(const void *arg, dciauth_work work, char *text, size_t *len) {
  const call *c = arg;
  dciauth_text out;
  dciauth_status status = dciauth_canon_query(c->s.p, c->s.request.target, work, &out);
  *len = copy_text(text, out.text);
  return status;
}

static dciauth_status run_headers(const void *arg, dciauth_work work, char *text, size_t *len) {
  const call *c = arg;
  dciauth_headers out;
  dciauth_status status =
      dciauth_canon_headers(c->s.p, c->s.request.headers, c->s.request.num_headers,
                            c->s.params.signed_headers, work, &out);
  if (status == DCIAUTH_E_SPACE) {
    assert_zero(out);
  }
  *len = copy_text(text, out.headers);
  return status;
}

static dciauth_status run_payload(const void *arg, dciauth_work work, char *text, size_t *len) {
  const call *c = arg;
  dciauth_text out;
  dciauth_status status = dciauth_payload_hash(c->s.p, &c->s.request, work, &out);
  *len = copy_text(text, out.text);
  return status;
}

static void rich_sample(call *c, size_t p) {
  memset(c, 0, sizeof *c);
  sample_init(&c->s, dciauth_profile_at(p));
  sample_add_my_header(&c->s, "  a  b ");
  c->s.headers[2] = (dciauth_pair){S("UP"), S("")};
  c->s.request.num_headers = 3;
  c->s.request.target = S("/a/../%20x?b=%ff+\xff&a=~!&c");
  c->s.params.session_token = is_dci(c->s.p) ? NOTHING : S("to/ken");
}

static void signing(void **state) {
  (void)state;
  for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
    call c;
    rich_sample(&c, p);
    size_t bound = dciauth_sign_bound(c.s.p, &c.s.request, &c.s.params);
    sweep_work(run_sign, &c, bound, DCIAUTH_OK);
    sweep_work(run_canonicalize, &c, bound, DCIAUTH_OK);
  }
}

/* verify_loosely sweeps readings of python-dciauth, and one request beneath Flask, where its
 * target, which is none that a browser sends, is another one. */
static void verify_loosely(call *c, size_t bound) {
  const dciauth_policy strict = c->policy;
  bool wsgi = c->s.p == row("dci2");
  c->s.request.body = S("hello");
  c->policy = dciauth_policy_python_dciauth();
  c->policy.region = strict.region;
  c->policy.service = strict.service;
  sweep_work(run_verify, c, bound, DCIAUTH_OK);
  if (wsgi) {
    c->policy.view = DCIAUTH_SEEN_WSGI;
    bound = dciauth_verify_wsgi_bound(c->s.p, &c->s.request);
    sweep_work(run_verify, c, bound, DCIAUTH_E_SIGNATURE_MISMATCH);
  }
}

static void verifying(void **state) {
  (void)state;
  for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
    call c;
    dciauth_signed out;
    rich_sample(&c, p);
    work_block b = sample_sign(&c.s, &out);
    c.policy = sample_policy(&c.s);
    size_t bound = dciauth_verify_bound(c.s.p, &c.s.request);
    sweep_work(run_verify, &c, bound, DCIAUTH_OK);
    c.s.request.body = S("other");
    sweep_work(run_verify, &c, bound,
               c.s.p == row("aws4-s3") ? DCIAUTH_E_PAYLOAD_HASH_MISMATCH
                                       : DCIAUTH_E_SIGNATURE_MISMATCH);
    if (c.s.p == row("dci2") || c.s.p == row("dci2-v2.1")) {
      verify_loosely(&c, bound);
    }
    block_free(&b);
  }
}

static void stages(void **state) {
  (void)state;
  for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
    call c;
    rich_sample(&c, p);
    c.s.request.target = S("/a/../b%20/\xff");
    size_t bound = dciauth_path_bound(c.s.p, c.s.request.target);
    sweep_work(run_path, &c, bound, DCIAUTH_OK);
    c.s.request.target = S("b=%ff+\xff&a=~!&c&&=");
    bound = dciauth_query_bound(c.s.p, c.s.request.target);
    sweep_work(run_query, &c, bound, DCIAUTH_OK);
    c.s.params.signed_headers = S("host;my-header");
    bound = dciauth_headers_bound(c.s.p, c.s.request.headers, c.s.request.num_headers,
                                  c.s.params.signed_headers);
    sweep_work(run_headers, &c, bound, DCIAUTH_OK);
    sweep_work(run_payload, &c, 64, DCIAUTH_OK);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(signing),
      cmocka_unit_test(verifying),
      cmocka_unit_test(stages),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
