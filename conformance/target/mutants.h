/* SPDX-License-Identifier: Apache-2.0 */
/* mutants.h - the reference with a bug: which bugs there are, and the target mutant:NAME. They are
 * a program beside this one, which a build without tests does not have. */
#ifndef CONFORM_MUTANTS_H
#define CONFORM_MUTANTS_H

#include "target.h"

/* MUTANT_PREFIX begins the name of a target. */
#define MUTANT_PREFIX "mutant:"

/* mutant_row is a bug; `see` is a public reference, or "". */
typedef struct {
  const char *name, *area, *story, *see;
} mutant_row;

typedef struct {
  mutant_row *items;
  size_t num;
  json *document; /* which the strings belong to */
} mutant_list;

/* mutants_load reads which there are. False: `problem` says why not. Call mutants_free in either
 * case. */
bool mutants_load(mutant_list *out, text *problem);
void mutants_free(mutant_list *list);

/* mutants_target makes the target of a name; `none` is the program without a bug. False: `problem`
 * says that there is no such mutant. */
bool mutants_target(const char *name, target *out, text *problem);

/* mutants_put appends a line for each: name and story. */
void mutants_put(const mutant_list *list, text *out);

#endif
