/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_answer.h - what a target answered, taken apart. */
#ifndef CONFORM_MISTAKE_ANSWER_H
#define CONFORM_MISTAKE_ANSWER_H

#include "json.h"
#include "mistake_case.h"

/* answer_read fills the parts that the answer shows; `signature` is what it signed, in whatever
 * form, empty if there is none. The signature is not among the parts: it is what the others must
 * explain. */
void answer_read(const mistake_case *c, const json *out, parts *shown, text *signature);

#endif
