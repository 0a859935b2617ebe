/* SPDX-License-Identifier: Apache-2.0 */
/* child_pipes.h - what the halves of child.h share: bytes that move, and whether the process lives.
 */
#ifndef CONFORM_CHILD_PIPES_H
#define CONFORM_CHILD_PIPES_H

#include "child.h"

/* child_now returns the seconds of a clock that only goes forward. */
double child_now(void);

/* child_serve waits for a moment and moves what can be moved; `request` is what is left to write.
 */
void child_serve(child *c, dciauth_span *request);

/* child_write writes what there is room for. */
void child_write(child *c, dciauth_span *request);

/* child_note_exit sets c->exited if the process has ended. */
void child_note_exit(child *c);

/* child_close_end closes one of our ends of the pipes, if it is open. */
void child_close_end(int *fd);

#endif
