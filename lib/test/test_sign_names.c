/* SPDX-License-Identifier: Apache-2.0 */
/* test_sign_names.c - which headers are signed, and which a request must not hold. */
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

static void signs_the_names_asked_for(void **state) {
  (void)state;
  static const struct {
    const char *names;
    dciauth_status aws, dci;
    dciauth_field field;
    size_t index;
    const char *aws_list;
  } cases[] = {
      {"host;x-amz-date;x-dci-date", DCIAUTH_E_SIGNED_HEADER_MISSING,
       DCIAUTH_E_SIGNED_HEADER_MISSING, DCIAUTH_FIELD_SIGNED_HEADERS, 99, NULL},
      {"b;host", DCIAUTH_E_HEADER_NOT_SIGNED, DCIAUTH_OK, DCIAUTH_FIELD_SIGNED_HEADERS, 0, NULL},
      {"b", DCIAUTH_E_HOST_NOT_SIGNED, DCIAUTH_OK, DCIAUTH_FIELD_SIGNED_HEADERS, 0, NULL},
      {"X-Amz-Date;B;hOsT", DCIAUTH_OK, DCIAUTH_E_SIGNED_HEADER_MISSING,
       DCIAUTH_FIELD_SIGNED_HEADERS, 0, "b;host;x-amz-date"},
      {"host;gone;x-amz-date", DCIAUTH_E_SIGNED_HEADER_MISSING, DCIAUTH_E_SIGNED_HEADER_MISSING,
       DCIAUTH_FIELD_SIGNED_HEADERS, 99, NULL},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    for (size_t p = 0; p < 3; p += 2) {
      sample s;
      dciauth_signed out;
      sample_init(&s, kind(p));
      s.headers[s.request.num_headers++] = (dciauth_pair){S("B"), S("1")};
      s.params.signed_headers = dciauth_str(cases[i].names);
      dciauth_status want = p == 2 ? cases[i].dci : cases[i].aws;
      check_status(sign(&s, &out), want, cases[i].names, __FILE__, __LINE__);
      if (want != DCIAUTH_OK && cases[i].index != 99) {
        check_where(out.where, cases[i].field, cases[i].index, 0, cases[i].names, __FILE__,
                    __LINE__);
      } else if (want == DCIAUTH_OK) {
        work_block b = sample_sign(&s, &out);
        assert_span(out.stages.signed_headers,
                    dciauth_str(p == 2 ? cases[i].names : cases[i].aws_list));
        block_free(&b);
      }
    }
  }
}

static void s3_must_sign_what_it_adds(void **state) {
  (void)state;
  sample s;
  sample_init(&s, row("aws4-s3"));
  s.params.signed_headers = S("host;x-amz-date");
  check_refused(&s, DCIAUTH_E_HEADER_NOT_SIGNED, DCIAUTH_FIELD_SIGNED_HEADERS, 1, 0);
  sample_init(&s, row("aws4"));
  s.params.session_token = S("t");
  s.params.signed_headers = S("host;x-amz-date");
  check_refused(&s, DCIAUTH_E_HEADER_NOT_SIGNED, DCIAUTH_FIELD_SIGNED_HEADERS, 1, 0);
}

static void reserved_headers(void **state) {
  (void)state;
  static const struct {
    const char *name;
    bool reserved[3];
  } cases[] = {
      {"authorization", {true, true, true}},
      {"AUTHORIZATION", {true, true, true}},
      {"x-amz-date", {true, true, true}},
      {"X-DCI-Date", {false, false, true}},
      {"x-amz-content-sha256", {false, true, false}},
      {"x-amz-security-token", {true, true, false}},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    for (size_t p = 0; p < NUM_KINDS; p++) {
      sample s;
      dciauth_signed out;
      sample_init(&s, kind(p));
      s.params.session_token = p == 2 ? NOTHING : S("t");
      s.headers[s.request.num_headers++] =
          (dciauth_pair){dciauth_str(cases[i].name),
                         S("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824")};
      if (cases[i].reserved[p]) {
        check_refused(&s, DCIAUTH_E_RESERVED_HEADER, DCIAUTH_FIELD_HEADER_NAME, 1, 0);
      } else {
        check_status(sign(&s, &out), DCIAUTH_OK, cases[i].name, __FILE__, __LINE__);
      }
    }
  }
}

static void a_repeated_signed_header(void **state) {
  (void)state;
  for (size_t p = 0; p < NUM_KINDS; p++) {
    sample s;
    dciauth_signed out;
    sample_init(&s, kind(p));
    s.headers[s.request.num_headers++] = (dciauth_pair){S("a"), S("1")};
    s.headers[s.request.num_headers++] = (dciauth_pair){S("A"), S("2")};
    s.params.signed_headers = p == 2 ? S("host;a") : NOTHING;
    if (p == 2) {
      check_refused(&s, DCIAUTH_E_MALFORMED_HEADER, DCIAUTH_FIELD_HEADER_NAME, 2, 0);
    } else {
      work_block b = sample_sign(&s, &out);
      assert_memory_equal(out.stages.headers.ptr, "a:1,2\nhost:", 11);
      block_free(&b);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(signs_the_names_asked_for),
      cmocka_unit_test(s3_must_sign_what_it_adds),
      cmocka_unit_test(reserved_headers),
      cmocka_unit_test(a_repeated_signed_header),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
