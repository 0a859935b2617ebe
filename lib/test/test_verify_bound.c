/* SPDX-License-Identifier: Apache-2.0 */
/* test_verify_bound.c - the bounds grow with what they are of, and end at SIZE_MAX. That they are
 * enough, and every size below is either enough or refused, is swept in test_work_block.c. */
#include "support.h"

static void grow(void **state) {
  (void)state;
  const dciauth_pair lines[2] = {{S("Authorization"), S("a;b;c")}, {S("X-A"), S("value")}};
  dciauth_request request = {S("GET"), S("/a?b"), lines, 1, NOTHING, NOTHING};
  const dciauth_profile *p = row("dci2");
  size_t wire = dciauth_verify_bound(p, &request);
  size_t wsgi = dciauth_verify_wsgi_bound(p, &request);
  assert_true(wire > 0 && wsgi > wire);
  request.num_headers = 2;
  assert_true(dciauth_verify_bound(p, &request) > wire);
  assert_true(dciauth_verify_wsgi_bound(p, &request) > wsgi);
  request.num_headers = 1;
  request.target = S("/a/longer/one?b");
  assert_true(dciauth_verify_bound(p, &request) > wire);
  assert_true(dciauth_verify_wsgi_bound(p, &request) > wsgi);
}

/* Nobody has such a header; nothing is read of it but its length and what it is called. */
static void saturate(void **state) {
  (void)state;
  const dciauth_pair line = {S("X-A"), dciauth_bytes("", SIZE_MAX / 2)};
  const dciauth_request request = {S("GET"), S("/"), &line, 1, NOTHING, NOTHING};
  assert_true(dciauth_verify_bound(row("dci2"), &request) == SIZE_MAX);
  assert_true(dciauth_verify_wsgi_bound(row("dci2"), &request) == SIZE_MAX);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(grow),
      cmocka_unit_test(saturate),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
