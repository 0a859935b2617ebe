/* SPDX-License-Identifier: Apache-2.0 */
/* oracle.h - what every target needs to ask a question and to say that the answer is wrong. */
#ifndef FUZZ_ORACLE_H
#define FUZZ_ORACLE_H

#include <dciauth.h>

#include "twin.h"

/* oracle_input is an input taken apart: the first byte chooses the row and how far work blocks are
 * off alignment, the rest, copied to an allocation of exactly its size, is what the function reads.
 */
typedef struct {
  const char *target; /* "path", "query", "auth_header" */
  twin_row row;
  const dciauth_profile *profile;
  size_t shift; /* 0 to 7 */
  uint8_t *ptr; /* NULL if len is 0 */
  size_t len;
} oracle_input;

/* oracle_take makes an input; false for an empty one. oracle_drop frees it. */
bool oracle_take(const char *target, const uint8_t *data, size_t size, oracle_input *out);
void oracle_drop(oracle_input *in);

/* oracle_check aborts if `holds` is false, with the class string "oracle ID TARGET: what" and the
 * input on stderr. */
void oracle_check(bool holds, const char *id, const oracle_input *in, const char *what);

/* oracle_note counts an outcome of the row; oracle_print_notes prints one line for each that was
 * met: "state path aws4 ok". */
void oracle_note(const oracle_input *in, dciauth_status status);
void oracle_print_notes(void);

/* oracle_thorough makes a target try every work size of a small input, not a sample: for replay. */
extern bool oracle_thorough;

/* LLVMFuzzerTestOneInput is what each target defines and an engine calls. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
