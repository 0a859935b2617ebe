/* SPDX-License-Identifier: Apache-2.0 */
/* option_table.c - every option in one row, from which it is parsed and explained. */
#include "option_table.h"

#include <stddef.h>
#include <string.h>

#define MEMBER(name) offsetof(options, name)

static const option_row rows[] = {
    {"select", "GLOB", OPTION_WORDS, MEMBER(select), 0, "run list ",
     "only vectors whose id matches; may be repeated ('aws4/query/*')"},
    {"no-sweeps", NULL, OPTION_FLAG, MEMBER(no_sweeps), 0, "run list ",
     "without the vectors of *-generated.json, which try every byte"},
    {"sweeps-only", NULL, OPTION_FLAG, MEMBER(sweeps_only), 0, "run list ", "those alone"},
    {"json", "FILE", OPTION_WORD, MEMBER(json), 0, "run ",
     "write a report, one JSON object a line"},
    {"timeout", "SECONDS", OPTION_NUMBER, MEMBER(timeout), 86400, "run doctor ",
     "the time for one vector, more than 0 (default 5)"},
    {"explain", "N", OPTION_COUNT, MEMBER(explain), 1000000, "run ",
     "failures to explain for each target (default 10), the most telling first"},
    {"replay", "DIR", OPTION_WORD, MEMBER(replay), 0, "run ",
     "write the requests of each failure to DIR/<id>.jsonl, with '+' for each\n'/' of the id"},
    {"repeat", "N", OPTION_COUNT, MEMBER(repeat), 1000000, "run ",
     "ask for each vector N times and print the rate; answers that differ are a\nfailure"},
    {"jobs", "N", OPTION_COUNT, MEMBER(jobs), 256, "run ",
     "how many processes at a time, of exec-once: targets (default 1)"},
    {"no-pin", NULL, OPTION_FLAG, MEMBER(no_pin), 0, "run ",
     "do not keep the runner and a persistent target on one processor"},
    {"env", "NAME=VALUE", OPTION_WORDS, MEMBER(env), 0, "run doctor ",
     "add to the environment of the target's process; may be repeated"},
    {"debugger", "CMD", OPTION_WORD, MEMBER(debugger), 0, "run ",
     "run the target's command behind CMD, without time limits ('gdb --args')"},
    {"vectors", "DIR", OPTION_WORD, MEMBER(vectors_given), 0, NULL, "the folder of vectors"},
    {"shims", "DIR", OPTION_WORD, MEMBER(shims_given), 0, NULL, "the folder of shims"},
    {"profiles", "FILE", OPTION_WORD, MEMBER(profiles), 0, NULL,
     "add dialects of your own, in the form of vectors/profiles.json"},
    {"help", NULL, OPTION_FLAG, MEMBER(help), 0, NULL, "print this"},
    {"version", NULL, OPTION_FLAG, MEMBER(version), 0, NULL, "print the versions"}};

static const char before[] =
    "Usage: dciauth-conform COMMAND [OPTION…]\n"
    "\n"
    "  run [TARGET…]     run the vectors against each target (default: ref) and print a table\n"
    "  list [targets]    list the vectors, or the targets that have a shim; `list mistakes`: the\n"
    "                    mistakes that are known by name\n"
    "  show ID           print one vector\n"
    "  doctor TARGET     say in plain words what is wrong with a shim\n"
    "  serve LIBRARY     put a shared object behind the protocol, as the target lib:LIBRARY does\n"
    "  validate DIR      say of a folder of vectors, whoever wrote it, everything that is wrong\n"
    "  export profiles   print the table of profiles as JSON; `export errors`: the error classes\n"
    "\n"
    "A target is `ref` (the reference, linked in), `exec:CMD` (a program that speaks the shim\n"
    "protocol), `exec-once:CMD` (one that is started anew for each request), `lib:PATH` (a shared\n"
    "object that exports dciauth_shim_call) or the name of a shim: see `list targets`.\n"
    "\n";

static const char after[] =
    "\n"
    "Exit status: 0 conformant, 1 deviations, 2 usage or a bad vector file, 3 a target did not\n"
    "start, 4 nothing was judged, 5 the runner failed, or a report or a replay file could not\n"
    "be written.\n";

const option_row *option_at(size_t i) {
  return i < sizeof rows / sizeof *rows ? &rows[i] : NULL;
}

bool option_is_for(const option_row *row, const char *command) {
  text word = {0};
  text_printf(&word, "%s ", command);
  const char *found = row->commands == NULL ? NULL : strstr(row->commands, word.ptr);
  bool whole = found != NULL && (found == row->commands || found[-1] == ' ');
  text_free(&word);
  return row->commands == NULL || whole;
}

/* put_row: the help begins in column 21, and so does each of its lines. */
static void put_row(const option_row *row, text *out) {
  text left = {0};
  text_printf(&left, "--%s%s%s", row->name, row->value != NULL ? " " : "",
              row->value != NULL ? row->value : "");
  text_printf(out, "  %-17s ", left.ptr);
  text_free(&left);
  for (const char *c = row->help; *c != '\0'; c++) {
    text_put(out, c, 1);
    text_puts(out, *c == '\n' ? "                    " : "");
  }
  text_puts(out, "\n");
}

void option_put_help(text *out) {
  text_puts(out, before);
  for (size_t i = 0; option_at(i) != NULL; i++) {
    put_row(option_at(i), out);
  }
  text_puts(out, after);
}
