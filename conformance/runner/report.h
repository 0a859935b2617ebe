/* SPDX-License-Identifier: Apache-2.0 */
/* report.h - the reports of a run: JSON lines, with a summary for each target, and what is made of
 * them. */
#ifndef CONFORM_REPORT_H
#define CONFORM_REPORT_H

#include "outputs.h"
#include "result.h"

/* report is a stream of events. It goes to the file of --json, and to a file without a name which
 * the other reports are made of, in the way in which `dciauth-conform report` makes them. Zero: no
 * report was asked for, and every call does nothing. */
typedef struct {
  const options *options;
  beside json;
  FILE *spool;
  int error; /* errno of the first write to the spool that failed, or 0 */
  outputs others;
} report;

/* report_open begins the reports. False: `problem` says why one cannot be written. */
bool report_open(const options *o, const char *suite, report *r, text *problem);

void report_vector(report *r, const result *target, const vector *v, const outcome *o);
void report_summary(report *r, const result *target, bool interrupted);

/* report_close puts the reports in their places. False: `problem` says which could not be written;
 * what was there before is still there. */
bool report_close(report *r, text *problem);

#endif
