/* SPDX-License-Identifier: Apache-2.0 */
/* test_profile_own.c - rows of the caller's own: what they sign, what is refused, and that no
 * combination of rules does harm. */
#include <limits.h>

#include "generate.h"
#include "profile_rules.h"
#include "support.h"

#define AWS4_COPY(vendor, prefix)                                                                  \
  {"name", vendor, 0}, {"date_header", prefix "DaTe", 0}, {"token_header", "", 0},                 \
      {"payload_header", prefix "content-sha256", 0}, {"guarded_prefix", prefix, 0}, {             \
    "query_auth_prefix", prefix, 0                                                                 \
  }

typedef struct {
  work_block block;
  dciauth_own_profile own;
  dciauth_status status;
} made;

static made make(const dciauth_profile *base, const dciauth_rule *rules, size_t num) {
  made m = {.block = block_new(dciauth_profile_bound(rules, num), 3)};
  m.status = dciauth_profile_make(base, rules, num, m.block.work, &m.own);
  return m;
}

/* The signatures were computed with the hmac of Python's standard library. */
static void copies_of_the_scheme(void **state) {
  (void)state;
  static const dciauth_rule goog[] = {AWS4_COPY("goog4", "x-goog-"),
                                      {"algorithm", "GOOG4-HMAC-SHA256", 0},
                                      {"terminator", "goog4_request", 0}};
  static const dciauth_rule oss[] = {AWS4_COPY("oss4", "x-oss-"),
                                     {"algorithm", "OSS4-HMAC-SHA256", 0},
                                     {"terminator", "aliyun_v4_request", 0},
                                     {"key_prefix", "text", 0},
                                     {"key_prefix_text", "aliyun_v4", 0}};
  static const dciauth_rule plain[] = {AWS4_COPY("plain", "x-"),
                                       {"algorithm", "HMAC-SHA256", 0},
                                       {"terminator", "request", 0},
                                       {"key_prefix", "none", 0}};
  const struct {
    const dciauth_rule *rules;
    size_t num;
    const char *signature;
  } cases[] = {
      {goog, NUM(goog), "89614521951557eb99777a91bdb15cdbf96d70b48d771e1a3ce14974c089d837"},
      {oss, NUM(oss), "a851005d673a606d1c9b0d17b3cb61a2cf1b013fe937c59dffbef864771b5ed6"},
      {plain, NUM(plain), "b4e0d6c9a5adf4051aba2c04d558f895d8061bdbafa62618780e6498a8a922f5"}};
  for (size_t i = 0; i < NUM(cases); i++) {
    made m = make(row("aws4"), cases[i].rules, cases[i].num);
    assert_ok(m.status);
    sample s;
    dciauth_signed out;
    dciauth_verdict v;
    sample_init(&s, m.own.profile);
    s.headers[0].value = S("storage.example.com");
    s.request.target = S("/a?a=1");
    s.request.body = NOTHING;
    s.params.service = S("storage");
    sample_derive(&s);
    work_block b = sample_sign(&s, &out);
    assert_span(out.signature, dciauth_str(cases[i].signature));
    dciauth_policy policy = sample_policy(&s);
    assert_ok(sample_verify(&s, &policy, &v));
    block_free(&b);
    block_free(&m.block);
  }
}

/* Every row of the table can be made out of every other. */
static void rows_from_their_rules(void **state) {
  (void)state;
  for (size_t i = 0; dciauth_profile_at(i) != NULL; i++) {
    dciauth_rule rules[64];
    size_t num = 0;
    for (; profile_column_at(num) != NULL; num++) {
      rules[num] = dciauth_profile_rule(dciauth_profile_at(i), num);
    }
    for (size_t j = 0; dciauth_profile_at(j) != NULL; j++) {
      made m = make(dciauth_profile_at(j), rules, num);
      assert_ok(m.status);
      for (size_t k = 0; k < num; k++) {
        dciauth_rule got = dciauth_profile_rule(m.own.profile, k);
        assert_string_equal(got.column, rules[k].column);
        assert_int_equal(got.number, rules[k].number);
        assert_true((got.text == NULL) == (rules[k].text == NULL));
        assert_true(got.text == NULL || strcmp(got.text, rules[k].text) == 0);
      }
      block_free(&m.block);
    }
  }
}

static void wrong_rules(void **state) {
  (void)state;
  char long_text[300];
  memset(long_text, 'a', sizeof long_text);
  long_text[256] = '\0';
  const dciauth_rule cases[] = {
      {NULL, "x", 0},
      {"colour", "red", 0},
      {"path", "sideways", 0},
      {"path", NULL, 0},
      {"name", "", 0},
      {"name", "a b", 0},
      {"name", long_text, 0},
      {"max_skew", "900", 0},
      {"max_skew", NULL, -1},
      {"max_skew", NULL, 366 * 86400 + 1},
      {"credential_parts", NULL, 4},
      {"credential_parts", NULL, -1},
      {"credential_parts", NULL, 69},
      {"credential_parts", NULL, INT_MAX},
      {"credential_parts", NULL, INT_MIN}, /* of which nothing can be taken */
      {"algorithm", "A,B", 0},
      {"algorithm", "A B", 0},
      {"terminator", "a/b", 0},
      {"terminator", long_text, 0},
      {"date_header", "X Date", 0},
      {"date_header", "X\n", 0},
      {"guarded_prefix", "X-", 0},
      {"query_auth_prefix", "x ", 0},
      {"default_signed", "host;", 0},
      {"default_signed", ";host", 0},
      {"default_signed", "host;Date", 0},
      {"default_host", "a b", 0},
      {"default_region", "a\tb", 0},
      {"key_prefix_text", "a b", 0},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    const dciauth_rule rules[] = {{"name", "mine", 0}, cases[i]};
    made m = make(row("aws4"), rules, 2);
    check_status(m.status, DCIAUTH_E_ARGUMENT, cases[i].text != NULL ? cases[i].text : "(number)",
                 __FILE__, __LINE__);
    assert_null(m.own.profile);
    assert_int_equal(m.own.wrong, 1);
    block_free(&m.block);
  }
}

