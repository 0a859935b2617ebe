/* SPDX-License-Identifier: Apache-2.0 */
/* spawn.h - starts a target's program with its three pipes. */
#ifndef CONFORM_SPAWN_H
#define CONFORM_SPAWN_H

#include "target.h"

#include <sys/types.h>

/* spawned is a running program and our ends of its pipes: non-blocking, close-on-exec. */
typedef struct {
  pid_t pid;
  int in, out, err; /* we write to `in` */
} spawned;

/* spawn starts the program in a process group of its own, with TZ=UTC, LC_ALL=C.UTF-8 and no proxy
 * variables. False: `problem` says why it could not be started. */
bool spawn(const target *t, spawned *out, text *problem);

#endif
