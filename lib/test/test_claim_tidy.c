/* SPDX-License-Identifier: Apache-2.0 */
/* test_claim_tidy.c - Authorization with what a policy tolerates: mended where it says so, and else
 * byte for byte as it was, so that the strict reader sees what is wrong. */
#include "claim_tidy.h"

#include "support.h"

enum {
  UPPER = DCIAUTH_ALLOW_UPPER_SIGNATURE,
  BLANKS = DCIAUTH_ALLOW_BLANKS,
  UNKNOWN = DCIAUTH_ALLOW_UNKNOWN_PARAMS,
  LAST = DCIAUTH_ALLOW_REPEATED_PARAMS,
  ALL = CLAIM_TOLERANCES
};

typedef struct {
  unsigned allow;
  const char *value, *want; /* NULL: as it is */
} tidy_case;

static void check(const char *name, const tidy_case *c) {
  dciauth_span value = dciauth_str(c->value);
  work_block block = block_new(2 * value.len + 1 + TAKE_SLACK, 3);
  buf b = buf_of(block.work);
  dciauth_span got = claim_tidy(row(name), c->allow, value, &b);
  check_span(got, dciauth_str(c->want != NULL ? c->want : c->value), c->value, __FILE__, __LINE__);
  assert_false(b.full);
  block_free(&block);
}

#define GOOD "A Credential=c, SignedHeaders=h, Signature=s"

static void rows_of_aws(void **state) {
  (void)state;
  static const tidy_case cases[] = {
      {ALL, GOOD, NULL},
      {ALL, "A", NULL},
      {ALL, "", NULL},
      {ALL, "A ", "A"},
      {UNKNOWN, "A ", NULL},
      /* blanks */
      {BLANKS, "\tA \t Credential=c\t,\tSignedHeaders=h ,Signature=s\t", GOOD},
      {BLANKS, "A\tCredential=c,SignedHeaders=h,  Signature=s", GOOD},
      {BLANKS, GOOD ",", GOOD},
      {BLANKS, GOOD " , ", GOOD},
      {BLANKS, GOOD ",,", GOOD ","},
      {BLANKS, "A ,Credential=c", "A , Credential=c"},
      {BLANKS, "A Credential=c,,Signature=s", "A Credential=c, , Signature=s"},
      {BLANKS, "A Credential=c d, Signature=s", NULL},
      {UNKNOWN, "A  Credential=c, Signature=s", NULL},
      {UNKNOWN, "A\tCredential=c", NULL},
      {UNKNOWN, "A Credential=c ,Signature=s", "A Credential=c , Signature=s"},
      {UNKNOWN, GOOD ",", NULL},
      {UNKNOWN, GOOD ", ", NULL},
      /* parameters that are not known */
      {UNKNOWN, GOOD ", Extra=1", GOOD},
      {UNKNOWN, "A x=, Credential=c,y=1,SignedHeaders=h, Signature=s, z=\"a b\"", GOOD},
      {UNKNOWN, GOOD ", Extra", NULL},
      {UNKNOWN, GOOD ", =1", NULL},
      {UNKNOWN, GOOD ", two words=1", NULL},
      {UNKNOWN, GOOD ", Extra=1 ", NULL},
      {UNKNOWN, "A credential=c, SignedHeaders=h", "A SignedHeaders=h"},
      {BLANKS, GOOD ", Extra=1", NULL},
      {UNKNOWN, "A x=1", "A "},
      /* repeated ones */
      {LAST, "A Credential=c, SignedHeaders=h, Signature=r, Signature=s", GOOD},
      {LAST, "A Signature=s, Credential=b, Credential=c", "A Signature=s, Credential=c"},
      {LAST, "A Credential=c, Credential=", "A Credential="},
      {LAST, "A x=1, x=2", NULL},
      {UNKNOWN, "A Credential=b, Credential=c", NULL},
      /* the signature in upper case */
      {UPPER, "A Credential=CC, SignedHeaders=H, Signature=AbC0",
       "A Credential=CC, SignedHeaders=H, Signature=abc0"},
      {UPPER, "A signature=AB, Signature=", NULL},
      {LAST, "A Signature=AB", NULL},
      {ALL, "A,Credential=c", NULL},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    check("aws4", &cases[i]);
  }
}

/* One blank behind a comma, and no other, is the row's own. */
static void rows_of_python_dciauth(void **state) {
  (void)state;
  static const tidy_case cases[] = {
      {BLANKS, "A Credential=c,SignedHeaders=h,\t Signature=s", GOOD},
      {UNKNOWN | LAST | UPPER, "A Credential=c,SignedHeaders=h, Signature=s", NULL},
      {UNKNOWN | LAST | UPPER, "A Credential=c,  SignedHeaders=h, Signature=s", NULL},
      {UNKNOWN | LAST | UPPER, "A Credential=c,\tSignedHeaders=h, Signature=s", NULL},
      {UNKNOWN, GOOD ", x=1", GOOD},
      {UNKNOWN, GOOD ",x=1", NULL},
      {UNKNOWN, "A x=1, Credential=c", "A Credential=c"},
      {UNKNOWN, "A x=1,Credential=c", "A ,Credential=c"}, /* which is not made a good one */
      {UNKNOWN, "A x=1,  Credential=c", "A ,  Credential=c"},
      {LAST, "A Credential=b,Credential=c", NULL},
      {LAST, "A Credential=b, Credential=c,Credential=d", "A Credential=c,Credential=d"},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    check("dci2-v2.1", &cases[i]);
  }
}

/* A comma ends the header of this row; where blanks are tolerated it may be missing. */
static void row_with_a_comma_at_the_end(void **state) {
  (void)state;
  static const tidy_case cases[] = {
      {BLANKS, GOOD, GOOD ","},  {BLANKS, GOOD ",", NULL}, {BLANKS, GOOD " , ", GOOD ","},
      {UNKNOWN, GOOD ",", NULL}, {UNKNOWN, GOOD, NULL},    {UNKNOWN, GOOD ", x=1,", GOOD ","},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    check("dci1", &cases[i]);
  }
}

static void without_room(void **state) {
  (void)state;
  dciauth_span value = S(GOOD);
  for (size_t len = 0; len <= 2 * value.len; len++) {
    work_block block = block_new(len, 0);
    buf b = buf_of(block.work);
    dciauth_span got = claim_tidy(row("aws4"), ALL, value, &b);
    assert_true(b.full);
    assert_int_equal(got.len, 0);
    block_free(&block);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rows_of_aws),
      cmocka_unit_test(rows_of_python_dciauth),
      cmocka_unit_test(row_with_a_comma_at_the_end),
      cmocka_unit_test(without_room),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
