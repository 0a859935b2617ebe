/* SPDX-License-Identifier: Apache-2.0 */
/* reason.h - was it refused for the right reason? */
#ifndef CONFORM_REASON_H
#define CONFORM_REASON_H

#include "errormap.h"
#include "outcome.h"
#include "protocol.h"

/* reason_rules say how much reasons count. */
typedef struct {
  bool strict;         /* a wrong reason is a failure, as is none; else a wrong one is a warning */
  const errormap *map; /* of the target's own errors; NULL: there is none */
} reason_rules;

/* reason_compare judges a refusal, which is right as such, by the {class, any_of} expected. What
 * the map has for the first of `native`, `code` and `message` that it knows counts before `code`.
 */
void reason_compare(const json *expected, const answer *a, const reason_rules *rules, outcome *o);

#endif
