/* SPDX-License-Identifier: Apache-2.0 */
/* blind.h - what chance decides in a blind run, and the same again from the same seed. */
#ifndef CONFORM_BLIND_H
#define CONFORM_BLIND_H

#include "exchange.h"
#include "outcome.h"

/* BLIND_STAGE is where a vector fails that was answered in two ways. */
#define BLIND_STAGE "repeat"

/* blind_draw returns a seed that nobody can foresee. */
uint32_t blind_draw(void);

/* blind_shuffle puts the items in an order that the seed decides. */
void blind_shuffle(uint32_t seed, size_t *items, size_t num);

/* blind_id returns the id of the n-th request, n from 1 to 2^31-1: no id comes twice, and none says
 * which one it follows. */
int64_t blind_id(uint32_t seed, int64_t n);

/* blind_put_answer appends what an answer says, a line a member, "stages/signature \"…\"": of an
 * error its code alone, since messages may tell addresses and times, and the added headers as a
 * set. */
void blind_put_answer(const answer *a, text *out);

/* blind_compare fails an outcome, at BLIND_STAGE, if two answers to one request differ. */
void blind_compare(dciauth_span first, dciauth_span second, outcome *o);

#endif
