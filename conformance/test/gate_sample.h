/* SPDX-License-Identifier: Apache-2.0 */
/* gate_sample.h - what the tests of gates share: vectors with nothing but an id, and the result of
 * a target. */
#ifndef CONFORM_TEST_GATE_SAMPLE_H
#define CONFORM_TEST_GATE_SAMPLE_H

#include "result.h"
#include "xfail.h"

#include "sample.h"

/* what is one vector and what became of it. */
typedef struct {
  const char *id;
  outcome_status status;
  const char *stage, *actual; /* NULL: none */
} what;

enum { GATE_MOST = 16 };

typedef struct {
  vector vectors[GATE_MOST];
  outcome outcomes[GATE_MOST];
  vector_set set; /* of suite 0.2.0 */
  result result;  /* of the target `mine` */
  char path[32];
} gate_sample;

/* gate_open fills the sample; gate_file writes a file, whose path it returns, and gate_read reads
 * it as expected failures, which must be possible. Call gate_close. */
void gate_open(gate_sample *s, const what *all, size_t num);
const char *gate_file(gate_sample *s, const char *content);
xfail gate_read(gate_sample *s, const char *content);
void gate_close(gate_sample *s);

#endif
