/* SPDX-License-Identifier: Apache-2.0 */
/* poison.h - secrets as memcheck sees them. Poisoned memory counts as never written, and so does
 * all that is computed of it; memcheck complains where a branch or an address depends on it, which
 * is where time does. */
#ifndef DCIAUTH_TEST_POISON_H
#define DCIAUTH_TEST_POISON_H

#include <stdbool.h>
#include <stddef.h>

/* poison makes bytes secret. */
void poison(void *ptr, size_t len);

/* declare_public ends that: these bytes may decide. What the tests declare is in wraps.c, and the
 * signature that a signer has written; nothing else. */
void declare_public(void *ptr, size_t len);

/* count_poisoned returns how many bytes depend on a secret. */
size_t count_poisoned(const void *ptr, size_t len);

/* count_leaks returns how often memcheck has complained. */
unsigned long count_leaks(void);

bool is_memcheck(void);

/* secrets_compared counts the comparisons (wraps.c) in which one side was a secret. */
extern unsigned long secrets_compared;

#endif
