/* SPDX-License-Identifier: Apache-2.0 */
/* shim_main.c - dciauth-shim: the reference library as a shim, one JSON object a line in and out.
 */
#include "answer_lines.h"
#include "policy_file.h"
#include "profiles.h"
#include "version.h"

#include <stdio.h>
#include <string.h>

static int usage(FILE *to, int status) {
  fputs(
      "Usage: dciauth-shim [--help] [--version] [--profiles FILE] [--policy FILE]\n"
      "The reference signer and verifier behind the shim protocol: reads one JSON object a line\n"
      "on standard input, answers on standard output. The files add dialects, and set the policy\n"
      "of the verifier, as they do for dciauth-conform. Try\n"
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

/* read_files reads the files that the options name; false: `problem` says what is wrong, or nothing
 * if the options are. */
static bool read_files(int argc, char **argv, text *problem) {
  bool seen[2] = {false, false};
  bool fine = argc % 2 == 1;
  for (int i = 1; fine && i < argc; i += 2) {
    bool policy = strcmp(argv[i], "--policy") == 0;
    fine = (policy || strcmp(argv[i], "--profiles") == 0) && !seen[policy];
    seen[policy] = true;
    fine = fine &&
           (policy ? policy_file_load(argv[i + 1], problem) : profiles_load(argv[i + 1], problem));
  }
  return fine;
}

int main(int argc, char **argv) {
  text problem = {0};
  if (argc == 2 && strcmp(argv[1], "--help") == 0) {
    return usage(stdout, 0);
  }
  if (argc == 2 && strcmp(argv[1], "--version") == 0) {
    return print_version();
  }
  answer_begin();
  int status = 2;
  if (read_files(argc, argv, &problem)) {
    status = answer_lines();
  } else if (problem.len > 0) {
    fprintf(stderr, "dciauth-shim: %s\n", problem.ptr);
  } else {
    usage(stderr, 2);
  }
  policy_file_free();
  profiles_free();
  text_free(&problem);
  return status;
}
