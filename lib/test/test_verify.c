/* SPDX-License-Identifier: Apache-2.0 */
/* test_verify.c - the verdict and the verified view. Refusals have tables of their own:
 * test_bad_input.c, test_bad_auth.c, test_limits.c and, for two defects at once, test_order.c. */
#include "support.h"

/* signed_sample is a sample signed by its row, with two more headers, one of them unsigned where
 * rows allow it. */
static work_block signed_sample(sample *s, const char *name, dciauth_signed *out) {
  sample_init(s, row(name));
  s->headers[s->request.num_headers++] = (dciauth_pair){S("Range"), S(" bytes=0-9  x ")};
  s->params.signed_headers = s->p == row("dci2-v2.1") ? S("host;range;x-dci-date") : NOTHING;
  work_block b = sample_sign(s, out);
  s->headers[s->request.num_headers++] = (dciauth_pair){S("User-Agent"), S("me")};
  return b;
}

static dciauth_status verify(const sample *s, const dciauth_policy *policy,
                             dciauth_credential *credential, int64_t now, work_block *b,
                             dciauth_verdict *out) {
  *b = block_new(dciauth_verify_bound(s->p, &s->request), 0);
  dciauth_status status =
      dciauth_verify(s->p, &s->request, policy, now, sample_lookup, credential, b->work, out);
  assert_status(out->status, status);
  return status;
}

static void view_holds_what_is_covered(void **state) {
  (void)state;
  static const char *const names[3] = {"aws4", "aws4-s3", "dci2-v2.1"};
  static const char *const paths[3] = {"/a%20b/c", "/a b/c", "/a b/c"};
  static const char *const ranges[3] = {"bytes=0-9 x", "bytes=0-9 x", " bytes=0-9  x "};
  for (size_t p = 0; p < 3; p++) {
    sample s;
    dciauth_signed out;
    dciauth_verdict v;
    work_block signing = signed_sample(&s, names[p], &out);
    work_block b;
    dciauth_credential credential = {.secret_key = S(SECRET)};
    dciauth_policy policy = sample_policy(&s);
    assert_ok(verify(&s, &policy, &credential, SAMPLE_NOW, &b, &v));
    assert_span(v.claim.access_key, s.params.access_key);
    assert_span(v.view.method, S("GET"));
    assert_span(v.view.path, dciauth_str(paths[p]));
    assert_int_equal(v.view.num_args, 2);
    assert_span(v.view.args[0].name, S("x"));
    assert_span(v.view.args[0].value, S("1"));
    assert_span(v.view.args[1].value, S(" z"));
    assert_int_equal(v.view.num_headers,
                     p == 1 ? 4 : 3); /* never User-Agent, never Authorization */
    assert_span(v.view.headers[0].name, S("host"));
    assert_span(v.view.headers[1].name, S("range"));
    assert_span(v.view.headers[1].value, dciauth_str(ranges[p]));
    assert_true(v.view.body_covered);
    assert_where(v.where, DCIAUTH_FIELD_NONE, 0, 0);
    assert_span(v.stages.canonical_request, out.stages.canonical_request);
    assert_span(v.stages.string_to_sign, out.stages.string_to_sign);
    block_free(&b);
    block_free(&signing);
  }
}

static void no_view_without_a_verdict(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  dciauth_verdict v;
  work_block signing = signed_sample(&s, "aws4", &out);
  dciauth_policy policy = sample_policy(&s);
  s.request.body = S("Hello");
  assert_status(sample_verify(&s, &policy, &v), DCIAUTH_E_SIGNATURE_MISMATCH);
  assert_zero(v.view);
  assert_where(v.where, DCIAUTH_FIELD_NONE, 0, 0);
  assert_true(v.stages.string_to_sign.len > 0);
  block_free(&signing);
}

static void repeated_query_keys(void **state) {
  (void)state;
  static const struct {
    const char *row;
    dciauth_repeat repeat;
    dciauth_status want;
    size_t num;
  } cases[] = {
      {"aws4", DCIAUTH_REPEAT_ROW, DCIAUTH_OK, 3},
      {"aws4", DCIAUTH_REPEAT_REFUSE, DCIAUTH_E_DUPLICATE_QUERY_PARAM, 0},
      {"aws4", DCIAUTH_REPEAT_FIRST, DCIAUTH_E_SIGNATURE_MISMATCH, 0},
      {"dci2-v2.1", DCIAUTH_REPEAT_ROW, DCIAUTH_E_DUPLICATE_QUERY_PARAM, 0},
      {"dci2-v2.1", DCIAUTH_REPEAT_REFUSE, DCIAUTH_E_DUPLICATE_QUERY_PARAM, 0},
      {"dci2-v2.1", DCIAUTH_REPEAT_FIRST, DCIAUTH_OK, 2},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    sample s;
    dciauth_signed out;
    dciauth_verdict v;
    work_block b;
    sample_init(&s, row(cases[i].row));
    bool dci = strcmp(cases[i].row, "dci2-v2.1") == 0;
    s.request.target = dci ? S("/?b=1&a=9") : S("/?b=1&a=9&%61=2");
    work_block signing = sample_sign(&s, &out);
    s.request.target =
        S("/?b=1&a=9&%61=2"); /* a dci signer cannot sign it, a dictionary still verifies it */
    dciauth_policy policy = sample_policy(&s);
    policy.repeat = cases[i].repeat;
    dciauth_credential credential = {.secret_key = S(SECRET)};
    assert_status(verify(&s, &policy, &credential, SAMPLE_NOW, &b, &v), cases[i].want);
    assert_int_equal(v.view.num_args, cases[i].num);
    if (cases[i].num == 2) {
      assert_span(v.view.args[0].value, S("9"));
    } else if (cases[i].num == 3) {
      assert_span(v.view.args[0].value, S("2"));
      assert_span(v.view.args[1].value, S("9"));
    } else if (cases[i].want == DCIAUTH_E_DUPLICATE_QUERY_PARAM) {
      assert_where(v.where, DCIAUTH_FIELD_TARGET, 0, 10);
    }
    block_free(&b);
    block_free(&signing);
  }
}

