/* SPDX-License-Identifier: Apache-2.0 */
/* test_claim_usual.c - the reading of a usual Authorization header at once gives what the careful
 * one gives, of every header that it takes: of good ones, and of all that differ from them by a
 * byte replaced, put in or left out. */
#include <stdio.h>
#include <stdlib.h>

#include "claim.h"
#include "support.h"

#define SIG "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
#define TAIL ", SignedHeaders=a;host;x-amz-date, Signature=" SIG
#define AWS "AWS4-HMAC-SHA256 Credential=AKID-1/20150830/us-east-1/iam/aws4_request" TAIL
#define DCI "DCI2-HMAC-SHA256 Credential=remoteci/id/20240919/BHS3/api/dci2_request" TAIL

/* same_claim: the spans are the same, not only their bytes. */
static bool same_claim(const dciauth_claim *a, const dciauth_claim *b) {
  const dciauth_span left[] = {a->algorithm, a->access_key,     a->date,
                               a->region,    a->service,        a->terminator,
                               a->scope,     a->signed_headers, a->signature};
  const dciauth_span right[] = {b->algorithm, b->access_key,     b->date,
                                b->region,    b->service,        b->terminator,
                                b->scope,     b->signed_headers, b->signature};
  bool same = true;
  for (size_t i = 0; i < NUM(left); i++) {
    same = same && left[i].ptr == right[i].ptr && left[i].len == right[i].len;
  }
  return same;
}

/* agrees reads a value both ways and returns whether it is usual. What that one does not judge is
 * the list: a list with a comma holds more than a list. */
static bool agrees(const dciauth_profile *p, dciauth_span value) {
  dciauth_claim usual;
  dciauth_claim claim;
  dciauth_where where;
  dciauth_span credential;
  uint8_t at_once[32];
  uint8_t signature[32];
  dciauth_span exact = copy_exact(value);
  bool read = claim_read_usual(p, exact, &usual, at_once);
  if (read && memchr(usual.signed_headers.ptr, ',', usual.signed_headers.len) == NULL) {
    memset(&claim, 0, sizeof claim);
    dciauth_status status = claim_split(p, exact, &claim, &credential, &where);
    if (status == DCIAUTH_OK) {
      status = claim_check(p, exact, credential, true, &claim, signature, &where);
    }
    if (status != DCIAUTH_OK || !same_claim(&usual, &claim) ||
        memcmp(at_once, signature, 32) != 0) {
      explain("read as usual: \"%.*s\"", (int)value.len, (const char *)value.ptr);
    }
  }
  free((void *)(uintptr_t)exact.ptr);
  return read;
}

/* edit makes one of the headers that differ from `text` in a byte: `way` 0 replaces, 1 puts in, 2
 * leaves out. */
static dciauth_span edit(const char *text, size_t at, int way, uint8_t byte, uint8_t *out) {
  size_t len = strlen(text);
  size_t rest = at + (way == 1 ? 0 : 1);
  memcpy(out, text, at);
  size_t put = way == 2 ? 0 : 1;
  out[at] = byte;
  memcpy(out + at + put, text + rest, len - rest);
  return dciauth_bytes(out, at + put + len - rest);
}

static void every_byte(const dciauth_profile *p, const char *text) {
  uint8_t out[256];
  size_t num_usual = 0;
  assert_true(strlen(text) < sizeof out - 1);
  assert_true(agrees(p, dciauth_str(text)));
  for (size_t at = 0; at < strlen(text); at++) {
    for (int byte = 0; byte < 256; byte++) {
      for (int way = 0; way < 3; way++) {
        num_usual += agrees(p, edit(text, at, way, (uint8_t)byte, out));
      }
    }
    num_usual += agrees(p, dciauth_bytes(text, at));
    num_usual += agrees(p, dciauth_bytes(text + at, strlen(text) - at));
  }
  assert_true(num_usual > 1000); /* digits of the signature alone give as many */
}

static void one_byte_off(void **state) {
  (void)state;
  every_byte(row("aws4"), AWS);
  every_byte(row("dci2-v2"), DCI);
}

static void left_to_the_careful_one(void **state) {
  (void)state;
  static const char *const values[] = {
      "",
      "AWS4-HMAC-SHA256",
      "AWS4-HMAC-SHA256 Credential=a/20150830/r/s/t," TAIL,
      "AWS4-HMAC-SHA256 Credential=a/b/20150830/r/s/t" TAIL,
      "AWS4-HMAC-SHA256 Credential=a+/20150830/r/s/t" TAIL,
      "AWS4-HMAC-SHA256 Credential=a/20150830/r/s/t, SignedHeaders=, Signature=" SIG,
      "AWS4-HMAC-SHA256 Credential=a/20150830/r/s/t, Signature=" SIG ", SignedHeaders=host",
      "AWS4-HMAC-SHA256 SignedHeaders=host, Credential=a/20150830/r/s/t, Signature=" SIG,
  };
  for (size_t i = 0; i < NUM(values); i++) {
    assert_false(agrees(row("aws4"), dciauth_str(values[i])));
  }
  assert_false(agrees(row("aws4"), S(DCI)));
  assert_false(agrees(row("dci2-v2"), S(AWS)));
  assert_false(agrees(row("dci2"), S(DCI))); /* any number of parts */
  assert_false(agrees(row("dci1"),
                      S("DCI-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=" SIG ",")));
}

/* Parts as long as they may be, and a byte longer; a list with a comma. */
static void limits(void **state) {
  (void)state;
  static const char letters[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  for (int key = 60; key < 66; key++) {
    for (int region = 62; region < 66; region++) {
      char value[512];
      const char *text = "AWS4-HMAC-SHA256 Credential=%.*s/20150830/%.*s/s/t" TAIL;
      int len = snprintf(value, sizeof value, text, key, letters, region, letters);
      assert_int_equal(agrees(row("aws4"), dciauth_bytes(value, (size_t)len)),
                       key <= 64 && region <= 64);
      text = "DCI2-HMAC-SHA256 Credential=%.*s/%.*s/20150830/r/s/t" TAIL;
      len = snprintf(value, sizeof value, text, key, letters, region, letters);
      assert_int_equal(agrees(row("dci2-v2"), dciauth_bytes(value, (size_t)len)),
                       key <= 64 && region <= 64 && key + region < 128);
    }
  }
  assert_true(agrees(row("aws4"), S("AWS4-HMAC-SHA256 Credential=a/20150830/r/s/t, "
                                    "SignedHeaders=host, Signature=0, Signature=" SIG)));
}

/* A row of the caller's whose algorithm has a reserved byte in it: a blank it cannot have. */
static void algorithm_with_a_reserved_byte(void **state) {
  (void)state;
  dciauth_profile p = *row("aws4");
  p.algorithm = S("AWS4+HMAC-SHA256");
  assert_true(agrees(&p, S("AWS4+HMAC-SHA256 Credential=a/20150830/r/s/t" TAIL)));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_byte_off),
      cmocka_unit_test(left_to_the_careful_one),
      cmocka_unit_test(limits),
      cmocka_unit_test(algorithm_with_a_reserved_byte),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
