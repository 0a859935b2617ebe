/* SPDX-License-Identifier: Apache-2.0 */
/* shim_main.c - dciauth-shim: the reference library as a shim, one JSON object a line in and out.
 */
#include "adapter.h"
#include "json.h"
#include "profiles.h"
#include "version.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>

static int usage(FILE *to, int status) {
  fputs("Usage: dciauth-shim [--help] [--version] [--profiles FILE]\n"
        "The reference signer and verifier behind the shim protocol: reads one JSON object a line\n"
        "on standard input, answers on standard output. FILE adds dialects, as it does for\n"
        "dciauth-conform. Try\n"
        "  echo '{\"op\":\"hello\",\"id\":0,\"protocol\":[1]}' | dciauth-shim\n",
        to);
  return status;
}

static int print_version(void) {
  text out = {0};
  version_put("dciauth-shim", NULL, &out);
  fputs(out.ptr, stdout);
  text_free(&out);
  return fflush(stdout) == 0 ? 0 : 1;
}

/* answer_all reads to the end of the input, or to `bye`. */
static int answer_all(void) {
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
  text_free(&answer);
  free(line);
  return ferror(stdin) != 0 || ferror(stdout) != 0 ? 1 : 0;
}

int main(int argc, char **argv) {
  bool profiles = argc == 3 && strcmp(argv[1], "--profiles") == 0;
  text problem = {0};
  if (argc == 2 && strcmp(argv[1], "--help") == 0) {
    return usage(stdout, 0);
  }
  if (argc == 2 && strcmp(argv[1], "--version") == 0) {
    return print_version();
  }
  if (argc != 1 && !profiles) {
    return usage(stderr, 2);
  }
  (void)setlocale(LC_ALL, ""); /* as programs do: vectors must pass in any locale */
  adapter_init();
  json_use_arenas();
  int status = 2;
  if (!profiles || profiles_load(argv[2], &problem)) {
    status = answer_all();
  } else {
    fprintf(stderr, "dciauth-shim: %s\n", problem.ptr);
  }
  profiles_free();
  text_free(&problem);
  return status;
}
