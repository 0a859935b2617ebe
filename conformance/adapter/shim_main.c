/* SPDX-License-Identifier: Apache-2.0 */
/* shim_main.c - dciauth-shim: the reference library as a shim, one JSON object a line in and out.
 */
#include "answer_lines.h"
#include "profiles.h"
#include "version.h"

#include <stdio.h>
#include <string.h>

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
  answer_begin();
  int status = 2;
  if (!profiles || profiles_load(argv[2], &problem)) {
    status = answer_lines();
  } else {
    fprintf(stderr, "dciauth-shim: %s\n", problem.ptr);
  }
  profiles_free();
  text_free(&problem);
  return status;
}
