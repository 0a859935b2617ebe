/* SPDX-License-Identifier: Apache-2.0 */
/* test_tamper.c - a signed request in which one byte is changed, dropped or added, at every place
 * of every part: it is never accepted, unless the canonical request and the claim are the same as
 * before. */
#include <stdlib.h>

#include "support.h"

typedef struct {
  sample s;
  work_block signing;
  uint8_t canonical[2048]; /* what was signed */
  size_t canonical_len;
  size_t refused, accepted;
} target_of_attack;

static void set_up(target_of_attack *t, const dciauth_profile *p) {
  dciauth_signed out;
  memset(t, 0, sizeof *t);
  sample_init(&t->s, p);
  t->s.request.target =
      decodes_path(p) ? S("/a//b%3F./c?x=1&y=%20z&y%32=+") : S("/a//b%2f./c?x=1&y=%20z&y%32=+");
  sample_add_my_header(&t->s, "a  b,c");
  t->s.params.session_token = is_dci(p) ? NOTHING : S("token");
  t->signing = sample_sign(&t->s, &out);
  t->canonical_len = out.stages.canonical_request.len;
  assert_true(t->canonical_len < sizeof t->canonical);
  memcpy(t->canonical, out.stages.canonical_request.ptr, t->canonical_len);
}

/* judge verifies; where it accepts, the canonical request must be the signed one. */
static void judge(target_of_attack *t) {
  dciauth_verdict v;
  dciauth_policy policy = sample_policy(&t->s);
  dciauth_credential credential = {.secret_key = S(SECRET),
                                   .session_token = t->s.params.session_token};
  work_block b = block_new(dciauth_verify_bound(t->s.p, &t->s.request), 0);
  dciauth_status status = dciauth_verify(t->s.p, &t->s.request, &policy, SAMPLE_NOW, sample_lookup,
                                         &credential, b.work, &v);
  if (status == DCIAUTH_OK) {
    assert_span(v.stages.canonical_request, dciauth_bytes(t->canonical, t->canonical_len));
    t->accepted++;
  } else {
    assert_zero(v.view);
    t->refused++;
  }
  block_free(&b);
}

/* attack changes `*part`, which lies in t, in every way. */
static void attack(target_of_attack *t, dciauth_span *part) {
  static const uint8_t bytes[] = {0x00, '\n', ' ', '%', '&', '/',  '=', '+',
                                  ';',  ',',  'A', 'a', '0', 0x80, 0xFF};
  const dciauth_span before = *part;
  uint8_t *copy = malloc(before.len + 1);
  for (size_t at = 0; at <= before.len; at++) {
    for (size_t i = 0; i < NUM(bytes) + 2; i++) {
      bool flip = i == NUM(bytes);
      bool drop = i == NUM(bytes) + 1;
      if (at == before.len && (flip || drop)) {
        continue;
      }
      memcpy(copy, before.ptr, at);
      memcpy(copy + at + (drop ? 0 : 1), before.ptr + at + (drop || flip ? 1 : 0),
             before.len - at - (drop || flip ? 1 : 0));
      if (!drop) {
        copy[at] = flip ? before.ptr[at] ^ 1 : bytes[i];
      }
      *part = dciauth_bytes(copy, before.len + (drop ? -(size_t)1 : flip ? 0 : 1));
      judge(t);
      if (flip || drop) {
        continue;
      }
      if (at < before.len && before.ptr[at] != bytes[i]) { /* the byte replaced instead */
        memcpy(copy + at + 1, before.ptr + at + 1, before.len - at - 1);
        *part = dciauth_bytes(copy, before.len);
        judge(t);
      }
    }
  }
  *part = before;
  free(copy);
}

