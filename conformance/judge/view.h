/* SPDX-License-Identifier: Apache-2.0 */
/* view.h - does an application get what the signature covers, and nothing else? */
#ifndef CONFORM_VIEW_H
#define CONFORM_VIEW_H

#include "json.h"
#include "outcome.h"

/* view_compare fails the outcome, at the stage `view`, if the view of an answer shows what is not
 * in the expected one. What it does not show is nobody's loss. A path may be decoded once or not at
 * all, a header's value canonical or as a line of the `request` has it. */
void view_compare(const json *expected, const json *actual, const json *request, outcome *o);

#endif
