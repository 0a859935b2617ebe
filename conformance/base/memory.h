/* SPDX-License-Identifier: Apache-2.0 */
/* memory.h - allocation for programs that cannot go on without memory. */
#ifndef CONFORM_MEMORY_H
#define CONFORM_MEMORY_H

#include <stddef.h>

/* MEM_EXIT is the exit status of a program that ran out of memory: the runner's own failure. */
enum { MEM_EXIT = 5 };

/* mem_fail says that memory ran out and ends the program. */
_Noreturn void mem_fail(void);

/* mem_alloc returns num * size zeroed bytes, never NULL. */
void *mem_alloc(size_t num, size_t size);

/* mem_resize changes a block to num * size bytes; what is new is not zeroed. Never NULL. */
void *mem_resize(void *ptr, size_t num, size_t size);

/* mem_text returns a copy of len bytes with a NUL behind them. */
char *mem_text(const char *ptr, size_t len);

#endif
