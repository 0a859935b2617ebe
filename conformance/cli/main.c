/* SPDX-License-Identifier: Apache-2.0 */
/* main.c - dciauth-conform: which command is it? */
#include "adapter.h"
#include "commands.h"
#include "help.h"
#include "json.h"
#include "policy_file.h"
#include "profiles.h"
#include "result.h"
#include "run.h"
#include "version.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static const struct {
  const char *name;
  int (*run)(const options *);
  size_t least, most; /* arguments */
  const char *takes;
} commands[] = {
    {"run", run_command, 0, 1000, "run takes at most 1000 targets"},
    {"list", list_command, 0, 1,
     "list takes nothing, `vectors`, `targets`, `mistakes` or `mutants`"},
    {"show", show_command, 1, 1, "show takes one vector id: see `list`"},
    {"report", report_command, 1, 1000, "report takes the files that `run --json` wrote"},
    {"doctor", doctor_command, 1, 1, "doctor takes one target: see `list targets`"},
    {"mutants", mutants_command, 0, 1000, "mutants takes at most 1000 names"},
    {"serve", serve_command, 1, 1, "serve takes one shared object"},
    {"validate", validate_command, 1, 1, "validate takes one folder of vectors"},
    {"export", export_command, 1, 1, "export takes `profiles`, `errors` or `cli`"},
    {"complete", complete_command, 1, 10000, "complete takes the words of a command line"}};

static int complain(const char *what) {
  fprintf(stderr, "dciauth-conform: %s\nSee dciauth-conform --help\n", what);
  return EXIT_USAGE;
}

static int run_named(const options *o) {
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
    if (strcmp(o->command, commands[i].name) == 0) {
      bool fits = o->num_arguments >= commands[i].least && o->num_arguments <= commands[i].most;
      return fits ? commands[i].run(o) : complain(commands[i].takes);
    }
  }
  return complain("no such command");
}

static int load_and_run(const options *o) {
  text problem = {0};
  if (strcmp(o->command, "serve") !=
      0) { /* what is served may want libcrypto and cJSON otherwise */
    adapter_init();
    json_use_arenas();
  }
  bool fine = (o->profiles == NULL || profiles_load(o->profiles, &problem)) &&
              (o->policy == NULL || policy_file_load(o->policy, &problem));
  int status = fine ? run_named(o) : complain(problem.ptr);
  policy_file_free();
  profiles_free();
  text_free(&problem);
  return status;
}

/* put_version: what the vectors are is a part of the answer, that there are none is another. */
static void put_version(const options *o, text *out) {
  vector_set set = {0};
  text suite = {0};
  if (vectors_load(o->vectors, &set, &suite)) {
    text_printf(&suite, "%s, %zu vectors in %s", set.suite, set.num, o->vectors);
  }
  version_put("dciauth-conform", text_str(&suite), out);
  vectors_free(&set);
  text_free(&suite);
}

static int run_options(const options *o) {
  if (o->help || o->version) {
    text words = {0};
    if (o->help) {
      help_put(&words);
    } else {
      put_version(o, &words);
    }
    fputs(words.ptr, stdout);
    text_free(&words);
    return EXIT_CONFORMANT;
  }
  return o->command != NULL ? load_and_run(o) : complain("a command is missing");
}

/* hold_streams: in the place of a standard stream that is closed, a report or a pipe to a target
 * would be opened, and be written what is printed. A folder can be opened, not read or written. */
static void hold_streams(void) {
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
    if (fcntl(fd, F_GETFD) < 0) {
      (void)open("/", O_RDONLY | O_DIRECTORY);
    }
  }
}

int main(int argc, char **argv) {
  hold_streams();
  options o;
  text problem = {0};
  int status = options_parse(argc, argv, &o, &problem) ? run_options(&o) : complain(problem.ptr);
  options_free(&o);
  text_free(&problem);
  if (fflush(stdout) != 0 || ferror(stdout) != 0) {
    fputs("dciauth-conform: standard output could not be written\n", stderr);
    return EXIT_RUNNER_FAILED;
  }
  return status;
}
