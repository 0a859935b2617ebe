/* SPDX-License-Identifier: Apache-2.0 */
/* test_huge.c - the largest requests there are: an Authorization of 1 MiB in every shape, 10,000
 * headers, 100,000 query pairs. Each is accepted or refused for a reason, in memory that the caller
 * gave; that the time for it grows as the request does is for the benchmark to say. */
#include <stdio.h>
#include <stdlib.h>

#include "allocations.h"
#include "support.h"

enum { MEBIBYTE = DCIAUTH_MAX_HEADER_VALUE, HEADERS = 10000, PAIRS = 100000, NUM_POLICIES = 3 };

/* huge is a request with room for its parts. */
typedef struct {
  sample s;
  dciauth_pair *headers; /* HEADERS and four */
  char (*names)[8];      /* of the headers: x-00000 */
  char *list;            /* host;x-00000;…;the date header */
  char *target;
  size_t num_args;
} huge;

static void set_up(huge *h, const dciauth_profile *p) {
  memset(h, 0, sizeof *h);
  sample_init(&h->s, p);
  h->headers = calloc(HEADERS + 8, sizeof *h->headers);
  h->names = calloc(HEADERS, sizeof *h->names);
  h->list = calloc(HEADERS + 8, 16);
  h->target = calloc(PAIRS, 16);
  h->headers[0] = h->s.headers[0];
  h->s.request.headers = h->headers;
}

static void tear_down(huge *h) {
  free(h->headers);
  free(h->names);
  free(h->list);
  free(h->target);
}

static dciauth_policy policy_at(const sample *s, size_t i) {
  dciauth_policy policy = sample_policy(s);
  if (i == 1) {
    policy.allow = (1U << 16) - 1 - DCIAUTH_ALLOW_LOOSE_SYNTAX - DCIAUTH_ALLOW_ANY_SCOPE;
  }
  return i == 2 ? dciauth_policy_python_dciauth() : policy;
}

static dciauth_status verify(const huge *h, size_t policy_index, dciauth_verdict *v) {
  dciauth_policy policy = policy_at(&h->s, policy_index);
  dciauth_credential credential = {.key = &h->s.key};
  work_block b = block_new(dciauth_verify_bound(h->s.p, &h->s.request), 0);
  allocations_start();
  dciauth_status status = dciauth_verify(h->s.p, &h->s.request, &policy, SAMPLE_NOW, sample_lookup,
                                         &credential, b.work, v);
  assert_true(allocations_none());
  block_free(&b);
  return status;
}

/* expect verifies under each policy: OK, or a reason that is the request's fault. */
static void expect(const huge *h, dciauth_status want) {
  for (size_t i = 0; i < NUM_POLICIES; i++) {
    if (i == 2 && !is_functional(h->s.p)) {
      continue;
    }
    dciauth_verdict v;
    assert_status(verify(h, i, &v), want);
    if (want == DCIAUTH_OK) {
      assert_int_equal(v.view.num_args, h->num_args);
    }
  }
}

static void sign(huge *h, dciauth_work *work) {
  dciauth_signed out;
  size_t bound = dciauth_sign_bound(h->s.p, &h->s.request, &h->s.params);
  *work = (dciauth_work){malloc(bound), bound};
  allocations_start();
  dciauth_status status = dciauth_sign(h->s.p, &h->s.request, &h->s.params, &h->s.key, *work, &out);
  assert_true(allocations_none());
  assert_ok(status);
  for (size_t i = 0; i < out.num_added; i++) {
    h->headers[h->s.request.num_headers++] = out.added[i];
  }
}

static void sign_and_expect(huge *h, dciauth_status want) {
  dciauth_work work;
  sign(h, &work);
  expect(h, want);
  free(work.ptr);
}

