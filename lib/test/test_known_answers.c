/* SPDX-License-Identifier: Apache-2.0 */
/* test_known_answers.c - signatures that others published: AWS's test suite (get-vanilla), the S3
 * documentation's GET object example, and requests that many signers sign alike. */
#include "support.h"

static void check_signature(sample *s, const char *want) {
  dciauth_signed out;
  sample_derive(s);
  work_block b = sample_sign(s, &out);
  assert_span(out.signature, dciauth_str(want));
  block_free(&b);
}

static void get_vanilla(void **state) {
  (void)state;
  sample s;
  sample_init(&s, row("aws4"));
  s.request.target = S("/");
  s.request.body = NOTHING;
  check_signature(&s, "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
}

static void post_vanilla(void **state) {
  (void)state;
  sample s;
  sample_init(&s, row("aws4"));
  s.request.method = S("POST");
  s.request.target = S("/");
  s.request.body = NOTHING;
  check_signature(&s, "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
}

/* The S3 documentation's signature is of a request for a range, with the header signed. */
static void s3_get_object(void **state) {
  (void)state;
  sample s;
  sample_init(&s, row("aws4-s3"));
  s.headers[0].value = S("examplebucket.s3.amazonaws.com");
  s.headers[1] = (dciauth_pair){S("Range"), S("bytes=0-9")};
  s.request.num_headers = 2;
  s.request.target = S("/test.txt");
  s.request.body = NOTHING;
  s.params.access_key = S("AKIAIOSFODNN7EXAMPLE");
  s.params.timestamp = S("20130524T000000Z");
  s.params.service = S("s3");
  const dciauth_scope scope = {NOTHING, S("20130524"), S("us-east-1"), S("s3"), NOTHING};
  assert_ok(dciauth_key_derive(s.p, S("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), &scope, &s.key));
  dciauth_signed out;
  work_block b = sample_sign(&s, &out);
  assert_span(out.signature, S("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"));
  block_free(&b);
}

/* The same request of the year 2015 for S3, and for another service with the payload hash as a
 * header: figures on which several independent signers agree. */
static void get_with_payload_hash(void **state) {
  (void)state;
  sample s;
  sample_init(&s, row("aws4-s3"));
  s.request.target = S("/");
  s.request.body = NOTHING;
  s.params.service = S("s3");
  check_signature(&s, "4a57a9b66302b918923f101b20f6be667a12693f84a1e13a9a8b877028bef358");
  sample_init(&s, row("aws4"));
  s.request.target = S("/");
  s.request.body = NOTHING;
  s.headers[s.request.num_headers++] = (dciauth_pair){S("x-amz-content-sha256"), S(EMPTY_HASH)};
  check_signature(&s, "726c5c4879a6b4ccbbd3b24edbd6b8826d34f87450fbbf4e85546fc7ba9c1642");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(get_vanilla),
      cmocka_unit_test(post_vanilla),
      cmocka_unit_test(s3_get_object),
      cmocka_unit_test(get_with_payload_hash),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
