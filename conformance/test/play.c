/* SPDX-License-Identifier: Apache-2.0 */
/* play.c - a shim that answers each request with the next line of a file: of many signers that all
 * take long to start, the answers can be worked out in one place. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  FILE *answers = argc == 2 ? fopen(argv[1], "rb") : NULL;
  char *request = NULL, *answer = NULL;
  size_t request_size = 0, answer_size = 0;
  if (answers == NULL) {
    fputs("usage: play ANSWERS\n", stderr);
    return 2;
  }
  while (getline(&request, &request_size, stdin) > 0 &&
         getline(&answer, &answer_size, answers) > 0) {
    fputs(answer, stdout);
    fflush(stdout);
  }
  free(request);
  free(answer);
  fclose(answers);
  return 0;
}
