/* SPDX-License-Identifier: Apache-2.0 */
/* words.h - the lines of the protocol that bench.py speaks: words between tabs. */
#ifndef DCIAUTH_BENCH_WORDS_H
#define DCIAUTH_BENCH_WORDS_H

#include <dciauth.h>

typedef struct {
  char **at;
  size_t num;
} word_list;

/* words_of cuts a line at its tabs; its line feed goes. The words lie in the line; free(words.at)
 * when done. */
word_list words_of(char *line);

/* number_of reads a word of decimal digits; else the program ends. */
size_t number_of(const char *word);

/* need returns ptr, unless it is NULL: then the program ends for lack of memory. */
void *need(void *ptr);

/* die answers "error", what happened and to what, and ends the program with exit status 1. */
_Noreturn void die(const char *what, const char *which);

#endif