/* add_headers adds lines, all of one name if it is given, and makes the list of those to sign. */
static void add_headers(huge *h, const char *name, bool listed) {
  const char *date = row_text(h->s.p, "date_header");
  size_t at = (size_t)sprintf(h->list, "host");
  for (size_t i = 0; i < HEADERS; i++) {
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
  h->s.request.num_headers = 1 + HEADERS;
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
      set_up(&h, dciauth_profile_at(p));
      h.num_args = 2;
      bool refused = repeated && listed && is_dci(h.s.p);
      add_headers(&h, repeated ? "w" : NULL, listed && !refused);
      if (!signs_all(h.s.p)) {
        h.s.params.signed_headers = dciauth_str(h.list);
      }
      if (!(repeated && signs_all(h.s.p) && is_dci(h.s.p))) {
        sign_and_expect(&h, DCIAUTH_OK);
      }
      tear_down(&h);
    }
  }
}

static void headers_beyond_the_limit(void **state) {
  (void)state;
  for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
    huge h;
    set_up(&h, dciauth_profile_at(p));
    size_t num = DCIAUTH_MAX_HEADERS + 1;
    free(h.headers);
    h.headers = calloc(num, sizeof *h.headers);
    h.s.request.headers = h.headers;
    h.s.request.num_headers = num;
    for (size_t i = 0; i < num; i++) {
      h.headers[i] = (dciauth_pair){S("a"), S("b")};
    }
    expect(&h, DCIAUTH_E_LIMIT_EXCEEDED);
    tear_down(&h);
  }
}

typedef enum { RISING, FALLING, SAME, EMPTY, NUM_ORDERS } order;

static void add_pairs(huge *h, order o) {
  size_t at = (size_t)sprintf(h->target, "/a?");
  for (size_t i = 0; i < PAIRS; i++) {
    size_t number = o == RISING ? i : o == FALLING ? PAIRS - 1 - i : 0;
    at += o == EMPTY ? (size_t)sprintf(h->target + at, "&")
                     : (size_t)sprintf(h->target + at, "%05zu=v&", number);
  }
  h->s.request.target = dciauth_bytes(h->target, at - 1);
  h->num_args = o == EMPTY ? 0 : PAIRS;
}

static void a_hundred_thousand_pairs(void **state) {
  (void)state;
  for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
    for (order o = RISING; o < NUM_ORDERS; o++) {
      huge h;
      set_up(&h, dciauth_profile_at(p));
      h.s.request.num_headers = 1;
      bool refused = o == SAME && is_dci(h.s.p);
      dciauth_work work;
      h.s.request.target = S("/a?");
      if (!refused) {
        add_pairs(&h, o);
      }
      sign(&h, &work);
      add_pairs(&h, o);
      if (refused) { /* python-dciauth's policy takes the first */
        dciauth_verdict v;
        assert_status(verify(&h, 0, &v), DCIAUTH_E_DUPLICATE_QUERY_PARAM);
      } else {
        expect(&h, DCIAUTH_OK);
      }
      free(work.ptr);
      tear_down(&h);
    }
  }
}

/* What an Authorization of that length is made of: %A stands for the row's algorithm, %C for a
 * good credential, and the last byte sequence, in `again`, is repeated to the end. */
typedef struct {
  const char *begin, *again;
} shape;

static const shape shapes[] = {
    {"", "A"},
    {"", " "},
    {"", ","},
    {"", "\t\v"},
    {"%A ", " "},
    {"%A ", ","},
    {"%A ", ", "},
    {"%A ", "="},
    {"%A ", "a=b, "},
    {"%A Credential=", "a"},
    {"%A Credential=", "/"},
    {"%A Credential=", "a/"},
    {"%A %C, SignedHeaders=", "a"},
    {"%A %C, SignedHeaders=", ";"},
    {"%A %C, SignedHeaders=", "a;"},
    {"%A %C, SignedHeaders=host;", "host;"},
    {"%A %C, SignedHeaders=host, Signature=", "0"},
    {"%A %C, SignedHeaders=host, Signature=" EMPTY_HASH ", ", "Signature=" EMPTY_HASH ", "},
    {"%A %C, SignedHeaders=host, Signature=" EMPTY_HASH, ","},
    {"%A %C, SignedHeaders=host, Signature=" EMPTY_HASH, " "},
    {"%A %C, Signature=" EMPTY_HASH ", SignedHeaders=host;", "x;"},
    {"%A %C, Signature=" EMPTY_HASH ", SignedHeaders=", "b;a;"},
};

