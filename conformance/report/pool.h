/* SPDX-License-Identifier: Apache-2.0 */
/* pool.h - many short strings that are freed together. */
#ifndef CONFORM_POOL_H
#define CONFORM_POOL_H

#include <stddef.h>

/* pool: zero is empty. What was kept does not move. */
typedef struct {
  char **blocks;
  size_t num, used, size; /* of the last block */
} pool;

/* pool_keep returns a copy of s. */
const char *pool_keep(pool *all, const char *s);
void pool_free(pool *all);

#endif
