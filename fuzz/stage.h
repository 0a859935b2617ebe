/* SPDX-License-Identifier: Apache-2.0 */
/* stage.h - the oracles of a stage that runs alone: bytes and a work block in, a text out. */
#ifndef FUZZ_STAGE_H
#define FUZZ_STAGE_H

#include "oracle.h"

/* stage_canon is dciauth_canon_path or dciauth_canon_query. */
typedef dciauth_status stage_canon(const dciauth_profile *profile, dciauth_span in,
                                   dciauth_work work, dciauth_text *out);

/* stage is a function under test with its bound and its twin. */
typedef struct {
  stage_canon *canon;
  size_t (*bound)(const dciauth_profile *profile, dciauth_span in);
  const char *(*twin)(twin_row row, const uint8_t *ptr, size_t len, text *out);
} stage;

/* stage_answer is a status and a copy of the text, to be freed. */
typedef struct {
  dciauth_status status;
  text canon;
} stage_answer;

/* stage_run runs the stage on other bytes than the input's, with as much work as its bound says,
 * and checks what must hold of every call: D-8 for the spans, D-12 for the bytes written. */
stage_answer stage_run(const stage *s, const oracle_input *in, const uint8_t *ptr, size_t len);

/* stage_same checks, in the name of an oracle, that other bytes have the answer `want`. */
void stage_same(const stage *s, const oracle_input *in, const text *other, const stage_answer *want,
                const char *id, const char *what);

/* stage_check_sizes: no work size but the bound's gives another answer than the right one or
 * DCIAUTH_E_SPACE. */
void stage_check_sizes(const stage *s, const oracle_input *in, const stage_answer *want);

/* stage_check_twin: the naive twin gives the same class and the same text. */
void stage_check_twin(const stage *s, const oracle_input *in, const stage_answer *want);

#endif
