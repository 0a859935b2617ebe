/* SPDX-License-Identifier: Apache-2.0 */
/* beside.h - a file that is written beside its place and renamed when it is whole. */
#ifndef CONFORM_BESIDE_H
#define CONFORM_BESIDE_H

#include "text.h"

#include <stdio.h>

/* beside is a file being written. Zero: none was asked for, and every call does nothing. */
typedef struct {
  FILE *file;
  char *path;   /* its place: where a symbolic link leads, not the link */
  char *beside; /* NULL: a device, a pipe or our own output, written as it is */
  int error;    /* errno of the first write that failed, or 0 */
} beside;

/* beside_open begins a file; `path` NULL: none. False: `problem` says why it cannot be written. */
bool beside_open(const char *path, beside *b, text *problem);

void beside_put(beside *b, dciauth_span bytes);

/* beside_close puts the file in its place. False: `problem` says why it could not be written; what
 * was there before is still there. */
bool beside_close(beside *b, text *problem);

/* beside_drop leaves everything as it was. */
void beside_drop(beside *b);

#endif
