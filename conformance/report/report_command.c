/* SPDX-License-Identifier: Apache-2.0 */
/* report_command.c - the command `report`: reports of several runs, made one. It judges nothing:
 * the gate is the exit status of `run`. */
#include "commands.h"
#include "outputs.h"
#include "result.h"
#include "run_reader.h"

static int fail(int status, const text *problem) {
  fprintf(stderr, "dciauth-conform: %s\n", text_str(problem));
  return status;
}

static bool read_all(const options *o, runs *all, text *problem) {
  for (size_t i = 0; i < o->num_arguments; i++) {
    if (!runs_read_file(o->arguments[i], all, problem)) {
      return false;
    }
  }
  return runs_finish(all, problem);
}

static int write_all(const options *o, const runs *all, text *problem) {
  outputs files;
  if (!outputs_open(o, &files, problem) || !outputs_close(&files, all, problem)) {
    return fail(EXIT_RUNNER_FAILED, problem);
  }
  return EXIT_CONFORMANT;
}

int report_command(const options *o) {
  runs all = {0};
  text problem = {0};
  int status;
  if (!outputs_wanted(o)) {
    text_puts(&problem, "report: what is to be written? Name --html FILE, --markdown FILE, --junit "
                        "FILE or --tap FILE");
    status = fail(EXIT_USAGE, &problem);
  } else if (!read_all(o, &all, &problem)) {
    status = fail(EXIT_USAGE, &problem);
  } else {
    status = write_all(o, &all, &problem);
  }
  runs_free(&all);
  text_free(&problem);
  return status;
}
