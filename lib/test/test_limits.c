/* SPDX-License-Identifier: Apache-2.0 */
/* test_limits.c - every DCIAUTH_MAX_* at one less, at the limit and at one more, when signing and
 * when verifying: status, field, and the offset of the first byte too many. */
#include <stdlib.h>

#include "support.h"

static uint8_t *letters; /* more of the letter a than any limit */

static int make_letters(void **state) {
  (void)state;
  letters = malloc(DCIAUTH_MAX_TARGET + 16);
  memset(letters, 'a', DCIAUTH_MAX_TARGET + 16);
  letters[0] = '/';
  return letters == NULL;
}

static int free_letters(void **state) {
  (void)state;
  free(letters);
  return 0;
}

/* text returns len letters; path returns the same with a slash in front. */
static dciauth_span text(size_t len) {
  return dciauth_bytes(letters + 1, len);
}

static dciauth_span path(size_t len) {
  return dciauth_bytes(letters, len);
}

typedef void (*set_field)(sample *s, size_t len);

static void set_method(sample *s, size_t len) {
  s->request.method = text(len);
}

static void set_target(sample *s, size_t len) {
  s->request.target = path(len);
}

static void set_header_name(sample *s, size_t len) {
  s->headers[1].name = text(len);
}

static void set_header_value(sample *s, size_t len) {
  s->headers[1].value = text(len);
}

static void set_access_key(sample *s, size_t len) {
  static uint8_t key[256];
  memset(key, 'k', sizeof key);
  key[1] = s->p == row("dci2-v2.1") ? '/' : 'k';
  s->params.access_key = dciauth_bytes(key, len);
}

static void set_region(sample *s, size_t len) {
  s->params.region = text(len);
}

static void set_service(sample *s, size_t len) {
  s->params.service = text(len);
}

static void set_algorithm(sample *s, size_t len) {
  s->params.algorithm = text(len);
}

static void set_terminator(sample *s, size_t len) {
  s->params.terminator = text(len);
}

static void set_session_token(sample *s, size_t len) {
  s->params.session_token = text(len);
}

typedef struct {
  set_field set;
  size_t max;
  dciauth_field field;
  bool in_line;  /* the position names header 1 */
  unsigned rows; /* bit p: the row has the field */
  bool when_verifying;
} limit_case;

static const limit_case cases[] = {
    {set_method, DCIAUTH_MAX_METHOD, DCIAUTH_FIELD_METHOD, false, 7, true},
    {set_target, DCIAUTH_MAX_TARGET, DCIAUTH_FIELD_TARGET, false, 7, true},
    {set_header_name, DCIAUTH_MAX_HEADER_NAME, DCIAUTH_FIELD_HEADER_NAME, true, 7, true},
    {set_header_value, DCIAUTH_MAX_HEADER_VALUE, DCIAUTH_FIELD_HEADER_VALUE, true, 7, true},
    {set_access_key, DCIAUTH_MAX_ACCESS_KEY, DCIAUTH_FIELD_ACCESS_KEY, false, 7, false},
    {set_region, DCIAUTH_MAX_SCOPE_PART, DCIAUTH_FIELD_REGION, false, 7, false},
    {set_service, DCIAUTH_MAX_SCOPE_PART, DCIAUTH_FIELD_SERVICE, false, 7, false},
    {set_algorithm, DCIAUTH_MAX_SCOPE_PART, DCIAUTH_FIELD_ALGORITHM, false, 4, false},
    {set_terminator, DCIAUTH_MAX_SCOPE_PART, DCIAUTH_FIELD_TERMINATOR, false, 4, false},
    {set_session_token, DCIAUTH_MAX_SESSION_TOKEN, DCIAUTH_FIELD_SESSION_TOKEN, false, 3, false},
};

static void init(sample *s, size_t p) {
  sample_init(s, kind(p));
  s->headers[1] = (dciauth_pair){S("other"), S("v")};
  s->request.num_headers = 2;
}

static void check_limit(dciauth_status status, dciauth_where where, const limit_case *c,
                        size_t len) {
  bool over = len > c->max;
  assert_status(status, over ? DCIAUTH_E_LIMIT_EXCEEDED : DCIAUTH_OK);
  assert_where(where, over ? c->field : DCIAUTH_FIELD_NONE, over && c->in_line ? 1 : 0,
               over ? c->max : 0);
}

static void when_signing(void **state) {
  (void)state;
  for (size_t i = 0; i < NUM(cases); i++) {
    for (size_t p = 0; p < NUM_KINDS; p++) {
      for (size_t len = cases[i].max - 1; len <= cases[i].max + 1 && (cases[i].rows >> p & 1u) != 0;
           len++) {
        sample s;
        dciauth_signed out;
        init(&s, p);
        cases[i].set(&s, len);
        work_block b = block_new(dciauth_sign_bound(s.p, &s.request, &s.params), 0);
        dciauth_status status = dciauth_sign(s.p, &s.request, &s.params, &s.key, b.work, &out);
        check_limit(status, out.where, &cases[i], len);
        block_free(&b);
      }
    }
  }
}

