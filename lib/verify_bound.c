/* SPDX-License-Identifier: Apache-2.0 */
/* verify_bound.c - how much work a verification takes at most: arithmetic on lengths and counts. */
#include "ascii.h"
#include "canonical.h"
#include "crypto.h"
#include "wsgi.h"

size_t dciauth_verify_bound(const dciauth_profile *profile, const dciauth_request *request) {
  (void)profile;
  size_t list = 0; /* as if every Authorization were one list of signed headers */
  size_t names = 1;
  size_t values = 0;
  for (size_t i = 0; i < request->num_headers; i++) {
    dciauth_pair header = request->headers[i];
    bool auth = ascii_eq_lower(dciauth_str("authorization"), header.name);
    list = plus(list, auth ? header.value.len : 0);
    names = plus(names, auth ? plus(span_count(header.value, ';'), 1) : 0);
    values = plus(values, header.value.len);
  }
  /* twice for the list, twice for an Authorization that is tidied */
  size_t tail = plus(times(list, 4), plus(values, times(request->target.len, 3)));
  return plus(canonical_bound(request, list, names, 0), plus(tail, 512 + CRYPTO_SEAL));
}

/* What is seen through a server has texts that are at most three times as long, and a byte. */
size_t dciauth_verify_wsgi_bound(const dciauth_profile *profile, const dciauth_request *request) {
  return plus(times(dciauth_verify_bound(profile, request), 3), wsgi_bound(request));
}
