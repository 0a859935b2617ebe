/* SPDX-License-Identifier: Apache-2.0 */
/* outputs.h - the files of a run: which were asked for, opened before it begins, so that a folder
 * that is not there is not found out an hour later, and written when it has ended. */
#ifndef CONFORM_OUTPUTS_H
#define CONFORM_OUTPUTS_H

#include "beside.h"
#include "options.h"

enum { OUTPUT_JUNIT, OUTPUT_TAP, OUTPUT_MARKDOWN, OUTPUT_HTML, OUTPUT_NUM };

typedef struct {
  beside files[OUTPUT_NUM];
} outputs;

/* outputs_wanted says whether one was asked for. */
bool outputs_wanted(const options *o);

/* outputs_open begins them. False: `problem` says why, and none is begun. */
bool outputs_open(const options *o, outputs *out, text *problem);

struct runs;

/* outputs_close puts all of them in their places, made of the runs. False: `problem` names each
 * that could not be written. */
bool outputs_close(outputs *out, const struct runs *all, text *problem);

/* outputs_drop leaves everything as it was. */
void outputs_drop(outputs *out);

#endif
