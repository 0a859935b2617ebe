/* SPDX-License-Identifier: Apache-2.0 */
/* replay.h - a failure without the runner. */
#ifndef CONFORM_REPLAY_H
#define CONFORM_REPLAY_H

#include "target.h"
#include "vectors.h"

/* replay_write writes <dir>/<id>.jsonl, each '/' of the id as '+', which no id holds: hello, the
 * vector `times` times, bye; for a target of the kind exec-once the vector alone. The shim reads it
 * as it is: ./shim < file. It may hold keys, so file and folder are for their owner alone; a folder
 * that is there stays as it is. False: `problem` names the file and says why it could not be
 * written. */
bool replay_write(const char *dir, const target *t, const vector *v, const char *suite, int times,
                  text *problem);

#endif
