/* SPDX-License-Identifier: Apache-2.0 */
/* process_options.h - the options that say how a target's processes are started, and what their own
 * errors mean. */
#ifndef CONFORM_PROCESS_OPTIONS_H
#define CONFORM_PROCESS_OPTIONS_H

#include "options.h"
#include "target.h"

/* process_options_apply checks them against the targets and gives the targets what concerns them.
 * False: `problem` says what does not go together. */
bool process_options_apply(const options *o, target *targets, size_t num, text *problem);

#endif
