/* SPDX-License-Identifier: Apache-2.0 */
/* allocations.h - counts what is allocated. A program that uses it is linked with its calls of
 * malloc, calloc, realloc and free wrapped, so that those of the library and of the test are seen;
 * those of OpenSSL are seen by its own hook. */
#ifndef DCIAUTH_TEST_ALLOCATIONS_H
#define DCIAUTH_TEST_ALLOCATIONS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
  size_t calls;  /* of the library and of the test, those of free included */
  size_t takes;  /* OpenSSL's */
  size_t leaves; /* those of them that were not freed */
} allocation_counts;

/* allocations_hook has those of OpenSSL counted, too: to be called first of all. False: it is too
 * late. */
bool allocations_hook(void);

void allocations_start(void);

/* allocations_since returns what was allocated since the start. */
allocation_counts allocations_since(void);

/* allocations_none: nothing was, since the start, by anyone who may not. With DCIAUTH_CRYPTO=evp
 * OpenSSL may, if it gives all back. */
bool allocations_none(void);

#endif
