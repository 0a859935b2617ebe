/* SPDX-License-Identifier: Apache-2.0 */
/* words.c - lines cut into words, and the end for what cannot be read. */
#include "words.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void die(const char *what, const char *which) {
  printf("error\t%s: %s\n", what, which);
  exit(1);
}

void *need(void *ptr) {
  if (ptr == NULL) {
    die("out of memory", "dciauth-bench");
  }
  return ptr;
}

word_list words_of(char *line) {
  size_t tabs = 0;
  line[strcspn(line, "\n")] = '\0';
  for (const char *at = line; (at = strchr(at, '\t')) != NULL; at++) {
    tabs++;
  }
  word_list words = {need(calloc(tabs + 1, sizeof *words.at)), 0};
  char *rest = line;
  while (rest != NULL) {
    words.at[words.num++] = strsep(&rest, "\t");
  }
  return words;
}

size_t number_of(const char *word) {
  char *end;
  unsigned long long number = strtoull(word, &end, 10);
  if (word[0] < '0' || word[0] > '9' || *end != '\0') {
    die("not a number", word);
  }
  return (size_t)number;
}
