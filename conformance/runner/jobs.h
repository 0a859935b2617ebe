/* SPDX-License-Identifier: Apache-2.0 */
/* jobs.h - vectors asked by several processes at a time, ahead of the one who takes the replies. */
#ifndef CONFORM_JOBS_H
#define CONFORM_JOBS_H

#include "session.h"

typedef struct jobs jobs;

/* jobs_start lets `workers` threads ask the vectors in `order`, each `times` times and each in
 * processes of its own; `model` is a session of the kind exec-once that has shaken hands. It, the
 * set and the order must outlive the jobs. */
jobs *jobs_start(const session *model, const vector_set *set, const size_t *order, size_t num,
                 size_t workers, size_t times);

/* jobs_take waits for the reply to a vector and hands it over. False: it is not in the order, or
 * was taken. */
bool jobs_take(jobs *j, size_t index, reply *out);

/* jobs_end waits for the threads, and frees what nobody took. NULL: does nothing. */
void jobs_end(jobs *j);

#endif
