/* SPDX-License-Identifier: Apache-2.0 */
/* spawn.h - starts a target's program with its three pipes. */
#ifndef CONFORM_SPAWN_H
#define CONFORM_SPAWN_H

#include "target.h"

#include <sys/types.h>

/* spawned is a running program and our ends of its pipes: non-blocking, close-on-exec. */
typedef struct {
  pid_t pid;
  pid_t group;      /* what kill() takes to end it: minus its process group; a debugger alone */
  int in, out, err; /* we write to `in`; -1: there is none */
} spawned;

/* spawn starts the program in a process group of its own, with TZ=UTC, LC_ALL=C.UTF-8 and no proxy
 * variables. A debugger stays in our group, for it shares the terminal with us; it keeps standard
 * input, output and error, and finds the pipes of the target as descriptors 3 and 4. False:
 * `problem` says why it could not be started. */
bool spawn(const target *t, spawned *out, text *problem);

#endif
