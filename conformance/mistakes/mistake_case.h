/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_case.h - a signing vector, taken apart: what the signer was given, and the right parts.
 */
#ifndef CONFORM_MISTAKE_CASE_H
#define CONFORM_MISTAKE_CASE_H

#include "adapter_in.h"
#include "mistake_parts.h"
#include "mistake_row.h"
#include "vectors.h"

typedef struct {
  adapter_input in;
  unsigned row;             /* ROW_* */
  dciauth_span path, query; /* as they were sent */
  dciauth_pair *headers;    /* the request's, then those that the signer adds */
  size_t num_headers;
  parts right;
} mistake_case;

/* mistake_case_open fills the case. False: the vector is no request to be signed, or one of a size
 * that no vector needs, or the library does not give what it expects, so that no part can be
 * trusted. Call mistake_case_close in either case. */
bool mistake_case_open(const vector *v, mistake_case *c);
void mistake_case_close(mistake_case *c);

#endif
