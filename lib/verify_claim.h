/* SPDX-License-Identifier: Apache-2.0 */
/* verify_claim.h - one verification on its way, and how it comes to its claim. */
#ifndef DCIAUTH_VERIFY_CLAIM_H
#define DCIAUTH_VERIFY_CLAIM_H

#include "canonical.h"

/* verifying is what one call keeps on its way. */
typedef struct {
  const dciauth_profile *p;
  const dciauth_request *request;
  const dciauth_policy *policy;
  dciauth_verdict *out;
  bool loose;
  canonical canonical;
  name_list names;
  dciauth_span timestamp, payload;
  char digest[64];
  uint8_t claimed[32]; /* the signature, if `hex` */
  bool hex;
  bool body_covered;
  buf b;
} verifying;

/* verify_claim finds Authorization and reads it into out->claim, names and claimed. */
DCIAUTH_MUST_USE dciauth_status verify_claim(verifying *v);

#endif
