/* SPDX-License-Identifier: Apache-2.0 */
/* report.h - the report of a run: JSON lines, with a summary for each target. */
#ifndef CONFORM_REPORT_H
#define CONFORM_REPORT_H

#include "result.h"

#include <stdio.h>

/* report is a file being written beside its place. Zero: no report was asked for, and every call
 * does nothing. */
typedef struct {
  FILE *file;
  char *path, *beside;
  bool failed;
} report;

/* report_open begins a report. False: `problem` says why it cannot be written. */
bool report_open(const char *path, const char *suite, report *r, text *problem);

void report_vector(report *r, const result *target, const vector *v, const outcome *o);
void report_summary(report *r, const result *target, bool interrupted);

/* report_close puts the report in its place. False: it could not be written; what was there before
 * is still there. */
bool report_close(report *r, text *problem);

#endif
