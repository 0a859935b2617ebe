/* SPDX-License-Identifier: Apache-2.0 */
/* run.h - the command `run`. */
#ifndef CONFORM_RUN_H
#define CONFORM_RUN_H

#include "options.h"

/* run_command runs the vectors against the targets and returns the exit status. */
int run_command(const options *o);

#endif
