/* SPDX-License-Identifier: Apache-2.0 */
/* findings.h - what is wrong in a file, and where. */
#ifndef CONFORM_FINDINGS_H
#define CONFORM_FINDINGS_H

#include "text.h"

/* MAX_FINDINGS: of a file so many are shown; the others are counted. */
enum { MAX_FINDINGS = 100 };

/* findings are those of one file. Zero is none. */
typedef struct {
  text lines;
  size_t num;
} findings;

void findings_free(findings *f);

/* place is where in a file the reader is: a JSON pointer, cut if it is longer. */
typedef struct {
  findings *out;
  const char *file;
  char pointer[200];
} place;

/* place_of returns the place of a member, place_at that of an element of an array. */
place place_of(const place *p, const char *key);
place place_at(const place *p, size_t index);

/* place_blame adds a finding: what is wrong there, and what to do. False, for the caller. */
__attribute__((format(printf, 2, 3))) bool place_blame(const place *p, const char *format, ...);

#endif
