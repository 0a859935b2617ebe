/* SPDX-License-Identifier: Apache-2.0 */
/* openssl_fails.c - the count of calls until one fails. */
#include "openssl_fails.h"

static long calls_left = -1; /* -1: never fail */
static bool has_failed;

void openssl_fails_after(long n) {
  calls_left = n;
  has_failed = false;
}

bool openssl_has_failed(void) {
  calls_left = -1;
  return has_failed;
}

bool openssl_fails_now(void) {
  bool now = calls_left == 0;
  has_failed = has_failed || now;
  calls_left -= calls_left >= 0;
  return now;
}
