/* SPDX-License-Identifier: Apache-2.0 */
/* generate.h - random requests from a seed, the same on every machine. */
#ifndef DCIAUTH_TEST_GENERATE_H
#define DCIAUTH_TEST_GENERATE_H

#include "dciauth.h"

typedef struct {
  uint64_t seed;
} random_source;

uint64_t random_next(random_source *r);

/* random_below returns a number below `limit`, 0 if limit is 0. */
size_t random_below(random_source *r, size_t limit);

/* GENERATE_WILD: any byte anywhere. Else requests that every row signs, with odd but legal content.
 * */
typedef enum { GENERATE_VALID, GENERATE_WILD } generate_mode;

enum { GENERATE_HEADERS = 40, GENERATE_BYTES = 1 << 16 };

/* generated is a request with its bytes. Copies are not independent. */
typedef struct {
  uint8_t bytes[GENERATE_BYTES];
  size_t used;
  dciauth_pair headers[GENERATE_HEADERS + 8]; /* the last 8 stay free */
  dciauth_pair params[GENERATE_HEADERS];
  size_t num_params;
  dciauth_request request;
} generated;

void generate_request(random_source *r, const dciauth_profile *p, generate_mode mode,
                      generated *out);

/* generate_text appends up to `most` random bytes of a mode to the bytes of `g`. */
dciauth_span generate_text(random_source *r, generate_mode mode, size_t most, generated *g);

#endif