static void wrong_together(void **state) {
  (void)state;
  static const dciauth_rule cases[][2] = {
      {{"algorithm", "", 0}, {"name", "a", 0}},
      {{"date_header", "", 0}, {"name", "a", 0}},
      {{"other_date_header", "x-amz-DATE", 0}, {"name", "a", 0}},
      {{"token_header", "x-amz-DATE", 0}, {"name", "a", 0}},
      {{"payload_header", "X-A", 0}, {"token_header", "x-a", 0}},
      {{"date_header", "Host", 0}, {"name", "a", 0}},
      {{"payload_header", "authorization", 0}, {"name", "a", 0}},
      {{"payload", "header-required", 0}, {"payload_header", "", 0}},
      {{"terminator", "", 0}, {"name", "a", 0}},
      {{"scope", "date", 0}, {"terminator", "", 0}},
      {{"authorization", "bare", 0}, {"name", "a", 0}},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    made m = make(row("aws4"), cases[i], 2);
    check_status(m.status, DCIAUTH_E_ARGUMENT, cases[i][0].column, __FILE__, __LINE__);
    assert_int_equal(m.own.wrong, 2);
    block_free(&m.block);
  }
}

static void too_little_work(void **state) {
  (void)state;
  static const dciauth_rule rules[] = {{"date_header", "X-Date", 0}, {"algorithm", "A", 0}};
  dciauth_own_profile own;
  size_t bound = dciauth_profile_bound(rules, 2);
  for (size_t len = 0; len < bound; len++) {
    work_block b = block_new(len, 0);
    dciauth_status status = dciauth_profile_make(row("aws4"), rules, 2, b.work, &own);
    assert_true(status == DCIAUTH_E_SPACE || (status == DCIAUTH_OK && bound - len <= 24));
    assert_true((own.profile != NULL) == (status == DCIAUTH_OK));
    block_free(&b);
  }
}

/* random_rules draws a word for every column that has words. */
static size_t random_rules(random_source *r, dciauth_rule *rules) {
  size_t num = 0;
  for (size_t i = 0; profile_column_at(i) != NULL; i++) {
    const profile_column *column = profile_column_at(i);
    size_t words = 0;
    while (column->words != NULL && column->words[words] != NULL) {
      words++;
    }
    if (words > 0 && random_below(r, 3) == 0) {
      rules[num++] = (dciauth_rule){column->name, column->words[random_below(r, words)], 0};
    }
  }
  return num;
}

static generated g;

/* use signs and verifies a wild request: whatever comes of it, room was enough. Returns whether the
 * verifier accepted. */
static bool use(random_source *r, const dciauth_profile *p) {
  sample s;
  dciauth_signed out;
  dciauth_verdict v;
  sample_init(&s, p);
  generate_request(r, p, random_below(r, 2) == 0 ? GENERATE_WILD : GENERATE_VALID, &g);
  s.request = g.request;
  work_block b = block_new(dciauth_sign_bound(p, &s.request, &s.params), 1);
  dciauth_status status = dciauth_sign(p, &s.request, &s.params, &s.key, b.work, &out);
  assert_true(status != DCIAUTH_E_SPACE);
  for (size_t i = 0; status == DCIAUTH_OK && i < out.num_added; i++) {
    g.headers[g.request.num_headers++] = out.added[i];
  }
  s.request = g.request;
  dciauth_policy policy = sample_policy(&s);
  status = sample_verify(&s, &policy, &v);
  assert_true(status != DCIAUTH_E_SPACE);
  block_free(&b);
  return status == DCIAUTH_OK;
}

static void any_combination(void **state) {
  (void)state;
  enum { ROUNDS = 4000 };
  random_source r = {20260806};
  dciauth_rule rules[64];
  size_t rows = 0, accepted = 0;
  for (size_t i = 0; i < ROUNDS; i++) {
    const dciauth_profile *base = dciauth_profile_at(random_below(&r, SAMPLE_NUM_ROWS));
    made m = make(base, rules, random_rules(&r, rules));
    if (m.status == DCIAUTH_OK) {
      rows++;
      accepted += use(&r, m.own.profile) ? 1 : 0;
    }
    block_free(&m.block);
  }
  assert_true(rows > ROUNDS / 4);
  assert_true(accepted > rows / 8);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(copies_of_the_scheme), cmocka_unit_test(rows_from_their_rules),
      cmocka_unit_test(wrong_rules),          cmocka_unit_test(wrong_together),
      cmocka_unit_test(too_little_work),      cmocka_unit_test(any_combination),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
