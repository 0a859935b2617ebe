/* SPDX-License-Identifier: Apache-2.0 */
/* command_table.c - the rows of what is no option. */
#include "command_table.h"

static const command_row commands[] = {
    {"run", "[TARGET…]", "run the vectors against each target (default: ref) and print a table"},
    {"list", "", "list the vectors, one line for a sweep"},
    {"list", "targets", "list the targets that have a shim"},
    {"list", "mistakes", "list the mistakes that are known by name"},
    {"list", "mutants", "list the bugs that the reference may be given"},
    {"show", "ID", "print one vector"},
    {"doctor", "TARGET", "say in plain words what is wrong with a shim"},
    {"report", "FILE…", "make one report of several that `run --json` wrote: name what to write"},
    {"mutants", "[MUTANT…]",
     "give the reference one bug after the other (names or globs; default: all)\nand say which "
     "vectors notice it"},
    {"serve", "LIBRARY", "put a shared object behind the protocol, as the target lib:LIBRARY does"},
    {"validate", "DIR", "say of a folder of vectors, whoever wrote it, everything that is wrong"},
    {"export", "profiles", "print the table of profiles as JSON"},
    {"export", "errors", "print the error classes as JSON"},
    {"export", "cli", "print the commands and options as JSON"}};

static const word_row target_kinds[] = {
    {"ref", "the reference, linked in"},
    {"exec:CMD", "a program that speaks the shim protocol"},
    {"exec-once:CMD", "one that is started anew for each request"},
    {"lib:PATH", "a shared object that exports dciauth_shim_call"},
    {"mutant:NAME", "the reference with a bug: see `list mutants`"},
    {"NAME", "a shim that is there: see `list targets`"}};

static const word_row exit_statuses[] = {
    {"0", "conformant"},
    {"1", "deviations, crashes, time-outs, a shim that does not end well, or an expected\n"
          "failure that is none; a mutant that survives"},
    {"2", "usage, or a bad file of vectors, expected failures or an earlier report;\n"
          "`validate` found something"},
    {"3", "a target did not start or shake hands"},
    {"4", "too little was judged, or nothing was selected"},
    {"5", "the runner failed, or a report, a replay or a file of expected failures could\n"
          "not be written"},
    {"130", "interrupted; reports are written all the same"}};

const command_row *command_at(size_t i) {
  return i < sizeof commands / sizeof *commands ? &commands[i] : NULL;
}

const word_row *target_kind_at(size_t i) {
  return i < sizeof target_kinds / sizeof *target_kinds ? &target_kinds[i] : NULL;
}

const word_row *exit_status_at(size_t i) {
  return i < sizeof exit_statuses / sizeof *exit_statuses ? &exit_statuses[i] : NULL;
}
