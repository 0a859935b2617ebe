/* SPDX-License-Identifier: Apache-2.0 */
/* session.h - a conversation with a target, over as many processes as it takes. */
#ifndef CONFORM_SESSION_H
#define CONFORM_SESSION_H

#include "exchange.h"

typedef struct {
  const target *target;
  const char *suite;
  double timeout, hello_timeout;
  bool blind; /* requests say nothing of where their vectors stand */
  uint32_t seed;
  child child;
  json *hello;     /* of the first process; NULL before */
  text hello_text; /* the same, to be compared */
  text request;    /* the last one; kept for its room */
  text rules;      /* the columns of the row `rules_of`: vectors of a row come together */
  const char *rules_of;
  int64_t next_id;
  bool lost;    /* three failed hellos in a row, or it cannot be started */
  text problem; /* of a lost target: why */
} session;

/* session_start starts the target and shakes hands; one of the kind exec-once has ended then.
 * False: it is lost. The struct is zero but for what the caller sets: target, suite, the two times,
 * blind and seed. */
bool session_start(session *s);

/* session_ask sends a vector and waits. A target that crashed is started again and asked once more;
 * one that hangs is ended. Call reply_free. */
void session_ask(session *s, const vector *v, reply *out);

/* session_end says bye. False: the target did not end well, and `problem` says how. */
bool session_end(session *s, text *problem);

#endif
