/* SPDX-License-Identifier: Apache-2.0 */
/* huge.h - a request with room for very many headers and arguments. */
#ifndef DCIAUTH_TEST_HUGE_H
#define DCIAUTH_TEST_HUGE_H

#include "support.h"

enum { HUGE_HEADERS = 10000, HUGE_PAIRS = 100000 };

/* huge is a request with room for its parts. */
typedef struct {
  sample s;
  dciauth_pair *headers; /* HUGE_HEADERS and what a signer adds */
  char (*names)[8];      /* of the headers: x-00000 */
  char *list;            /* host;x-00000;…;the date header */
  char *target;
  size_t num_args;
} huge;

void huge_init(huge *h, const dciauth_profile *p);
void huge_free(huge *h);

/* huge_sign signs in `work`, which it allocates, and appends the headers that are added. Nothing
 * else is allocated. */
void huge_sign(huge *h, dciauth_work *work);

/* huge_verify verifies under a policy of sample_policy_at. Nothing is allocated. */
dciauth_status huge_verify(const huge *h, size_t policy, dciauth_verdict *v);

#endif
