/* SPDX-License-Identifier: Apache-2.0 */
/* mutant.h - the library with bugs on purpose: which of them it has now. Every source of it is
 * compiled with this header in front. */
#ifndef CONFORM_MUTANT_H
#define CONFORM_MUTANT_H

#include "mutant_ids.h"

#include <stddef.h>
#include <stdlib.h>
#include <strings.h>

enum { MAX_MUTANT_RULES = 16 };

/* mutant_rule: in this row of the table of dialects the column has another value. */
typedef struct {
  const char *row, *column, *value;
} mutant_rule;

typedef struct {
  const char *name;
  mutant_rule rules[MAX_MUTANT_RULES + 1]; /* ends with one of NULL */
} mutant;

extern const mutant mutants[]; /* of the tables, NUM_MUTANTS; the first is none */

/* mutant_now is set once, before the first call of the library. */
extern int mutant_now;

#define mutant_is(id) (mutant_now == (id))

#endif
