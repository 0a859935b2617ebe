/* SPDX-License-Identifier: Apache-2.0 */
/* test_huge.c - 10,000 headers, 100,000 query pairs: accepted, or refused for a reason, in memory
 * that the caller gave. That the time grows as the request does is for the benchmark to say. */
#include <stdio.h>
#include <stdlib.h>

#include "allocations.h"
#include "huge.h"

/* expect verifies under each policy: OK, or a reason that is the request's fault. */
static void expect(const huge *h, dciauth_status want) {
  for (size_t i = 0; i < SAMPLE_NUM_POLICIES; i++) {
    if (i == 2 && !is_functional(h->s.p)) {
      continue;
    }
    dciauth_verdict v;
    assert_status(huge_verify(h, i, &v), want);
    if (want == DCIAUTH_OK) {
      assert_int_equal(v.view.num_args, h->num_args);
    }
  }
}

static void sign_and_expect(huge *h, dciauth_status want) {
  dciauth_work work;
  huge_sign(h, &work);
  expect(h, want);
  free(work.ptr);
}

/* add_headers adds lines, all of one name if it is given, and makes the list of those to sign. */
static void add_headers(huge *h, const char *name, bool listed) {
  const char *date = row_text(h->s.p, "date_header");
  size_t at = (size_t)sprintf(h->list, "host");
  for (size_t i = 0; i < HUGE_HEADERS; i++) {
    (void)snprintf(h->names[i], sizeof h->names[i], "w%05zu", i);
    const char *own = name != NULL ? name : h->names[i];
    h->headers[1 + i] = (dciauth_pair){dciauth_str(own), S("value")};
    if (listed && (name == NULL || i == 0)) {
      at += (size_t)sprintf(h->list + at, ";%s", own);
    }
  }
  at += (size_t)sprintf(h->list + at, ";%s", date);
  for (size_t i = 0; i < at; i++) {
    h->list[i] = (char)(h->list[i] >= 'A' && h->list[i] <= 'Z' ? h->list[i] + 32 : h->list[i]);
  }
  h->s.request.num_headers = 1 + HUGE_HEADERS;
}

static bool signs_all(const dciauth_profile *p) {
  return row_text(p, "default_signed")[0] == '\0';
}

static void ten_thousand_headers(void **state) {
  (void)state;
  for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
    for (size_t kind_of = 0; kind_of < 4; kind_of++) {
      bool repeated = kind_of / 2 == 1;
      bool listed = kind_of % 2 == 1;
      huge h;
      huge_init(&h, dciauth_profile_at(p));
      h.num_args = 2;
      bool refused = repeated && listed && is_dci(h.s.p);
      add_headers(&h, repeated ? "w" : NULL, listed && !refused);
      if (!signs_all(h.s.p)) {
        h.s.params.signed_headers = dciauth_str(h.list);
      }
      if (!(repeated && signs_all(h.s.p) && is_dci(h.s.p))) {
        sign_and_expect(&h, DCIAUTH_OK);
      }
      huge_free(&h);
    }
  }
}

static void headers_beyond_the_limit(void **state) {
  (void)state;
  for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
    huge h;
    huge_init(&h, dciauth_profile_at(p));
    size_t num = DCIAUTH_MAX_HEADERS + 1;
    free(h.headers);
    h.headers = calloc(num, sizeof *h.headers);
    h.s.request.headers = h.headers;
    h.s.request.num_headers = num;
    for (size_t i = 0; i < num; i++) {
      h.headers[i] = (dciauth_pair){S("a"), S("b")};
    }
    expect(&h, DCIAUTH_E_LIMIT_EXCEEDED);
    huge_free(&h);
  }
}

typedef enum { RISING, FALLING, SAME, EMPTY, NUM_ORDERS } order;

static void add_pairs(huge *h, order o) {
  size_t at = (size_t)sprintf(h->target, "/a?");
  for (size_t i = 0; i < HUGE_PAIRS; i++) {
    size_t number = o == RISING ? i : o == FALLING ? HUGE_PAIRS - 1 - i : 0;
    at += o == EMPTY ? (size_t)sprintf(h->target + at, "&")
                     : (size_t)sprintf(h->target + at, "%05zu=v&", number);
  }
  h->s.request.target = dciauth_bytes(h->target, at - 1);
  h->num_args = o == EMPTY ? 0 : HUGE_PAIRS;
}

static void a_hundred_thousand_pairs(void **state) {
  (void)state;
  for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
    for (order o = RISING; o < NUM_ORDERS; o++) {
      huge h;
      huge_init(&h, dciauth_profile_at(p));
      h.s.request.num_headers = 1;
      bool refused = o == SAME && is_dci(h.s.p);
      dciauth_work work;
      h.s.request.target = S("/a?");
      if (!refused) {
        add_pairs(&h, o);
      }
      huge_sign(&h, &work);
      add_pairs(&h, o);
      if (refused) { /* python-dciauth's policy takes the first */
        dciauth_verdict v;
        assert_status(huge_verify(&h, 0, &v), DCIAUTH_E_DUPLICATE_QUERY_PARAM);
      } else {
        expect(&h, DCIAUTH_OK);
      }
      free(work.ptr);
      huge_free(&h);
    }
  }
}

int main(void) {
  if (!allocations_hook()) {
    return 2;
  }
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ten_thousand_headers),
      cmocka_unit_test(headers_beyond_the_limit),
      cmocka_unit_test(a_hundred_thousand_pairs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
