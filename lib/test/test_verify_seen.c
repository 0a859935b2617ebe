/* SPDX-License-Identifier: Apache-2.0 */
/* test_verify_seen.c - requests changed after signing, as on the wire and as Flask shows them:
 * under the policy of python-dciauth, and under the strict one. */
#include "support.h"

/* sent_case is what was sent in the place of GET /a/b?c=1 without a body, which was signed. */
typedef struct {
  const char *row, *target;
  dciauth_pair header;
  const char *body;
  dciauth_status wire, wsgi;
} sent_case;

static dciauth_status send_changed(const sent_case *c, dciauth_seen view) {
  sample s;
  dciauth_signed out;
  dciauth_verdict verdict;
  sample_init(&s, row(c->row));
  s.request.target = S("/a/b?c=1");
  s.request.body = NOTHING;
  work_block b = sample_sign(&s, &out);
  s.request.target = dciauth_str(c->target);
  s.request.body = dciauth_str(c->body);
  if (c->header.name.len > 0) {
    s.headers[s.request.num_headers++] = c->header;
  }
  dciauth_policy policy = dciauth_policy_python_dciauth();
  const dciauth_policy strict = sample_policy(&s);
  policy.region = strict.region;
  policy.service = strict.service;
  policy.view = view;
  dciauth_credential credential = {.secret_key = S(SECRET)};
  work_block second = block_new(dciauth_verify_wsgi_bound(s.p, &s.request), 0);
  dciauth_status status = dciauth_verify(s.p, &s.request, &policy, SAMPLE_NOW, sample_lookup,
                                         &credential, second.work, &verdict);
  block_free(&second);
  block_free(&b);
  return status;
}

static void changed_after_signing(void **state) {
  (void)state;
  const dciauth_status OK = DCIAUTH_OK;
  const dciauth_status NO = DCIAUTH_E_SIGNATURE_MISMATCH;
  static const dciauth_pair form = {LIT("Content-Type"), LIT("application/x-www-form-urlencoded")};
  static const dciauth_pair json = {LIT("Content-Type"), LIT("application/json")};
  static const dciauth_pair none = {LIT(""), LIT("")};
  const sent_case sent[] = {
      {"dci2", "/a/b?c=1", none, "", OK, OK},
      {"dci2", "/a%2Fb?c=1", none, "", OK, OK},
      {"dci2", "/a%252Fb?c=1", none, "", NO, OK},
      {"dci2-v2", "/a%252Fb?c=1", none, "", NO, OK},
      {"dci2-v2.1", "/a%252Fb?c=1", none, "", NO, NO},
      {"dci2-v2.1", "/a%2Fb?c=1", none, "", NO, OK},
      {"dci2", "//a/b?c=1", none, "", NO, OK},
      {"dci2", "/a/b?c=1#d", none, "", NO, OK},
      {"dci2", "/a/b?c=1&c=2", none, "", OK, OK},
      {"dci2", "/a/b?c=2&c=1", none, "", NO, NO},
      {"dci2", "/a/b?%63=%31&", none, "", OK, OK},
      {"dci2", "/a/b?c=1", form, "d=2", NO, OK},
      {"dci2-v2", "/a/b?c=1", form, "d=2", NO, OK},
      {"dci2", "/a/b?c=1", json, "{}", NO, NO},
      {"dci1", "/a/b?c=1", none, "[1]", OK, OK},
      {"dci1", "/a/b?c=1", none, "{\"a\": 1}", NO, NO},
  };
  for (size_t i = 0; i < NUM(sent); i++) {
    const sent_case *c = &sent[i];
    check_status(send_changed(c, DCIAUTH_SEEN_WIRE), c->wire, c->target, __FILE__, __LINE__);
    check_status(send_changed(c, DCIAUTH_SEEN_WSGI), c->wsgi, c->target, __FILE__, __LINE__);
  }
}

/* The strict policy stays strict beneath Flask, and of a request that a server has changed no more
 * than the field is named. */
static void strict_beneath_flask(void **state) {
  (void)state;
  static const struct {
    const char *row, *target;
    dciauth_status status;
  } strict[] = {
      {"dci2", "/a/b?c=1", DCIAUTH_OK},
      {"aws4", "/a/b?c=1", DCIAUTH_OK},
      {"dci2", "/a%2Fb?c=1", DCIAUTH_E_MALFORMED_URI},
      {"dci2", "/a%252Fb?c=1", DCIAUTH_E_MALFORMED_URI},
      {"dci2", "/a%3F%252Fb", DCIAUTH_E_MALFORMED_URI},
      {"dci2", "//a/b?c=1", DCIAUTH_OK},
      {"aws4-s3", "/a%0Ab", DCIAUTH_E_MALFORMED_URI},
      {"dci2-v2.1", "/a%00", DCIAUTH_E_MALFORMED_URI},
      {"dci2", "/a/b?c=1&d=%0", DCIAUTH_E_SIGNATURE_MISMATCH},
      {"dci2", "/a/b?c=1&c=2", DCIAUTH_E_DUPLICATE_QUERY_PARAM},
  };
  for (size_t i = 0; i < NUM(strict); i++) {
    sample s;
    dciauth_signed out;
    dciauth_verdict verdict;
    sample_init(&s, row(strict[i].row));
    s.request.target = S("/a/b?c=1");
    work_block b = sample_sign(&s, &out);
    s.request.target = dciauth_str(strict[i].target);
    dciauth_policy policy = sample_policy(&s);
    policy.view = DCIAUTH_SEEN_WSGI;
    dciauth_credential credential = {.secret_key = S(SECRET)};
    work_block second = block_new(dciauth_verify_wsgi_bound(s.p, &s.request), 0);
    check_status(dciauth_verify(s.p, &s.request, &policy, SAMPLE_NOW, sample_lookup, &credential,
                                second.work, &verdict),
                 strict[i].status, strict[i].target, __FILE__, __LINE__);
    assert_int_equal(verdict.where.index, 0);
    assert_int_equal(verdict.where.offset, 0);
    block_free(&second);
    block_free(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(changed_after_signing),
      cmocka_unit_test(strict_beneath_flask),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
