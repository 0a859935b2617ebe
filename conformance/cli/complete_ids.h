/* SPDX-License-Identifier: Apache-2.0 */
/* complete_ids.h - what a typed beginning of an id may become. */
#ifndef CONFORM_COMPLETE_IDS_H
#define CONFORM_COMPLETE_IDS_H

/* ids_found takes a candidate, and the title of the vector if it is a whole id, else "". */
typedef void ids_found(const void *arg, const char *candidate, const char *title);

/* complete_ids goes from slash to slash, as file names are completed: there are thousands.
 * `profiles` is a file of dialects that the vectors may name, or NULL. Of vectors that cannot be
 * read it says why, on standard error. */
void complete_ids(const char *vectors, const char *profiles, const char *typed, ids_found *found,
                  const void *arg);

#endif