/* A request at its limits is signed and verified; one byte more is refused before anything is
 * hashed. */
static void when_verifying(void **state) {
  (void)state;
  for (size_t i = 0; i < NUM(cases); i++) {
    for (size_t p = 0; p < NUM_KINDS; p++) {
      for (size_t len = cases[i].max - 1; len <= cases[i].max + 1 && cases[i].when_verifying;
           len++) {
        sample s;
        dciauth_signed out;
        dciauth_verdict v;
        init(&s, p);
        cases[i].set(&s, len > cases[i].max ? cases[i].max : len);
        s.params.signed_headers = p == 2 ? S("host;x-dci-date") : NOTHING;
        work_block b = sample_sign(&s, &out);
        cases[i].set(&s, len);
        dciauth_policy policy = sample_policy(&s);
        dciauth_status status = sample_verify(&s, &policy, &v);
        check_limit(status, v.where, &cases[i], len);
        block_free(&b);
      }
    }
  }
}

static void number_of_headers(void **state) {
  (void)state;
  dciauth_pair *headers = malloc((DCIAUTH_MAX_HEADERS + 8) * sizeof *headers);
  for (size_t i = 0; i < DCIAUTH_MAX_HEADERS + 8; i++) {
    headers[i] = (dciauth_pair){i == 0 ? S("host") : S("x"), S("v")};
  }
  for (size_t p = 0; p < NUM_KINDS; p++) {
    for (size_t num = DCIAUTH_MAX_HEADERS - 1; num <= DCIAUTH_MAX_HEADERS + 1; num++) {
      sample s;
      dciauth_signed out;
      sample_init(&s, kind(p));
      s.request.headers = headers;
      s.request.num_headers = num;
      bool over = num > DCIAUTH_MAX_HEADERS;
      work_block b = block_new(dciauth_sign_bound(s.p, &s.request, &s.params), 0);
      assert_status(dciauth_sign(s.p, &s.request, &s.params, &s.key, b.work, &out),
                    over ? DCIAUTH_E_LIMIT_EXCEEDED : DCIAUTH_OK);
      assert_where(out.where, over ? DCIAUTH_FIELD_HEADERS : DCIAUTH_FIELD_NONE,
                   over ? DCIAUTH_MAX_HEADERS : 0, 0);
      block_free(&b);
      dciauth_verdict v;
      dciauth_policy policy = sample_policy(&s);
      assert_status(sample_verify(&s, &policy, &v),
                    over ? DCIAUTH_E_LIMIT_EXCEEDED : DCIAUTH_E_NO_AUTH);
    }
  }
  free(headers);
}

/* The list of signed headers: one name of the whole length, which no request has. */
static void list_of_signed_headers(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    for (size_t len = DCIAUTH_MAX_SIGNED_HEADERS - 1; len <= DCIAUTH_MAX_SIGNED_HEADERS + 1;
         len++) {
      sample s;
      dciauth_signed out;
      init(&s, p);
      s.params.signed_headers = text(len);
      bool over = len > DCIAUTH_MAX_SIGNED_HEADERS;
      work_block b = block_new(dciauth_sign_bound(s.p, &s.request, &s.params), 0);
      assert_status(dciauth_sign(s.p, &s.request, &s.params, &s.key, b.work, &out),
                    over ? DCIAUTH_E_LIMIT_EXCEEDED : DCIAUTH_E_SIGNED_HEADER_MISSING);
      assert_where(out.where, DCIAUTH_FIELD_SIGNED_HEADERS, 0,
                   over ? DCIAUTH_MAX_SIGNED_HEADERS : 0);
      block_free(&b);
    }
  }
}

/* Two long requests that differ in their last byte alone have different signatures: nothing is cut
 * off. */
static void nothing_is_cut_off(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    char signatures[2][64];
    for (size_t i = 0; i < 2; i++) {
      sample s;
      dciauth_signed out;
      init(&s, p);
      set_target(&s, DCIAUTH_MAX_TARGET);
      letters[DCIAUTH_MAX_TARGET - 1] = i == 0 ? 'a' : 'b';
      work_block b = sample_sign(&s, &out);
      memcpy(signatures[i], out.signature.ptr, 64);
      block_free(&b);
    }
    letters[DCIAUTH_MAX_TARGET - 1] = 'a';
    assert_memory_not_equal(signatures[0], signatures[1], 64);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(when_signing),       cmocka_unit_test(when_verifying),
      cmocka_unit_test(number_of_headers),  cmocka_unit_test(list_of_signed_headers),
      cmocka_unit_test(nothing_is_cut_off),
  };
  return cmocka_run_group_tests(tests, make_letters, free_letters);
}
