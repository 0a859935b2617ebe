/* SPDX-License-Identifier: Apache-2.0 */
/* shim_main.c - dciauth-shim: the reference library as a shim, one JSON object a line in and out.
 */
#include "adapter.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>

static int usage(FILE *to, int status) {
  fputs("Usage: dciauth-shim\n"
        "The reference signer and verifier behind the shim protocol: reads one JSON object a line\n"
        "on standard input, answers on standard output. Try\n"
        "  echo '{\"op\":\"hello\",\"id\":0,\"protocol\":[1]}' | dciauth-shim\n",
        to);
  return status;
}

int main(int argc, char **argv) {
  if (argc == 2 && strcmp(argv[1], "--help") == 0) {
    return usage(stdout, 0);
  }
  if (argc != 1) {
    return usage(stderr, 2);
  }
  (void)setlocale(LC_ALL, ""); /* as programs do: vectors must pass in any locale */
  adapter_init();
  char *line = NULL;
  size_t cap = 0;
  ssize_t len;
  bool goes_on = true;
  text answer = {0};
  while (goes_on && (len = getline(&line, &cap, stdin)) > 0) {
    text_clear(&answer);
    goes_on = adapter_answer(dciauth_bytes(line, (size_t)len), &answer);
    if (goes_on) {
      text_puts(&answer, "\n");
      fwrite(answer.ptr, 1, answer.len, stdout);
      fflush(stdout);
    }
  }
  bool failed = ferror(stdin) != 0 || ferror(stdout) != 0;
  text_free(&answer);
  free(line);
  return failed ? 1 : 0;
}
