/* SPDX-License-Identifier: Apache-2.0 */
/* groups.h - ids that have something in common. */
#ifndef CONFORM_GROUPS_H
#define CONFORM_GROUPS_H

#include "text.h"

typedef struct {
  text label, ids; /* the first few ids, with a blank between them */
  size_t num;
} group;

typedef struct {
  group *items;
  size_t num;
} groups;

/* groups_add puts an id under a label. */
void groups_add(groups *g, const char *label, const char *id);

/* groups_put appends the groups, one below the other: number, label, and the first ids if
 * `with_ids`, in lines of 100 columns. */
void groups_put(const groups *g, const char *indent, bool with_ids, text *out);

void groups_free(groups *g);

#endif
