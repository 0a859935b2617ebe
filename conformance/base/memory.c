/* SPDX-License-Identifier: Apache-2.0 */
/* memory.c - a runner without memory can report nothing that is true, so every failure ends it
 * here, with an exit status of its own. Children notice: their standard input closes and they are
 * told to die with their parent. */
#include "memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void mem_fail(void) {
  fputs("out of memory\n", stderr);
  exit(MEM_EXIT);
}

void *mem_alloc(size_t num, size_t size) {
  void *ptr = calloc(num > 0 ? num : 1, size > 0 ? size : 1);
  if (ptr == NULL) {
    mem_fail();
  }
  return ptr;
}

void *mem_resize(void *ptr, size_t num, size_t size) {
  if (size > 0 && num > SIZE_MAX / size) {
    mem_fail();
  }
  size_t len = num * size;
  void *moved = realloc(ptr, len > 0 ? len : 1);
  if (moved == NULL) {
    mem_fail();
  }
  return moved;
}

char *mem_text(const char *ptr, size_t len) {
  char *copy = mem_alloc(len + 1, 1);
  if (len > 0) {
    memcpy(copy, ptr, len);
  }
  return copy;
}
