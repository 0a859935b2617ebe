/* SPDX-License-Identifier: Apache-2.0 */
/* test_order.c - two defects at once: the verdict is the one that stands first in
 * DCIAUTH_STATUS_LIST. A request is built from a set of defects, each alone and each with each
 * other; the signature is wrong throughout, so the last class is what a request without defects
 * gets. */
#include <stdio.h>

#include "support.h"

#define E(word) DCIAUTH_E_##word
#define HASH_HELLO "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

enum { TEXT = 1024, NAMES = 200, LINES = 12 };

/* built is a request of the row aws4-s3 with the defects of a set. */
typedef struct {
  bool has[DCIAUTH_NUM_STATUS];
  char target[TEXT], names[NAMES], authorization[TEXT], date[40];
  dciauth_pair headers[LINES];
  size_t num;
} built;

static void put_line(built *b, const char *name, const char *value) {
  b->headers[b->num++] = (dciauth_pair){dciauth_str(name), dciauth_str(value)};
}

static void build_names(built *b) {
  snprintf(
      b->names, NAMES, "%s%s%sx-amz-content-sha256%s%s",
      b->has[E(SIGNED_HEADER_MISSING)] ? "gone;" : "", b->has[E(HOST_NOT_SIGNED)] ? "" : "host;",
      b->has[E(SIGNED_HEADERS_MALFORMED)] ? ";" : "", b->has[E(MISSING_DATE)] ? "" : ";x-amz-date",
      b->has[E(TOKEN_MISSING)] ? "" : ";x-amz-security-token");
  if (b->has[E(PAYLOAD_HASH_MISSING)]) { /* the header is away, so its name must be */
    char *at = strstr(b->names, "x-amz-content-sha256");
    size_t len = strlen("x-amz-content-sha256");
    len += at[len] == ';';
    memmove(at, at + len, strlen(at + len) + 1);
  }
}

static void build_authorization(built *b) {
  const bool *has = b->has;
  char list[NAMES + 40];
  build_names(b);
  snprintf(list, sizeof list, ", SignedHeaders=%s", b->names);
  snprintf(b->authorization, TEXT, "%s Credential=%s/%s/%s/%s/%s%s, Signature=%s%s%s",
           has[E(BAD_ALGORITHM)] ? "AWS4-HMAC-SHA1" : "AWS4-HMAC-SHA256",
           has[E(MALFORMED_CREDENTIAL)] ? "" : "AKID",
           has[E(SCOPE_DATE_MISMATCH)] ? "20150829" : "20150830",
           has[E(SCOPE_REGION)] ? "r" : "us-east-1", has[E(SCOPE_SERVICE)] ? "s" : "service",
           has[E(SCOPE_TERMINATOR)] ? "t" : "aws4_request", has[E(MISSING_AUTH_PARAM)] ? "" : list,
           has[E(SIGNATURE_MALFORMED)] ? "00" : EMPTY_HASH,
           has[E(DUPLICATE_AUTH_PARAM)] ? ", Signature=00" : "",
           has[E(MALFORMED_AUTH_HEADER)] ? ", x" : "");
}

static const char *payload_value(const bool *has) {
  return has[E(PAYLOAD_HASH_INVALID)]         ? "x"
         : has[E(UNSIGNED_PAYLOAD_FORBIDDEN)] ? "UNSIGNED-PAYLOAD"
         : has[E(PAYLOAD_MODE_NOT_ALLOWED)]   ? "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"
         : has[E(PAYLOAD_HASH_MISMATCH)]      ? EMPTY_HASH
                                              : HASH_HELLO;
}

