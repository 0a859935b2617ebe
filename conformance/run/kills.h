/* SPDX-License-Identifier: Apache-2.0 */
/* kills.h - which vectors notice the bug of a mutant. */
#ifndef CONFORM_KILLS_H
#define CONFORM_KILLS_H

#include "mutants.h"
#include "vectors.h"

/* group_list: the groups of the vectors, "aws4/query", in their order; `of` says which is each
 * vector's. */
typedef struct {
  const vector *first; /* of the group */
  size_t num;          /* vectors in it */
} vector_group;

typedef struct {
  vector_group *items;
  size_t num;
  size_t *of; /* one for each vector of the set */
} group_list;

void group_list_make(const vector_set *set, group_list *out);
void group_list_free(group_list *list);

/* kill_row is what became of one mutant. */
typedef struct {
  const mutant_row *mutant;
  size_t *by_group; /* how many vectors of each group notice the bug */
  size_t total;     /* 0: it survived */
  text problem;     /* why it was not run, or not to the end */
} kill_row;

/* kills_count lets all authored vectors judge the mutant, and if none of them notices anything the
 * sweeps, up to the first that does. A vector that is disputed notices nothing, nor does one that
 * a mutant refuses for another reason. */
void kills_count(const mutant_row *mutant, const vector_set *set, const group_list *groups,
                 kill_row *out);
void kills_free(kill_row *row);

#endif
