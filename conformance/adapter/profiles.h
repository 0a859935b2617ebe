/* SPDX-License-Identifier: Apache-2.0 */
/* profiles.h - the dialects that vectors may name: the rows of the library, and rows of the user's
 * own behind them. */
#ifndef CONFORM_PROFILES_H
#define CONFORM_PROFILES_H

#include "text.h"

/* profiles_load adds the rows of a file: an array of objects in the form of vectors/profiles.json,
 * with `name` and the columns that differ from those of the row `base` ("aws4" by default), which
 * may be one of those before. False: `problem` names file, JSON pointer and what is wrong. To be
 * called once, before anything is run. */
bool profiles_load(const char *path, text *problem);
void profiles_free(void);

/* profiles_at returns row i, or NULL behind the last; profiles_find the one of that name, or NULL.
 */
const dciauth_profile *profiles_at(size_t i);
const dciauth_profile *profiles_find(dciauth_span name);

#endif
