/* SPDX-License-Identifier: Apache-2.0 */
/* mutant_main.c - dciauth-mutant-shim: dciauth-shim with one bug, the one that it is told. */
#include "answer_lines.h"
#include "mutant.h"

#include <stdio.h>
#include <string.h>

static int find_mutant(const char *name) {
  int i = 0;
  while (i < NUM_MUTANTS && strcmp(mutants[i].name, name) != 0) {
    i++;
  }
  return i;
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fputs("Usage: dciauth-mutant-shim NAME\n"
          "The reference behind the shim protocol, with the bug of that name: see\n"
          "`dciauth-conform list mutants`. `none` is the reference as it is.\n",
          stderr);
    return 2;
  }
  mutant_now = find_mutant(argv[1]);
  if (mutant_now == NUM_MUTANTS) {
    fprintf(stderr, "dciauth-mutant-shim: %s: no such mutant: see `dciauth-conform list mutants`\n",
            argv[1]);
    return 2;
  }
  answer_begin();
  return answer_lines();
}