static void must_sign(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  dciauth_verdict v;
  work_block signing = signed_sample(&s, "aws4", &out);
  dciauth_policy policy = sample_policy(&s);
  const dciauth_span listed[] = {S("Range"), S("user-agent")};
  policy.must_sign = listed;
  policy.num_must_sign = 1;
  assert_ok(sample_verify(&s, &policy, &v));
  policy.num_must_sign = 2;
  assert_status(sample_verify(&s, &policy, &v), DCIAUTH_E_HEADER_NOT_SIGNED);
  assert_where(v.where, DCIAUTH_FIELD_POLICY, 1, 0);
  block_free(&signing);
}

static void policy_that_cannot_be_meant(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  dciauth_verdict v;
  work_block signing = signed_sample(&s, "aws4", &out);
  dciauth_policy policy = sample_policy(&s);
  policy.region = NOTHING;
  assert_status(sample_verify(&s, &policy, &v), DCIAUTH_E_ARGUMENT);
  assert_where(v.where, DCIAUTH_FIELD_POLICY, 0, 0);
  block_free(&signing);
}

/* Of several Authorization headers the loose reading takes the last, as a dictionary does. */
static void loose_reading_takes_the_last(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  dciauth_verdict v;
  sample_init(&s, row("dci2-v2.1"));
  s.headers[s.request.num_headers++] = (dciauth_pair){S("A"), S("1")};
  s.params.signed_headers = S("a;host;x-dci-date");
  work_block signing = sample_sign(&s, &out);
  dciauth_pair good = s.headers[s.request.num_headers - 1];
  s.headers[s.request.num_headers - 1].value = S("junk");
  s.headers[s.request.num_headers++] = good;
  dciauth_policy policy = dciauth_policy_python_dciauth();
  assert_ok(sample_verify(&s, &policy, &v));
  s.headers[s.request.num_headers - 2].value = good.value;
  s.headers[s.request.num_headers - 1].value = S("junk");
  assert_status(sample_verify(&s, &policy, &v), DCIAUTH_E_MALFORMED_AUTH_HEADER);
  assert_where(v.where, DCIAUTH_FIELD_HEADER_VALUE, 4, 0);
  s.headers[s.request.num_headers - 1] = (dciauth_pair){S("a"), S("1")};
  s.headers[1].value = S("2");
  assert_ok(sample_verify(&s, &policy, &v)); /* the last a is the one signed */
  block_free(&signing);
}

/* Arguments that would authenticate by themselves: after decoding, in any case; those that only
 * begin like one are arguments. */
static void authentication_in_the_query(void **state) {
  (void)state;
  static const struct {
    const char *target;
    bool refused;
  } cases[] = {
      {"/?a=1&X-Amz-Signature=0", true}, {"/?a=1&x-amz-credential", true},
      {"/?a=1&X-AMZ-ALGORITHM=", true},  {"/?a=1&X-Amz-%53ignatur%65=0", true},
      {"/?a=1&X-Amz-Date=0", false},     {"/?a=1&X-Amz-Signature2=0", false},
      {"/?a=1&Signature=0", false},      {"/?a=X-Amz-Signature", false},
      {"/X-Amz-Signature=1?a=1", false},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    for (size_t p = 0; p < NUM_KINDS; p++) {
      sample s;
      dciauth_signed out;
      dciauth_verdict v;
      sample_init(&s, kind(p));
      s.request.target = dciauth_str(cases[i].target);
      work_block b = sample_sign(&s, &out);
      dciauth_policy policy = sample_policy(&s);
      bool refused = cases[i].refused && p < 2;
      check_status(sample_verify(&s, &policy, &v), refused ? DCIAUTH_E_MULTIPLE_AUTH : DCIAUTH_OK,
                   cases[i].target, __FILE__, __LINE__);
      assert_int_equal(v.where.field, refused ? DCIAUTH_FIELD_TARGET : DCIAUTH_FIELD_NONE);
      block_free(&b);
    }
  }
}

/* python-dciauth's reading takes a name listed twice, signed so; the strict one does not. */
static void repeated_names(void **state) {
  (void)state;
  static char value[500];
  memset(value, 'v', sizeof value);
  sample s;
  dciauth_signed out;
  dciauth_verdict v;
  sample_init(&s, row("dci2-v2.1"));
  s.headers[s.request.num_headers++] = (dciauth_pair){S("a"), dciauth_bytes(value, sizeof value)};
  s.params.signed_headers = S("a;a;a;a;a;host;x-dci-date");
  work_block b = sample_sign(&s, &out);
  dciauth_policy policy = dciauth_policy_python_dciauth();
  assert_ok(sample_verify(&s, &policy, &v));
  assert_int_equal(v.view.num_headers, 7);
  policy = sample_policy(&s);
  assert_status(sample_verify(&s, &policy, &v), DCIAUTH_E_SIGNED_HEADERS_MALFORMED);
  block_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(repeated_names),
      cmocka_unit_test(authentication_in_the_query),
      cmocka_unit_test(view_holds_what_is_covered),
      cmocka_unit_test(no_view_without_a_verdict),
      cmocka_unit_test(repeated_query_keys),
      cmocka_unit_test(must_sign),
      cmocka_unit_test(policy_that_cannot_be_meant),
      cmocka_unit_test(loose_reading_takes_the_last),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