static void nothing_tampered_is_accepted(void **state) {
  (void)state;
  for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
    target_of_attack t;
    set_up(&t, dciauth_profile_at(p));
    judge(&t);
    assert_int_equal(t.accepted, 1);
    attack(&t, &t.s.request.body);
    assert_int_equal(t.accepted, 1); /* no byte of it is without meaning */
    attack(&t, &t.s.request.method);
    bool upper = strcmp(row_text(t.s.p, "method"), "upper-case") == 0;
    assert_true(t.accepted == 1 || upper); /* and none of the method, but for its case */
    attack(&t, &t.s.request.target);
    for (size_t i = 0; i < t.s.request.num_headers; i++) {
      attack(&t, &t.s.headers[i].name);
      attack(&t, &t.s.headers[i].value);
    }
    assert_true(t.refused > 5000 && t.accepted < t.refused / 20);
    block_free(&t.signing);
  }
}

/* Changes that the canonical form does not see: they are accepted, and the view is as signed. */
static void equal_canonical_forms_are_accepted(void **state) {
  (void)state;
  static const struct {
    const char *row;
    const char *target;
    dciauth_status want;
  } cases[] = {
      {"aws4", "/a/b%2f./c?x=1&y=%20z&y%32=+", DCIAUTH_OK},
      {"aws4", "/a//b%2f./c?y2=%2B&y=%20z&x=%31&", DCIAUTH_OK},
      {"aws4", "/a//b%2F./c?x=1&y=%20z&y%32=+", DCIAUTH_E_SIGNATURE_MISMATCH},
      {"aws4", "/a//b/./c?x=1&y=%20z&y%32=+", DCIAUTH_E_SIGNATURE_MISMATCH},
      {"aws4", "/a//b%2f./c?x=1&y=+z&y%32=+", DCIAUTH_E_SIGNATURE_MISMATCH},
      {"aws4-s3", "/a//b%2f./c?&y=%20z&x=1&y%32=%2b", DCIAUTH_OK},
      {"aws4-s3", "/a/b%2f./c?x=1&y=%20z&y%32=+", DCIAUTH_E_SIGNATURE_MISMATCH},
      {"dci2-v2.1", "/a//b%2f./c?y=+z&x=1&y2=%20", DCIAUTH_OK},
      {"dci2-v2.1", "/a//b%2F./c?x=1&y=%20z&y%32=+", DCIAUTH_E_SIGNATURE_MISMATCH},
      {"dci2-v2.1", "/a//b%2f./c?x=1&y=%20z&y%32=%2B", DCIAUTH_E_SIGNATURE_MISMATCH},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    target_of_attack t;
    dciauth_verdict v;
    set_up(&t, row(cases[i].row));
    t.s.request.target = dciauth_str(cases[i].target);
    dciauth_policy policy = sample_policy(&t.s);
    check_status(sample_verify(&t.s, &policy, &v), cases[i].want, cases[i].target, __FILE__,
                 __LINE__);
    block_free(&t.signing);
  }
}

/* A second line of a signed header, its lines swapped, a signed line dropped. */
static void lines_added_or_dropped(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    target_of_attack t;
    dciauth_verdict v;
    set_up(&t, kind(p));
    dciauth_policy policy = sample_policy(&t.s);
    t.s.headers[t.s.request.num_headers++] = (dciauth_pair){S("MY-HEADER"), S("")};
    assert_status(sample_verify(&t.s, &policy, &v),
                  p == 2 ? DCIAUTH_E_MALFORMED_HEADER : DCIAUTH_E_SIGNATURE_MISMATCH);
    t.s.headers[t.s.request.num_headers - 1].name = S("unsigned");
    assert_ok(sample_verify(&t.s, &policy, &v));
    t.s.headers[1].name = S("other");
    assert_status(sample_verify(&t.s, &policy, &v), DCIAUTH_E_SIGNED_HEADER_MISSING);
    block_free(&t.signing);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_tampered_is_accepted),
      cmocka_unit_test(equal_canonical_forms_are_accepted),
      cmocka_unit_test(lines_added_or_dropped),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
