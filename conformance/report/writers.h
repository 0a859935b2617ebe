/* SPDX-License-Identifier: Apache-2.0 */
/* writers.h - the reports that are made of runs. */
#ifndef CONFORM_WRITERS_H
#define CONFORM_WRITERS_H

#include "runs.h"

/* write_* append a whole report. False: it could not be made. */
bool write_junit(const runs *all, text *out);
bool write_tap(const runs *all, text *out);
bool write_markdown(const runs *all, text *out);
bool write_html(const runs *all, text *out);

#endif
