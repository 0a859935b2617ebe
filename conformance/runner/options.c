/* SPDX-License-Identifier: Apache-2.0 */
/* options.c - reads the command line, and finds the folders of vectors and shims beside the
 * program: in a build tree, below an installation prefix, else where the sources were when it was
 * built. */
#include "options.h"

#include "memory.h"

#include <fnmatch.h>
#include <getopt.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char help[] =
    "Usage: dciauth-conform COMMAND [OPTION…]\n"
    "\n"
    "  run [TARGET…]     run the vectors against each target (default: ref) and print a table\n"
    "  list [targets]    list the vectors, or the targets that have a shim; `list mistakes`: the\n"
    "                    mistakes that are known by name\n"
    "  show ID           print one vector\n"
    "  doctor TARGET     say in plain words what is wrong with a shim\n"
    "  export profiles   print the table of profiles as JSON; `export errors`: the error classes\n"
    "\n"
    "A target is `ref` (the reference, linked in), `exec:CMD` (a program that speaks the shim\n"
    "protocol), `exec-once:CMD` (one that is started anew for each request) or the name of a\n"
    "shim: see `list targets`.\n"
    "\n"
    "  --select GLOB     only vectors whose id matches; may be repeated ('aws4/query/*')\n"
    "  --no-sweeps       without the vectors of *-generated.json, which try every byte\n"
    "  --sweeps-only     those alone\n"
    "  --json FILE       write a report, one JSON object a line\n"
    "  --timeout SECONDS the time for one vector, more than 0 (default 5)\n"
    "  --explain N       failures to explain for each target (default 10), the most telling first\n"
    "  --replay DIR      write the requests of each failure to DIR/<id>.jsonl, with '+' for each\n"
    "                    '/' of the id\n"
    "  --vectors DIR     the folder of vectors\n"
    "  --shims DIR       the folder of shims\n"
    "  --help, --version\n"
    "\n"
    "Exit status: 0 conformant, 1 deviations, 2 usage or a bad vector file, 3 a target did not\n"
    "start, 4 nothing was judged, 5 the runner failed, or a report or a replay\n"
    "file could not be written.\n";

const char *options_help(void) {
  return help;
}