static void build_headers(built *b) {
  const bool *has = b->has;
  put_line(b, "host", "h");
  put_line(b, "x-amz-date", b->date);
  if (has[E(MISSING_DATE)]) {
    b->num--;
  } else if (has[E(DUPLICATE_DATE)]) {
    put_line(b, "x-amz-date", b->date);
  }
  if (has[E(MALFORMED_HEADER)]) {
    put_line(b, "a b", "c");
  }
  if (has[E(DUPLICATE_HOST)]) {
    put_line(b, "Host", "h");
  }
  if (!has[E(NO_AUTH)]) {
    put_line(b, "authorization", b->authorization);
  }
  if (has[E(DUPLICATE_AUTHORIZATION)] && !has[E(NO_AUTH)]) {
    put_line(b, "authorization", b->authorization);
  }
  if (has[E(HEADER_NOT_SIGNED)]) {
    put_line(b, "x-amz-acl", "public-read");
  }
  if (!has[E(TOKEN_MISSING)]) {
    put_line(b, "x-amz-security-token", has[E(TOKEN_INVALID)] ? "other" : "token");
  }
  if (!has[E(PAYLOAD_HASH_MISSING)]) {
    put_line(b, "x-amz-content-sha256", payload_value(has));
  }
}

static bool lookup(void *arg, const dciauth_claim *claim, dciauth_credential *out) {
  const built *b = arg;
  (void)claim;
  out->secret_key = S(SECRET);
  out->session_token = b->has[E(TOKEN_UNEXPECTED)] ? NOTHING : S("token");
  return !b->has[E(UNKNOWN_KEY)];
}

static dciauth_status judge(built *b) {
  const bool *has = b->has;
  snprintf(b->target, TEXT, "/%s?%s%sa=1%s", has[E(MALFORMED_URI)] ? "%" : "",
           has[E(MALFORMED_QUERY)] ? "%=1&" : "", has[E(MULTIPLE_AUTH)] ? "X-Amz-Signature=1&" : "",
           has[E(DUPLICATE_QUERY_PARAM)] ? "&a=2" : "");
  snprintf(b->date, sizeof b->date, "%s",
           has[E(MALFORMED_DATE)]  ? "20150830T1236Z"
           : has[E(SKEWED_PAST)]   ? "20150830T110000Z"
           : has[E(SKEWED_FUTURE)] ? "20150830T140000Z"
                                   : "20150830T123600Z");
  build_authorization(b);
  b->num = 0;
  build_headers(b);
  const dciauth_request request = {has[E(MALFORMED_METHOD)] ? S("G T") : S("GET"),
                                   dciauth_str(b->target),
                                   b->headers,
                                   b->num,
                                   S("hello"),
                                   NOTHING};
  dciauth_policy policy;
  memset(&policy, 0, sizeof policy);
  policy.region = S("us-east-1");
  policy.service = S("service");
  policy.repeat = DCIAUTH_REPEAT_REFUSE;
  dciauth_verdict out;
  work_block work = block_new(dciauth_verify_bound(row("aws4-s3"), &request), 0);
  dciauth_status status =
      dciauth_verify(row("aws4-s3"), &request, &policy, SAMPLE_NOW, lookup, b, work.work, &out);
  block_free(&work);
  return status;
}

/* in_play: the defects that a request can have here. A reserved header is the signer's alone; a
 * length beyond its limit is found where the field is read. */
static bool in_play(int status) {
  return status >= (int)E(MALFORMED_METHOD) && status < (int)E(SIGNATURE_MISMATCH) &&
         status != (int)E(RESERVED_HEADER) && status != (int)E(LIMIT_EXCEEDED);
}

/* undecided: a token that is neither sent nor expected is no defect. */
static bool undecided(int one, int two) {
  return one == (int)E(TOKEN_MISSING) && two == (int)E(TOKEN_UNEXPECTED);
}

static void the_earlier_defect_is_reported(void **state) {
  (void)state;
  static built b;
  size_t pairs = 0;
  memset(&b, 0, sizeof b);
  assert_status(judge(&b), DCIAUTH_E_SIGNATURE_MISMATCH);
  for (int one = 0; one < DCIAUTH_NUM_STATUS; one++) {
    for (int two = one; two < DCIAUTH_NUM_STATUS; two++) {
      if (!in_play(one) || !in_play(two) || undecided(one, two)) {
        continue;
      }
      memset(&b, 0, sizeof b);
      b.has[one] = true;
      b.has[two] = true;
      check_status(judge(&b), (dciauth_status)one, dciauth_status_class((dciauth_status)two),
                   __FILE__, __LINE__);
      pairs++;
    }
  }
  assert_true(pairs > 600);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(the_earlier_defect_is_reported)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
