/* SPDX-License-Identifier: Apache-2.0 */
/* test_huge_claim.c - an Authorization of 1 MiB in every shape: refused for a reason, in memory
 * that the caller gave. */
#include <stdio.h>
#include <stdlib.h>

#include "allocations.h"
#include "huge.h"

enum { MEBIBYTE = DCIAUTH_MAX_HEADER_VALUE };

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

static void parse(const huge *h) {
  dciauth_parsed_headers parsed;
  size_t bound = 64 * h->s.request.num_headers + (1 << 16) + 2 * MEBIBYTE;
  work_block b = block_new(bound, 0);
  allocations_start();
  dciauth_status status =
      dciauth_parse_headers(h->s.p, h->headers, h->s.request.num_headers, b.work, &parsed);
  assert_true(allocations_none());
  assert_true(status == DCIAUTH_OK || sample_is_reason(status));
  block_free(&b);
}

static void authorization_of_a_mebibyte(void **state) {
  (void)state;
  char *value = malloc(MEBIBYTE + 1);
  for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
    huge h;
    dciauth_work work;
    dciauth_verdict v;
    huge_init(&h, dciauth_profile_at(p));
    h.s.request.num_headers = 1;
    huge_sign(&h, &work);
    dciauth_span *claim = &h.headers[h.s.request.num_headers - 1].value;
    for (size_t i = 0; i < NUM(shapes) * SAMPLE_NUM_POLICIES; i++) {
      fill(value, MEBIBYTE + 1, &shapes[i / SAMPLE_NUM_POLICIES], h.s.p);
      *claim = dciauth_bytes(value, MEBIBYTE);
      dciauth_status status = huge_verify(&h, i % SAMPLE_NUM_POLICIES, &v);
      if (!sample_is_reason(status)) {
        explain("%s, shape %zu, policy %zu: %s", row_text(h.s.p, "name"), i / SAMPLE_NUM_POLICIES,
                i % SAMPLE_NUM_POLICIES, dciauth_status_text(status));
      }
      *claim = dciauth_bytes(value, MEBIBYTE + 1);
      assert_status(huge_verify(&h, i % SAMPLE_NUM_POLICIES, &v), DCIAUTH_E_LIMIT_EXCEEDED);
      if (is_functional(h.s.p) && i % SAMPLE_NUM_POLICIES == 0) {
        parse(&h);
      }
    }
    free(work.ptr);
    huge_free(&h);
  }
  free(value);
}

int main(void) {
  if (!allocations_hook()) {
    return 2;
  }
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(authorization_of_a_mebibyte),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
