/* SPDX-License-Identifier: Apache-2.0 */
/* session.h - a conversation with a target, over as many processes as it takes. */
#ifndef CONFORM_SESSION_H
#define CONFORM_SESSION_H

#include "child.h"
#include "protocol.h"

/* reply_kind is what came of one request. */
typedef enum {
  REPLY_ANSWER,
  REPLY_CRASH,
  REPLY_TIMEOUT,
  REPLY_PROTOCOL,
  REPLY_NOT_RUN,
  REPLY_INTERRUPTED
} reply_kind;

typedef struct {
  reply_kind kind;
  answer answer; /* of REPLY_ANSWER */
  bool flaky;    /* of REPLY_CRASH: it did not crash when tried again */
  text what;     /* of the others: what happened, with what was shown in place of an answer */
  text noise;    /* what standard error said meanwhile */
} reply;

typedef struct {
  const target *target;
  const char *suite;
  double timeout, hello_timeout;
  child child;
  json *hello;     /* of the first process; NULL before */
  text hello_text; /* the same, to be compared */
  int64_t next_id;
  bool lost;    /* three failed hellos in a row, or it cannot be started */
  text problem; /* of a lost target: why */
} session;

/* session_start starts the target and shakes hands. False: it is lost. The struct is zero but for
 * target, suite and the two times. */
bool session_start(session *s);

/* session_ask sends a vector and waits. A target that crashed is started again and asked once more;
 * one that hangs is ended. Call reply_free. */
void session_ask(session *s, const vector *v, reply *out);

/* session_end says bye. False: the target did not end well, and `problem` says how. */
bool session_end(session *s, text *problem);

void reply_free(reply *r);

#endif
