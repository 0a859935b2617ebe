/* SPDX-License-Identifier: Apache-2.0 */
/* file_clash.h - no file is written over another that the same command line names. */
#ifndef CONFORM_FILE_CLASH_H
#define CONFORM_FILE_CLASH_H

#include "options.h"

/* file_clash_check returns false, and says which, if a file that is written is one that another
 * option or argument reads or writes. That `--json` replaces the report of `--baseline`, which is
 * read before, is meant. */
bool file_clash_check(const options *o, text *problem);

#endif
