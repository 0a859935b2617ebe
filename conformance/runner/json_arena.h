/* SPDX-License-Identifier: Apache-2.0 */
/* json_arena.h - the memory of a document in one piece. */
#ifndef CONFORM_JSON_ARENA_H
#define CONFORM_JSON_ARENA_H

#include <stddef.h>

/* arena_alloc takes memory from the arena that is in use in this thread, or from the heap if there
 * is none; arena_drop gives back what came from the heap. The parser is told to use these. */
void *arena_alloc(size_t size);
void arena_drop(void *ptr);

/* arena_begin uses a new arena from now on, for a document of a text of `len` bytes; arena_resume
 * the one whose first piece is `first`. arena_end uses none; arena_free frees all pieces. */
void arena_begin(size_t len);
void arena_resume(void *first);
void arena_end(void);
void arena_free(void *first);

/* arena_forget frees what this thread kept for its next arena. */
void arena_forget(void);

#endif