static bool is_directory(const char *path) {
  struct stat info;
  return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* find_folder returns the first folder that exists; if none does, the last one tried. */
static char *find_folder(const char *name) {
  static const char *const above[] = {"/../../..", "/../share/dciauth", NULL};
  char program[4096];
  ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
  while (len > 0 && program[len - 1] != '/') {
    len--;
  }
  text path = {0};
  for (size_t i = 0; len > 1 && above[i] != NULL; i++) {
    text_clear(&path);
    text_put(&path, program, (size_t)len - 1);
    text_printf(&path, "%s/%s", above[i], name);
    if (is_directory(path.ptr)) {
      return path.ptr;
    }
  }
  text_clear(&path);
  text_printf(&path, "%s/%s", CONFORM_SOURCE_DIR, name);
  return path.ptr;
}

/* resolve makes the name of a folder that exists absolute: messages name files in it. */
static char *resolve(char *path) {
  char *absolute = realpath(path, NULL);
  if (absolute == NULL) {
    return path;
  }
  free(path);
  return absolute;
}

static bool read_number(const char *name, const char *value, double most, double *out,
                        text *problem) {
  char *end = NULL;
  *out = strtod(value, &end);
  bool fine = end != value && *end == '\0' && *out >= 0 && *out <= most;
  if (!fine) {
    text_printf(problem, "--%s %s: a number from 0 to %.0f belongs here", name, value, most);
  }
  return fine;
}

enum {
  OPT_HELP = 1,
  OPT_VERSION,
  OPT_VECTORS,
  OPT_SHIMS,
  OPT_SELECT,
  OPT_JSON,
  OPT_TIMEOUT,
  OPT_REPLAY,
  OPT_EXPLAIN,
  OPT_NO_SWEEPS,
  OPT_SWEEPS_ONLY
};

static bool set_number(int option, const char *value, options *out, text *problem) {
  double number = 0;
  if (option == OPT_TIMEOUT) {
    bool read = read_number("timeout", value, 86400, &out->timeout, problem);
    bool fine = read && out->timeout > 0;
    text_puts(problem, read && !fine ? "--timeout 0: a number above 0 belongs here" : "");
    return fine;
  }
  if (!read_number("explain", value, 1000000, &number, problem)) {
    return false; /* and no conversion: it may not fit */
  }
  out->explain = (size_t)number;
  return true;
}

static bool set_sweeps(sweeps_choice choice, options *out, text *problem) {
  bool fine = out->sweeps == SWEEPS_TOO || out->sweeps == choice;
  text_puts(problem, fine ? "" : "--no-sweeps and --sweeps-only: together they leave nothing");
  out->sweeps = choice;
  return fine;
}

static bool set_option(int option, char *value, options *out, text *problem) {
  switch (option) {
  case OPT_HELP: out->help = true; return true;
  case OPT_VERSION: out->version = true; return true;
  case OPT_JSON: out->json = value; return true;
  case OPT_REPLAY: out->replay = value; return true;
  case OPT_NO_SWEEPS: return set_sweeps(SWEEPS_NONE, out, problem);
  case OPT_SWEEPS_ONLY: return set_sweeps(SWEEPS_ONLY, out, problem);
  case OPT_TIMEOUT:
  case OPT_EXPLAIN: return set_number(option, value, out, problem);
  case OPT_SELECT:
    out->select = mem_resize(out->select, out->num_select + 1, sizeof *out->select);
    out->select[out->num_select++] = value;
    return true;
  case OPT_VECTORS:
    free(out->vectors);
    out->vectors = mem_text(value, strlen(value));
    return true;
  case OPT_SHIMS:
    free(out->shims);
    out->shims = mem_text(value, strlen(value));
    return true;
  default: return false;
  }
}

/* blame names the option that getopt did not take; `short_one` is its letter if it has one dash. */
static bool blame(int option, const char *word, int short_one, text *problem) {
  if (option == ':') {
    text_printf(problem, "%s needs a value", word);
  } else if (short_one > ' ') {
    text_printf(problem, "no such option: -%c", short_one);
  } else if (short_one != 0) {
    text_printf(problem, "%s: this option takes no value", word);
  } else {
    text_printf(problem, "no such option: %s", word);
  }
  return false;
}

bool options_parse(int argc, char **argv, options *out, text *problem) {
  static const struct option known[] = {{"help", no_argument, NULL, OPT_HELP},
                                        {"version", no_argument, NULL, OPT_VERSION},
                                        {"vectors", required_argument, NULL, OPT_VECTORS},
                                        {"shims", required_argument, NULL, OPT_SHIMS},
                                        {"select", required_argument, NULL, OPT_SELECT},
                                        {"json", required_argument, NULL, OPT_JSON},
                                        {"timeout", required_argument, NULL, OPT_TIMEOUT},
                                        {"replay", required_argument, NULL, OPT_REPLAY},
                                        {"explain", required_argument, NULL, OPT_EXPLAIN},
                                        {"no-sweeps", no_argument, NULL, OPT_NO_SWEEPS},
                                        {"sweeps-only", no_argument, NULL, OPT_SWEEPS_ONLY},
                                        {NULL, 0, NULL, 0}};
  *out = (options){.timeout = 5, .explain = 10};
  opterr = 0;
  for (int option; (option = getopt_long(argc, argv, ":", known, NULL)) != -1;) {
    if (option == '?' || option == ':') {
      return blame(option, argv[optind - 1], optopt, problem);
    }
    if (!set_option(option, optarg, out, problem)) {
      return false;
    }
  }
  out->vectors = resolve(out->vectors != NULL ? out->vectors : find_folder("vectors"));
  out->shims = resolve(out->shims != NULL ? out->shims : find_folder("conformance/shims"));
  out->command = optind < argc ? argv[optind] : NULL;
  out->arguments = argv + optind + (optind < argc ? 1 : 0);
  out->num_arguments = optind < argc ? (size_t)(argc - optind - 1) : 0;
  return true;
}

void options_free(options *o) {
  free(o->vectors);
  free(o->shims);
  free(o->select);
  *o = (options){0};
}

bool options_select(const options *o, const vector *v) {
  bool found = o->num_select == 0;
  for (size_t i = 0; i < o->num_select && !found; i++) {
    found = fnmatch(o->select[i], v->id, 0) == 0;
  }
  return found && o->sweeps != (v->sweep ? SWEEPS_NONE : SWEEPS_ONLY);
}
