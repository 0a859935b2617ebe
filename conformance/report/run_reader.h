/* SPDX-License-Identifier: Apache-2.0 */
/* run_reader.h - report files, read. */
#ifndef CONFORM_RUN_READER_H
#define CONFORM_RUN_READER_H

#include "runs.h"

#include <stdio.h>

/* runs_read adds the runs of a stream of events; `name` is the file's, for messages. False:
 * `problem` says line, JSON pointer and what to do. Call runs_finish after the last stream, and
 * runs_free in either case. */
bool runs_read(FILE *in, const char *name, runs *all, text *problem);

/* runs_read_file opens the file first. */
bool runs_read_file(const char *path, runs *all, text *problem);

#endif
