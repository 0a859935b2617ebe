/* SPDX-License-Identifier: Apache-2.0 */
/* repeat.h - a vector asked several times: does it get the same answer, and how fast? */
#ifndef CONFORM_REPEAT_H
#define CONFORM_REPEAT_H

#include "session.h"

/* repeat_ask asks a vector `times` times, at least once, and stops where an answer is missing or
 * another than the first. What is then judged: the first answer, with what differs; or the one
 * that went wrong. */
void repeat_ask(session *s, const vector *v, size_t times, reply *out);

/* repeat_is_same compares status and `out`; the headers that a signer adds are a set. */
bool repeat_is_same(const answer *a, const answer *b);

/* repeat_put_rate appends a line: how many answers in how many seconds. */
void repeat_put_rate(size_t asked, double seconds, text *out);

#endif
