/* SPDX-License-Identifier: Apache-2.0 */
/* test_bad_input.c - bad bytes in every field, for each row, when signing and when verifying:
 * status, field and offset. The expectations are those of the rows' columns: raw NUL, CR and LF are
 * refused everywhere; a broken escape, '#' and a target that is no path in the aws rows alone. */
#include "support.h"

/* Where the bytes of a case go. */
typedef enum { METHOD, TARGET, HEADER_NAME, HEADER_VALUE, TIMESTAMP } place;

typedef struct {
  dciauth_status status;
  size_t offset;
} outcome;

typedef struct {
  place place;
  dciauth_span bytes;
  outcome aws4, s3, dci;
} bad_case;

#define FINE                                                                                       \
  { DCIAUTH_OK, 0 }
#define URI(at)                                                                                    \
  { DCIAUTH_E_MALFORMED_URI, at }
#define QUERY(at)                                                                                  \
  { DCIAUTH_E_MALFORMED_QUERY, at }
#define HEADER(at)                                                                                 \
  { DCIAUTH_E_MALFORMED_HEADER, at }
#define DATE(at)                                                                                   \
  { DCIAUTH_E_MALFORMED_DATE, at }
#define BAD_METHOD(at)                                                                             \
  { DCIAUTH_E_MALFORMED_METHOD, at }
#define ALL(outcome) outcome, outcome, outcome
#define AWS(outcome) outcome, outcome, FINE

static const bad_case cases[] = {
    {METHOD, LIT(""), ALL(BAD_METHOD(0))},
    {METHOD, LIT("G\0T"), ALL(BAD_METHOD(1))},
    {METHOD, LIT("GE\r"), ALL(BAD_METHOD(2))},
    {METHOD, LIT("\nGET"), ALL(BAD_METHOD(0))},
    {METHOD, LIT("GET /"), ALL(BAD_METHOD(3))},
    {METHOD, LIT("G\xc3\xa9T"), ALL(BAD_METHOD(1))},
    {TARGET, LIT(""), AWS(URI(0))},
    {TARGET, LIT("?a"), AWS(URI(0))},
    {TARGET, LIT("a"), ALL(URI(0))},
    {TARGET, LIT("*"), ALL(URI(0))},
    {TARGET, LIT("http://h/"), AWS(URI(0))},
    {TARGET, LIT("/%"), AWS(URI(1))},
    {TARGET, LIT("/a%1"), AWS(URI(2))},
    {TARGET, LIT("/a%1?b=c"), AWS(URI(2))},
    {TARGET, LIT("/a%zz/%41"), AWS(URI(2))},
    {TARGET, LIT("/%41%u0041"), AWS(URI(4))},
    {TARGET, LIT("/a#b"), AWS(URI(2))},
    {TARGET, LIT("/a\0b"), ALL(URI(2))},
    {TARGET, LIT("/a\rb"), ALL(URI(2))},
    {TARGET, LIT("/ab\n"), ALL(URI(3))},
    {TARGET, LIT("/\xff"), ALL(FINE)},
    {TARGET, LIT("/%00%0A%0d"), ALL(FINE)},
    {TARGET, LIT("/?a=%"), AWS(QUERY(4))},
    {TARGET, LIT("/?a=%4"), AWS(QUERY(4))},
    {TARGET, LIT("/?%zz=a"), AWS(QUERY(2))},
    {TARGET, LIT("/?a=1&b=%4g"), AWS(QUERY(8))},
    {TARGET, LIT("/?a#b"), AWS(QUERY(3))},
    {TARGET, LIT("/?a\0"), ALL(QUERY(3))},
    {TARGET, LIT("/?a=\r"), ALL(QUERY(4))},
    {TARGET, LIT("/?a\n=?"), ALL(QUERY(3))},
    {TARGET, LIT("/x?y?\n"), ALL(QUERY(5))},
    {TARGET, LIT("/?a=%00%0a\xff"), ALL(FINE)},
    {HEADER_NAME, LIT(""), ALL(HEADER(0))},
    {HEADER_NAME, LIT("x y"), ALL(HEADER(1))},
    {HEADER_NAME, LIT("x "), ALL(HEADER(1))},
    {HEADER_NAME, LIT("x:"), ALL(HEADER(1))},
    {HEADER_NAME, LIT("x\0"), ALL(HEADER(1))},
    {HEADER_NAME, LIT("\nx"), ALL(HEADER(0))},
    {HEADER_NAME, LIT("x\r"), ALL(HEADER(1))},
    {HEADER_NAME, LIT("xy\xe9"), ALL(HEADER(2))},
    {HEADER_NAME, LIT("(x)"), ALL(HEADER(0))},
    {HEADER_NAME, LIT("!#$%&'*+-.^_`|~1"), ALL(FINE)},
    {HEADER_VALUE, LIT("a\0b"), ALL(HEADER(1))},
    {HEADER_VALUE, LIT("\r"), ALL(HEADER(0))},
    {HEADER_VALUE, LIT("ab\n"), ALL(HEADER(2))},
    {HEADER_VALUE, LIT("v\r\n b"), ALL(HEADER(1))},
    {HEADER_VALUE, LIT("v\nx-amz-acl:public-read"), ALL(HEADER(1))},
    {HEADER_VALUE, LIT(""), ALL(FINE)},
    {HEADER_VALUE, LIT("\x01\x0b\x0c\x1f\x7f\x80\xff"), ALL(FINE)},
    {TIMESTAMP, LIT(""), ALL(DATE(0))},
    {TIMESTAMP, LIT("20150230T123600Z"), ALL(DATE(6))},
    {TIMESTAMP, LIT("20150229T123600Z"), ALL(DATE(6))},
    {TIMESTAMP, LIT("20151301T123600Z"), ALL(DATE(4))},
    {TIMESTAMP, LIT("20150800T123600Z"), ALL(DATE(6))},
    {TIMESTAMP, LIT("00000830T123600Z"), ALL(DATE(0))},
    {TIMESTAMP, LIT("20150830T123600z"), ALL(DATE(15))},
    {TIMESTAMP, LIT("20150830t123600Z"), ALL(DATE(8))},
    {TIMESTAMP, LIT("20150830T12360Z"), ALL(DATE(14))},
    {TIMESTAMP, LIT("20150830T123600"), ALL(DATE(15))},
    {TIMESTAMP, LIT("20150830T1236000Z"), ALL(DATE(15))},
    {TIMESTAMP, LIT("20150830T123600ZZ"), ALL(DATE(16))},
    {TIMESTAMP, LIT("2015O830T123600Z"), ALL(DATE(4))},
    {TIMESTAMP, LIT("20150830T1236\xd9\xa0Z"), ALL(DATE(13))},
    {TIMESTAMP, LIT("20150830T123660Z"), ALL(DATE(13))},
    {TIMESTAMP, LIT("20150830T126000Z"), ALL(DATE(11))},
    {TIMESTAMP, LIT("20150830T240000Z"), ALL(DATE(9))},
    {TIMESTAMP, LIT("2015-08-30T12:36:00Z"), ALL(DATE(4))},
    {TIMESTAMP, LIT("Sun, 30 Aug 2015 12:36:00 GMT"), ALL(DATE(0))},
};

