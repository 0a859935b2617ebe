/* SPDX-License-Identifier: Apache-2.0 */
/* strings.h - many short strings that are freed together. */
#ifndef CONFORM_STRINGS_H
#define CONFORM_STRINGS_H

#include <stddef.h>

/* strings: zero is empty. What was kept does not move. */
typedef struct {
  char **blocks;
  size_t num, used, size; /* of the last block */
} strings;

/* strings_keep returns a copy of s. */
const char *strings_keep(strings *all, const char *s);
void strings_free(strings *all);

#endif
