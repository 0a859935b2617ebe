/* SPDX-License-Identifier: Apache-2.0 */
/* test_policy_limits.c - each limit of a policy at one less, at the limit and at one more; that it
 * comes before all else; and that none is above the library's. */
#include "policy_limits.h"

#include <stdlib.h>

#include "support.h"

typedef struct {
  size_t offset; /* in dciauth_limits */
  size_t most;   /* of the library */
} limit_row;

#define LIMIT(member, most)                                                                        \
  { offsetof(dciauth_limits, member), most }
static const limit_row rows[] = {
    LIMIT(method, DCIAUTH_MAX_METHOD),
    LIMIT(target, DCIAUTH_MAX_TARGET),
    LIMIT(args, DCIAUTH_MAX_TARGET),
    LIMIT(headers, DCIAUTH_MAX_HEADERS),
    LIMIT(header_name, DCIAUTH_MAX_HEADER_NAME),
    LIMIT(header_value, DCIAUTH_MAX_HEADER_VALUE),
    LIMIT(access_key, DCIAUTH_MAX_ACCESS_KEY),
    LIMIT(signed_headers, DCIAUTH_MAX_SIGNED_HEADERS),
};

static void set(dciauth_limits *l, size_t offset, size_t limit) {
  memset(l, 0, sizeof *l);
  memcpy((char *)l + offset, &limit, sizeof limit);
}

static void none_is_above_the_library(void **state) {
  (void)state;
  dciauth_limits l;
  for (size_t i = 0; i < NUM(rows); i++) {
    set(&l, rows[i].offset, rows[i].most);
    assert_true(limits_fit(&l));
    set(&l, rows[i].offset, rows[i].most + 1);
    assert_false(limits_fit(&l));
  }
  set(&l, offsetof(dciauth_limits, body), SIZE_MAX);
  assert_true(limits_fit(&l));
}

/* limited is a field of a signed sample, as long as it is. */
typedef struct {
  size_t offset, len;
  dciauth_field field;
  size_t index, at; /* where an error is, with a limit of one less than len */
} limited;

static dciauth_status verify(const sample *s, const dciauth_limits *l, dciauth_verdict *v) {
  dciauth_policy policy = sample_policy(s);
  policy.limits = l;
  return sample_verify(s, &policy, v);
}

/* The sample: "GET /a%20b/c?x=1&y=%20z", with a Host, a date and Authorization; body "hello". */
static void each_limit_holds(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  sample_init(&s, row("aws4"));
  work_block signing = sample_sign(&s, &out);
  size_t last = s.request.num_headers - 1; /* Authorization */
  size_t value = s.headers[last].value.len;
#define AT(member) offsetof(dciauth_limits, member)
  const limited fields[] = {
      {AT(method), 3, DCIAUTH_FIELD_METHOD, 0, 2},
      {AT(target), 19, DCIAUTH_FIELD_TARGET, 0, 18},
      {AT(args), 2, DCIAUTH_FIELD_TARGET, 0, 13},
      {AT(headers), last + 1, DCIAUTH_FIELD_HEADERS, last, 0},
      {AT(header_name), 13, DCIAUTH_FIELD_HEADER_NAME, last, 12},
      {AT(header_value), value, DCIAUTH_FIELD_HEADER_VALUE, last, value - 1},
      {AT(body), 5, DCIAUTH_FIELD_BODY, 0, 4},
      {AT(access_key), 11, DCIAUTH_FIELD_ACCESS_KEY, 0, 10},
      {AT(signed_headers), 15, DCIAUTH_FIELD_SIGNED_HEADERS, 0, 14},
  };
  for (size_t i = 0; i < NUM(fields); i++) {
    for (size_t limit = fields[i].len - 1; limit <= fields[i].len + 1; limit++) {
      dciauth_limits l;
      dciauth_verdict v;
      set(&l, fields[i].offset, limit);
      bool over = limit < fields[i].len;
      assert_status(verify(&s, &l, &v), over ? DCIAUTH_E_LIMIT_EXCEEDED : DCIAUTH_OK);
      assert_where(v.where, over ? fields[i].field : DCIAUTH_FIELD_NONE, over ? fields[i].index : 0,
                   over ? fields[i].at : 0);
    }
  }
  block_free(&signing);
}

/* A limit is not one if it is 0; and without any the request is judged as ever. */
static void nothing_is_no_limit(void **state) {
  (void)state;
  sample s;
  dciauth_signed out;
  dciauth_verdict v;
  const dciauth_limits none = {0};
  sample_init(&s, row("aws4"));
  work_block signing = sample_sign(&s, &out);
  assert_ok(verify(&s, &none, &v));
  assert_ok(verify(&s, NULL, &v));
  block_free(&signing);
}

/* What is too much is found before what is wrong, and needs no work. */
static void before_all_else(void **state) {
  (void)state;
  sample s;
  dciauth_verdict v;
  const dciauth_limits l = {.headers = 1};
  sample_init(&s, row("aws4"));
  s.request.method = S("not a token");
  s.headers[1] = (dciauth_pair){S("no token either"), NOTHING};
  s.request.num_headers = 2;
  dciauth_policy policy = sample_policy(&s);
  policy.limits = &l;
  dciauth_credential nobody = {0};
  assert_status(dciauth_verify(s.p, &s.request, &policy, SAMPLE_NOW, sample_lookup, &nobody,
                               (dciauth_work){NULL, 0}, &v),
                DCIAUTH_E_LIMIT_EXCEEDED);
  const dciauth_limits above = {.headers = DCIAUTH_MAX_HEADERS + 1};
  policy.limits = &above;
  assert_status(sample_verify(&s, &policy, &v), DCIAUTH_E_ARGUMENT);
  assert_where(v.where, DCIAUTH_FIELD_POLICY, 0, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(none_is_above_the_library),
      cmocka_unit_test(each_limit_holds),
      cmocka_unit_test(nothing_is_no_limit),
      cmocka_unit_test(before_all_else),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
