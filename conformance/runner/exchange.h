/* SPDX-License-Identifier: Apache-2.0 */
/* exchange.h - one request, and what came of it. */
#ifndef CONFORM_EXCHANGE_H
#define CONFORM_EXCHANGE_H

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
  answer answer;     /* of REPLY_ANSWER */
  bool flaky;        /* of REPLY_CRASH: it did not crash when tried again */
  text what;         /* of the others: what happened, with what was shown in place of an answer */
  text noise;        /* what standard error said meanwhile */
  size_t asked;      /* how often it was asked */
  text first, other; /* answers to the same request, if they differ */
} reply;

/* exchange_reference asks the linked-in reference. */
void exchange_reference(dciauth_span request, int64_t id, reply *out);

/* exchange_child asks a running child. Afterwards it is fit for the next request, or closed; one
 * that is asked once is closed in any case. */
void exchange_child(child *c, dciauth_span request, int64_t id, double seconds, reply *out);

void reply_free(reply *r);

#endif
