/* SPDX-License-Identifier: Apache-2.0 */
/* replay_line.h - the command that runs one vector again. */
#ifndef CONFORM_REPLAY_LINE_H
#define CONFORM_REPLAY_LINE_H

#include "options.h"

/* replay_line_put appends "dciauth-conform run 'exec:./my shim' --select aws4/query/bare-plus",
 * with the folders, the file of profiles and the environment that were named, without its values: a
 * line for a POSIX shell. */
void replay_line_put(const options *o, const char *target, const char *id, text *out);

#endif
