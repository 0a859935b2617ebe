/* SPDX-License-Identifier: Apache-2.0 */
/* huge.c - signs and verifies very large requests, with allocations counted. */
#include "huge.h"

#include <stdlib.h>

#include "allocations.h"

void huge_init(huge *h, const dciauth_profile *p) {
  memset(h, 0, sizeof *h);
  sample_init(&h->s, p);
  h->headers = calloc(HUGE_HEADERS + 8, sizeof *h->headers);
  h->names = calloc(HUGE_HEADERS, sizeof *h->names);
  h->list = calloc(HUGE_HEADERS + 8, 16);
  h->target = calloc(HUGE_PAIRS, 16);
  h->headers[0] = h->s.headers[0];
  h->s.request.headers = h->headers;
}

void huge_free(huge *h) {
  free(h->headers);
  free(h->names);
  free(h->list);
  free(h->target);
}

void huge_sign(huge *h, dciauth_work *work) {
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

dciauth_status huge_verify(const huge *h, size_t policy_index, dciauth_verdict *v) {
  dciauth_policy policy = sample_policy_at(&h->s, policy_index);
  dciauth_credential credential = {.key = &h->s.key};
  work_block b = block_new(dciauth_verify_bound(h->s.p, &h->s.request), 0);
  allocations_start();
  dciauth_status status = dciauth_verify(h->s.p, &h->s.request, &policy, SAMPLE_NOW, sample_lookup,
                                         &credential, b.work, v);
  assert_true(allocations_none());
  block_free(&b);
  return status;
}
