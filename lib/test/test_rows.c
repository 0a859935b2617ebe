/* SPDX-License-Identifier: Apache-2.0 */
/* test_rows.c - what sets the rows of python-dciauth and aws4-raw apart. Every Authorization of a
 * dci row is what the package returned for the same request: HmacSignature and dciauth.v2 of
 * release 4.0.1.post202603121510, Signature of release 2.1.7. */
#include "support.h"

#define TARGET "/a//b%20c%2Fd%zz+?y=+~&x{=1&xa=%C3%A9"
#define HOST " a\xc2\xa0 b:80 "

/* odd_request is one in which every rule of these rows shows. */
static void odd_request(sample *s, const char *name, const char *access_key) {
  sample_init(s, row(name));
  s->request.method = S("get");
  s->request.target = S(TARGET);
  s->headers[0].value = S(HOST);
  s->params.access_key = dciauth_str(access_key);
  s->params.region = S("BHS3");
  s->params.service = S("api");
  const dciauth_scope scope = {NOTHING, S("20150830"), S("BHS3"), S("api"), NOTHING};
  assert_ok(dciauth_key_derive(s->p, S("secret"), &scope, &s->key));
}

static void class_rows(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  odd_request(&s, "dci2", "remoteci/a/b");
  work_block b = sample_sign(&s, &out);
  assert_span(out.stages.canonical_request,
              S("get\n/a//b c/d%zz+\nx%7B=1&xa=%C3%A9&y=%20~\nhost:a b:80\n"
                "x-dci-date:20150830T123600Z\n\nhost;x-dci-date\n"
                "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
  assert_span(out.authorization,
              S("DCI2-HMAC-SHA256 Credential=remoteci/a/b/20150830/BHS3/api/dci2_request, "
                "SignedHeaders=host;x-dci-date, Signature="
                "7b8f0415e8bb0c5645424b2527ec26420ef936b69cdfc6dc8e8aaddb38a84e16"));
  block_free(&b);
  odd_request(&s, "dci-aws4", "remoteci/a/b");
  b = sample_sign(&s, &out);
  assert_span(out.authorization,
              S("AWS4-HMAC-SHA256 Credential=remoteci/a/b/20150830/BHS3/api/aws4_request, "
                "SignedHeaders=host;x-amz-date, Signature="
                "cedc8f00f2cd7a8e0042d3808a29d5e312c4310b77365fb96f77ce2958314126"));
  block_free(&b);
}

static void functional_row(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  odd_request(&s, "dci2-v2", "remoteci/x");
  work_block b = sample_sign(&s, &out);
  assert_span(out.stages.headers, S("host:" HOST "\nx-dci-date:20150830T123600Z\n"));
  assert_span(out.authorization,
              S("DCI2-HMAC-SHA256 Credential=remoteci/x/20150830/BHS3/api/dci2_request, "
                "SignedHeaders=host;x-dci-date, Signature="
                "e7fc000d24b6180e84a1fae2c56458e1358c76f196054c2773934dc8532fd439"));
  block_free(&b);
}

static void version_one(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  sample_init(&s, row("dci1"));
  s.request.method = S("get");
  s.request.target = S(TARGET);
  s.request.body = S("{\"a\": 1}");
  s.headers[0] = (dciauth_pair){S("X-b"), S(" v  ")};
  s.headers[1] = (dciauth_pair){S("Host"), S("h")};
  s.request.num_headers = 2;
  s.params.access_key = S("remoteci/x");
  const dciauth_scope scope = {NOTHING, S("20150830"), NOTHING, NOTHING, NOTHING};
  assert_ok(dciauth_key_derive(s.p, S("secret"), &scope, &s.key));
  work_block b = sample_sign(&s, &out);
  assert_span(out.stages.string_to_sign,
              S("DCI-HMAC-SHA256\n20150830T123600Z\n20150830\n"
                "0ebc409c4b07343e45e8f11db2aa700f62c3debdd6fa809bdfae0083cd4d8516"));
  assert_span(out.authorization,
              S("DCI-HMAC-SHA256 Credential=remoteci/x, SignedHeaders=dci-datetime;host;x-b, "
                "Signature=013a0ebb6ea71dd68ab589ffda950c99183a27e739d059557036eb9d28c6de92,"));
  assert_span(out.signature, S("013a0ebb6ea71dd68ab589ffda950c99183a27e739d059557036eb9d28c6de92"));
  assert_span(out.added[0].name, S("dci-datetime"));
  block_free(&b);
}

/* Nothing is dropped, and what is an escape already is encoded again. */
static void raw_paths(void **state) {
  (void)state;
  static const struct {
    const char *path, *want;
  } cases[] = {
      {"/", "/"},
      {"//a/./../b//", "//a/./../b//"},
      {"/a%2Fb c\xff", "/a%252Fb%20c%FF"},
      {"/..", "/.."},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    dciauth_text out;
    dciauth_span path = dciauth_str(cases[i].path);
    work_block b = block_new(dciauth_path_bound(row("aws4-raw"), path), i);
    assert_ok(dciauth_canon_path(row("aws4-raw"), path, b.work, &out));
    assert_span(out.text, dciauth_str(cases[i].want));
    block_free(&b);
  }
}

/* What a row has no place for, or misses, is an error of the caller's. */
static void parameters(void **state) {
  (void)state;
  static const struct {
    const char *row;
    size_t at;
    const char *value;
    dciauth_status want;
  } cases[] = {
      {"dci2", offsetof(dciauth_sign_params, region), "", DCIAUTH_E_ARGUMENT},
      {"dci2", offsetof(dciauth_sign_params, algorithm), "AWS4-HMAC-SHA256",
       DCIAUTH_E_BAD_ALGORITHM},
      {"dci2", offsetof(dciauth_sign_params, terminator), "aws4_request",
       DCIAUTH_E_SCOPE_TERMINATOR},
      {"dci2", offsetof(dciauth_sign_params, access_key), "a", DCIAUTH_OK},
      {"dci2", offsetof(dciauth_sign_params, access_key), "a/b/c", DCIAUTH_OK},
      {"dci2", offsetof(dciauth_sign_params, access_key), "a//c", DCIAUTH_E_MALFORMED_CREDENTIAL},
      {"dci2", offsetof(dciauth_sign_params, access_key), "a/", DCIAUTH_E_MALFORMED_CREDENTIAL},
      {"dci1", offsetof(dciauth_sign_params, access_key), "a", DCIAUTH_E_MALFORMED_CREDENTIAL},
      {"dci1", offsetof(dciauth_sign_params, region), "r", DCIAUTH_E_ARGUMENT},
      {"dci1", offsetof(dciauth_sign_params, service), "s", DCIAUTH_E_ARGUMENT},
      {"dci1", offsetof(dciauth_sign_params, terminator), "t", DCIAUTH_E_ARGUMENT},
      {"dci1", offsetof(dciauth_sign_params, datestamp), "20150830", DCIAUTH_E_ARGUMENT},
      {"dci2-v2", offsetof(dciauth_sign_params, terminator), "other", DCIAUTH_OK},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    sample s;
    dciauth_signed out;
    sample_init(&s, row(cases[i].row));
    dciauth_span value = dciauth_str(cases[i].value);
    memcpy((char *)&s.params + cases[i].at, &value, sizeof value);
    work_block b = block_new(dciauth_sign_bound(s.p, &s.request, &s.params), 0);
    check_status(dciauth_sign(s.p, &s.request, &s.params, &s.key, b.work, &out), cases[i].want,
                 cases[i].value, __FILE__, __LINE__);
    block_free(&b);
  }
}

/* The class signs a host that is there; version 1 does not care. */
static void hosts(void **state) {
  (void)state;
  static const struct {
    const char *row;
    dciauth_status want;
  } cases[] = {{"aws4-raw", DCIAUTH_E_HOST_NOT_SIGNED},
               {"dci2", DCIAUTH_E_HOST_NOT_SIGNED},
               {"dci-aws4", DCIAUTH_E_HOST_NOT_SIGNED},
               {"dci2-v2", DCIAUTH_OK},
               {"dci1", DCIAUTH_OK}};
  for (size_t i = 0; i < NUM(cases); i++) {
    sample s;
    dciauth_signed out;
    dciauth_verdict v;
    sample_init(&s, row(cases[i].row));
    s.request.num_headers = 0;
    work_block b = block_new(dciauth_sign_bound(s.p, &s.request, &s.params), 0);
    check_status(dciauth_sign(s.p, &s.request, &s.params, &s.key, b.work, &out), cases[i].want,
                 cases[i].row, __FILE__, __LINE__);
    block_free(&b);
    if (s.p == row("dci1")) {
      b = sample_sign(&s, &out);
      dciauth_policy policy = sample_policy(&s);
      assert_ok(sample_verify(&s, &policy, &v));
      policy.region = S("r"); /* there is none to expect */
      assert_status(sample_verify(&s, &policy, &v), DCIAUTH_E_ARGUMENT);
      block_free(&b);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(class_rows), cmocka_unit_test(functional_row), cmocka_unit_test(version_one),
      cmocka_unit_test(raw_paths),  cmocka_unit_test(parameters),     cmocka_unit_test(hosts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
