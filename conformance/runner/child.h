/* SPDX-License-Identifier: Apache-2.0 */
/* child.h - a running shim: lines in, lines out, and what it says on the side. */
#ifndef CONFORM_CHILD_H
#define CONFORM_CHILD_H

#include "spawn.h"

enum { CHILD_MAX_LINE = 8 << 20, CHILD_MAX_NOISE = 64 << 10 };

typedef struct {
  spawned at;
  bool running;   /* started and not yet closed */
  bool exited;    /* it has ended, but is not reaped yet */
  bool once;      /* one request is all: its input ends after it */
  bool patient;   /* behind a debugger: no time is over, nothing is killed */
  text buffer;    /* standard output not yet used */
  text line;      /* the last line of it, or what came instead */
  text noise;     /* the end of standard error since child_clear_noise */
  text sanitizer; /* the first line of a sanitizer's report, or empty */
} child;

typedef enum {
  CHILD_LINE,        /* an answer */
  CHILD_GONE,        /* it ended, or closed its output */
  CHILD_LATE,        /* the time is over */
  CHILD_CHATTER,     /* something that cannot begin a JSON object */
  CHILD_TOO_LONG,    /* a line above CHILD_MAX_LINE */
  CHILD_INTERRUPTED, /* a signal asked us to stop */
} child_event;

/* child_start starts the program; `c` is zero, or a child that was closed. child_free frees what a
 * closed child said. */
bool child_start(const target *t, child *c, text *problem);
void child_free(child *c);

/* child_ask writes a request, with its line feed, and reads c->line, without. On CHILD_CHATTER,
 * CHILD_LATE and CHILD_GONE `c->line` is what came instead. */
child_event child_ask(child *c, dciauth_span request, double seconds);

/* child_settle takes what has come by now without waiting. True: it has written more than it was
 * asked for. */
bool child_settle(child *c);

/* child_wait waits for the end of the process; what it writes meanwhile is kept. False: the time is
 * over, or a signal asked us to stop. */
bool child_wait(child *c, double seconds);

void child_clear_noise(child *c);

/* child_kill ends the whole process group; with `dump` after SIGQUIT and half a second, in which a
 * runtime may print where its threads are. */
void child_kill(child *c, bool dump);

/* child_finish closes the child's input and waits for its end. False: `how` says how it ended. */
bool child_finish(child *c, double seconds, text *how);

/* child_put_end appends how a child that is gone ended: "signal 11 (Segmentation fault)". Reaps. */
void child_put_end(child *c, text *how);

#endif
