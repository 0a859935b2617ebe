/* SPDX-License-Identifier: Apache-2.0 */
/* test_sign.c - one call from request to Authorization: what it adds, which names it signs, what it
 * refuses. Bad bytes and lengths have tables of their own in test_bad_input.c and test_limits.c. */
#include "support.h"

static dciauth_status sign(const sample *s, dciauth_signed *out) {
  work_block b = block_new(dciauth_sign_bound(s->p, &s->request, &s->params), 0);
  dciauth_status status = dciauth_sign(s->p, &s->request, &s->params, &s->key, b.work, out);
  block_free(&b);
  return status;
}

static void check_refused(const sample *s, dciauth_status want, dciauth_field field, size_t index,
                          size_t offset) {
  dciauth_signed out;
  assert_status(sign(s, &out), want);
  assert_where(out.where, field, index, offset);
  assert_int_equal(out.num_added, 0);
  assert_int_equal(out.authorization.len, 0);
}

static void adds_headers(void **state) {
  (void)state;
  static const char *const names[3][4] = {
      {"X-Amz-Date", "X-Amz-Security-Token", "Authorization", NULL},
      {"X-Amz-Date", "X-Amz-Security-Token", "X-Amz-Content-Sha256", "Authorization"},
      {"X-DCI-Date", "Authorization", NULL, NULL}};
  for (size_t p = 0; p < NUM_KINDS; p++) {
    sample s;
    dciauth_signed out;
    sample_init(&s, kind(p));
    s.params.session_token = p == 2 ? NOTHING : S("to/k+en==");
    work_block b = sample_sign(&s, &out);
    size_t num = p == 1 ? 4 : p == 0 ? 3 : 2;
    assert_int_equal(out.num_added, num);
    for (size_t i = 0; i < num; i++) {
      assert_span(out.added[i].name, dciauth_str(names[p][i]));
    }
    assert_span(out.added[0].value, S("20150830T123600Z"));
    assert_span(out.added[num - 1].value, out.authorization);
    assert_where(out.where, DCIAUTH_FIELD_NONE, 0, 0);
    if (p < 2) {
      assert_span(out.added[1].value, S("to/k+en=="));
    }
    if (p == 1) {
      assert_span(out.added[2].value,
                  S("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
    }
    block_free(&b);
  }
}

static void fills_every_stage(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  sample_init(&s, row("aws4"));
  work_block b = sample_sign(&s, &out);
  assert_span(out.stages.path, S("/a%2520b/c"));
  assert_span(out.stages.query, S("x=1&y=%20z"));
  assert_span(out.stages.headers, S("host:example.amazonaws.com\nx-amz-date:20150830T123600Z\n"));
  assert_span(out.stages.signed_headers, S("host;x-amz-date"));
  assert_span(out.stages.payload_hash,
              S("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
  assert_span(out.stages.scope, S("20150830/us-east-1/service/aws4_request"));
  assert_span(
      out.stages.canonical_request,
      S("GET\n/a%2520b/c\nx=1&y=%20z\nhost:example.amazonaws.com\nx-amz-date:20150830T123600Z\n\n"
        "host;x-amz-date\n2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
  char hex[64];
  assert_ok(dciauth_signature(&s.key, out.stages.string_to_sign, hex));
  assert_span(out.signature, dciauth_bytes(hex, 64));
  block_free(&b);
}

static void host(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    sample s;
    dciauth_signed out;
    sample_init(&s, kind(p));
    s.headers[0].name = S("Other");
    if (p < 2) {
      check_refused(&s, DCIAUTH_E_HOST_NOT_SIGNED, DCIAUTH_FIELD_SIGNED_HEADERS, 0, 0);
      continue;
    }
    work_block b = sample_sign(&s, &out);
    assert_span(out.stages.headers, S("host:api.distributed-ci.io\nx-dci-date:20150830T123600Z\n"));
    assert_int_equal(out.num_added, 2); /* the host is the request's to send */
    block_free(&b);
  }
}

static void payload_literals(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    sample s;
    dciauth_signed out;
    sample_init(&s, kind(p));
    s.request.payload_hash = S("UNSIGNED-PAYLOAD");
    if (p == 2) {
      check_refused(&s, DCIAUTH_E_PAYLOAD_MODE_NOT_ALLOWED, DCIAUTH_FIELD_PAYLOAD_HASH, 0, 0);
      continue;
    }
    work_block b = sample_sign(&s, &out);
    assert_span(out.stages.payload_hash, S("UNSIGNED-PAYLOAD"));
    if (p == 1) {
      assert_span(out.added[1].value, S("UNSIGNED-PAYLOAD"));
    }
    block_free(&b);
  }
  sample s;
  sample_init(&s, row("aws4"));
  s.headers[s.request.num_headers++] = (dciauth_pair){S("x-amz-content-sha256"), S(EMPTY_HASH)};
  check_refused(&s, DCIAUTH_E_PAYLOAD_HASH_MISMATCH, DCIAUTH_FIELD_HEADER_VALUE, 1, 0);
}

static void dci_constants_are_the_callers(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  sample_init(&s, row("dci2-v2.1"));
  s.params.algorithm = S("AWS4-HMAC-SHA256");
  s.params.terminator = S("aws4_request");
  s.params.datestamp = S("20100101");
  sample_derive(&s);
  work_block b = sample_sign(&s, &out);
  assert_span(out.stages.scope, S("20100101/us-east-1/service/aws4_request"));
  assert_memory_equal(out.authorization.ptr,
                      "AWS4-HMAC-SHA256 Credential=remoteci/client_id/20100101/", 55);
  block_free(&b);
  sample_init(&s, row("dci2-v2.1"));
  s.params.region = NOTHING;
  s.params.service = NOTHING;
  b = sample_sign(&s, &out);
  assert_span(out.stages.scope, S("20150830/BHS3/api/dci2_request"));
  block_free(&b);
}

/* The same stages without a key, and no signature. */
static void stages_without_a_key(void **state) {
  (void)state;
  for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
    sample s;
    dciauth_signed with;
    dciauth_signed without;
    char one[8192];
    char two[8192];
    sample_init(&s, dciauth_profile_at(p));
    work_block b = block_new(dciauth_sign_bound(s.p, &s.request, &s.params), 0);
    work_block second = block_new(dciauth_sign_bound(s.p, &s.request, &s.params), 0);
    assert_ok(dciauth_sign(s.p, &s.request, &s.params, &s.key, b.work, &with));
    assert_ok(dciauth_canonicalize(s.p, &s.request, &s.params, second.work, &without));
    size_t len = describe_stages(&with.stages, one, sizeof one);
    assert_int_equal(describe_stages(&without.stages, two, sizeof two), len);
    assert_memory_equal(one, two, len);
    assert_int_equal(without.num_added + without.signature.len + without.authorization.len, 0);
    s.request.method = NOTHING;
    assert_status(dciauth_canonicalize(s.p, &s.request, &s.params, second.work, &without),
                  DCIAUTH_E_MALFORMED_METHOD);
    block_free(&second);
    block_free(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(stages_without_a_key), cmocka_unit_test(adds_headers),
      cmocka_unit_test(fills_every_stage),    cmocka_unit_test(host),
      cmocka_unit_test(payload_literals),     cmocka_unit_test(dci_constants_are_the_callers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