static dciauth_field field_of(place where, bool verifying) {
  static const dciauth_field fields[] = {DCIAUTH_FIELD_METHOD, DCIAUTH_FIELD_TARGET,
                                         DCIAUTH_FIELD_HEADER_NAME, DCIAUTH_FIELD_HEADER_VALUE,
                                         DCIAUTH_FIELD_TIMESTAMP};
  return where == TIMESTAMP && verifying ? DCIAUTH_FIELD_HEADER_VALUE : fields[where];
}

/* insert puts the bytes of a case into the sample; `line` is the header that holds them. */
static void insert(sample *s, const bad_case *c, size_t line) {
  switch (c->place) {
  case METHOD: s->request.method = c->bytes; break;
  case TARGET: s->request.target = c->bytes; break;
  case HEADER_NAME: s->headers[line].name = c->bytes; break;
  case HEADER_VALUE:
  case TIMESTAMP: s->headers[line].value = c->bytes; break;
  }
}

static void check(const sample *s, const bad_case *c, bool verifying, const outcome *want,
                  dciauth_status status, dciauth_where where, size_t line) {
  char note[200];
  size_t len = c->bytes.len < sizeof note - 1 ? c->bytes.len : sizeof note - 1;
  memcpy(note, c->bytes.ptr, len);
  note[len] = '\0';
  (void)s;
  check_status(status, want->status, note, __FILE__, __LINE__);
  bool fine = want->status == DCIAUTH_OK || want->status == DCIAUTH_E_SIGNATURE_MISMATCH;
  bool in_line =
      c->place == HEADER_NAME || c->place == HEADER_VALUE || (c->place == TIMESTAMP && verifying);
  check_where(where, fine ? DCIAUTH_FIELD_NONE : field_of(c->place, verifying),
              !fine && in_line ? line : 0, want->offset, note, __FILE__, __LINE__);
}

static const outcome *column(const bad_case *c, size_t p) {
  return p == 0 ? &c->aws4 : p == 1 ? &c->s3 : &c->dci;
}

static void when_signing(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    for (size_t i = 0; i < NUM(cases); i++) {
      sample s;
      dciauth_signed out;
      sample_init(&s, kind(p));
      s.headers[1] = (dciauth_pair){S("other"), S("v")};
      s.headers[2] = (dciauth_pair){S("last"), S("v")};
      s.request.num_headers = 3;
      if (cases[i].place == TIMESTAMP) {
        s.params.timestamp = cases[i].bytes;
      } else {
        insert(&s, &cases[i], 1);
      }
      work_block b = block_new(dciauth_sign_bound(s.p, &s.request, &s.params), 0);
      dciauth_status status = dciauth_sign(s.p, &s.request, &s.params, &s.key, b.work, &out);
      check(&s, &cases[i], false, column(&cases[i], p), status, out.where, 1);
      block_free(&b);
    }
  }
}

/* The bytes come in after signing: what no check refuses, the signature does. */
static void when_verifying(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    for (size_t i = 0; i < NUM(cases); i++) {
      sample s;
      dciauth_signed out;
      dciauth_verdict v;
      sample_init(&s, kind(p));
      s.headers[1] = (dciauth_pair){S("other"), S("v")};
      s.request.num_headers = 2;
      work_block b = sample_sign(&s, &out);
      size_t line =
          cases[i].place == TIMESTAMP ? 2 : s.request.num_headers; /* the date, or a new line */
      s.headers[s.request.num_headers++] = (dciauth_pair){S("new"), S("v")};
      insert(&s, &cases[i], line);
      outcome want = *column(&cases[i], p);
      bool in_signed = cases[i].place == TARGET || cases[i].place == METHOD;
      want.status =
          want.status == DCIAUTH_OK && in_signed ? DCIAUTH_E_SIGNATURE_MISMATCH : want.status;
      dciauth_policy policy = sample_policy(&s);
      dciauth_status status = sample_verify(&s, &policy, &v);
      check(&s, &cases[i], true, &want, status, v.where, line);
      block_free(&b);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(when_signing),
      cmocka_unit_test(when_verifying),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
