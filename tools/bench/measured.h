/* SPDX-License-Identifier: Apache-2.0 */
/* measured.h - what is measured: a set of requests, signed or verified; or bytes, digested. */
#ifndef DCIAUTH_BENCH_MEASURED_H
#define DCIAUTH_BENCH_MEASURED_H

#include "requests.h"

/* measured is one thing to repeat. A pass does each of its requests once. */
typedef struct measured {
  const char *name;
  size_t num;          /* requests in a pass */
  size_t compressions; /* of SHA-256, that a pass cannot do without */
  char signature[65];  /* of the last request, so that peers can be compared */
  void (*pass)(const struct measured *m);
  const dciauth_profile *profile;
  dciauth_request *requests;
  dciauth_sign_params params;
  dciauth_scope scope;
  dciauth_policy policy; /* made once, as that of a server is */
  dciauth_span secret;
  bool derives; /* the key, anew for each request */
  dciauth_key key;
  int64_t now;
  dciauth_work work;
} measured;

/* measured_update takes "update", a name and a number: a pass gives as many bytes to one
 * EVP_DigestUpdate. */
void measured_update(word_list words, measured *out);

/* measured_call takes "call", a name, "sign", "verify" or "refuse" (to verify what is wrong), a
 * row, a set of requests, "kept" or "derived", access key, secret, region, service and time stamp.
 */
void measured_call(word_list words, measured *out);

#endif
