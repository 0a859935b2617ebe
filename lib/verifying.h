/* SPDX-License-Identifier: Apache-2.0 */
/* verifying.h - one verification on its way. */
#ifndef DCIAUTH_VERIFYING_H
#define DCIAUTH_VERIFYING_H

#include "canonical.h"
#include "wsgi.h"

/* verifying is what one call keeps on its way. */
typedef struct {
  const dciauth_profile *p;
  const dciauth_request *request;
  const dciauth_policy *policy;
  dciauth_verdict *out;
  bool loose, apart; /* apart: loose, or not seen as on the wire */
  canonical canonical;
  name_list names;
  dciauth_span timestamp, payload;
  char digest[64];
  uint8_t claimed[32]; /* the signature, if `hex` */
  bool hex;
  bool body_covered;
  buf b;
  wsgi_request seen; /* what `request` then is part of */
} verifying;

#endif