static size_t put(char *out, const char *text, const char *algorithm, const char *credential) {
  size_t at = 0;
  for (; *text != '\0'; text++) {
    const char *part = text[0] != '%' ? NULL : text[1] == 'A' ? algorithm : credential;
    if (part == NULL) {
      out[at++] = *text;
      continue;
    }
    memcpy(out + at, part, strlen(part));
    at += strlen(part);
    text++;
  }
  return at;
}

/* fill writes an Authorization of exactly `len` bytes. */
static void fill(char *value, size_t len, const shape *form, const dciauth_profile *p) {
  char credential[128];
  const char *algorithm = row_text(p, "algorithm");
  bool short_scope = strcmp(row_text(p, "scope"), "date") == 0;
  (void)snprintf(credential, sizeof credential, "Credential=%s%s%s",
                 is_dci(p) ? "remoteci/client_id" : "AKIDEXAMPLE",
                 short_scope ? "" : "/20150830/us-east-1/service/",
                 short_scope ? "" : row_text(p, "terminator"));
  size_t at = put(value, form->begin, algorithm, credential);
  for (size_t i = 0; at < len; at++, i++) {
    value[at] = form->again[i % strlen(form->again)];
  }
}

/* is_reason: the request is at fault, and it is said with which class. */
static bool is_reason(dciauth_status status) {
  return status != DCIAUTH_OK && status != DCIAUTH_E_SPACE && status != DCIAUTH_E_ARGUMENT &&
         status != DCIAUTH_E_CRYPTO && dciauth_status_class(status)[0] != '\0';
}

static void parse(const huge *h) {
  dciauth_parsed_headers parsed;
  size_t bound = 64 * h->s.request.num_headers + (1 << 16) + 2 * MEBIBYTE;
  work_block b = block_new(bound, 0);
  allocations_start();
  dciauth_status status =
      dciauth_parse_headers(h->s.p, h->headers, h->s.request.num_headers, b.work, &parsed);
  assert_true(allocations_none());
  assert_true(status == DCIAUTH_OK || is_reason(status));
  block_free(&b);
}

static void authorization_of_a_mebibyte(void **state) {
  (void)state;
  char *value = malloc(MEBIBYTE + 1);
  for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
    huge h;
    dciauth_work work;
    dciauth_verdict v;
    set_up(&h, dciauth_profile_at(p));
    h.s.request.num_headers = 1;
    sign(&h, &work);
    dciauth_span *claim = &h.headers[h.s.request.num_headers - 1].value;
    for (size_t i = 0; i < NUM(shapes) * NUM_POLICIES; i++) {
      fill(value, MEBIBYTE + 1, &shapes[i / NUM_POLICIES], h.s.p);
      *claim = dciauth_bytes(value, MEBIBYTE);
      dciauth_status status = verify(&h, i % NUM_POLICIES, &v);
      if (!is_reason(status)) {
        explain("%s, shape %zu, policy %zu: %s", row_text(h.s.p, "name"), i / NUM_POLICIES,
                i % NUM_POLICIES, dciauth_status_text(status));
      }
      *claim = dciauth_bytes(value, MEBIBYTE + 1);
      assert_status(verify(&h, i % NUM_POLICIES, &v), DCIAUTH_E_LIMIT_EXCEEDED);
      if (is_functional(h.s.p) && i % NUM_POLICIES == 0) {
        parse(&h);
      }
    }
    free(work.ptr);
    tear_down(&h);
  }
  free(value);
}

int main(void) {
  if (!allocations_hook()) {
    return 2;
  }
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ten_thousand_headers),
      cmocka_unit_test(headers_beyond_the_limit),
      cmocka_unit_test(a_hundred_thousand_pairs),
      cmocka_unit_test(authorization_of_a_mebibyte),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
