/* SPDX-License-Identifier: Apache-2.0 */
/* cache_tag.h - by what a kept key is found. */
#ifndef DCIAUTH_CACHE_TAG_H
#define DCIAUTH_CACHE_TAG_H

#include "profile.h"

/* cache_tag tells keys apart. Where to look for one follows from `place`, in which there is nothing
 * of the secret: what a processor keeps of memory that was read shows where that was. Whether it is
 * the one is what `tag` says, to be compared in constant time. */
typedef struct {
  uint64_t place;
  uint8_t tag[32];
} cache_tag;

/* cache_tag_of: LIMIT_EXCEEDED for what is longer than keys are made of. */
DCIAUTH_MUST_USE dciauth_status cache_tag_of(const dciauth_profile *p, dciauth_span access_key,
                                             const dciauth_scope *scope, dciauth_span secret,
                                             cache_tag *out);

#endif
