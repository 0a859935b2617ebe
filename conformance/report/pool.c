/* SPDX-License-Identifier: Apache-2.0 */
/* pool.c - blocks of 64 KiB, filled one after the other: a report of ten targets has half a
 * million strings. */
#include "pool.h"

#include "memory.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 65536 };

const char *pool_keep(pool *all, const char *s) {
  size_t len = strlen(s) + 1;
  if (all->num == 0 || all->size - all->used < len) {
    all->blocks = mem_resize(all->blocks, all->num + 1, sizeof *all->blocks);
    all->size = len > BLOCK ? len : BLOCK;
    all->blocks[all->num++] = mem_alloc(all->size, 1);
    all->used = 0;
  }
  char *copy = all->blocks[all->num - 1] + all->used;
  memcpy(copy, s, len);
  all->used += len;
  return copy;
}

void pool_free(pool *all) {
  for (size_t i = 0; i < all->num; i++) {
    free(all->blocks[i]);
  }
  free(all->blocks);
  *all = (pool){0};
}
