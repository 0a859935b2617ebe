/* SPDX-License-Identifier: Apache-2.0 */
/* option_table.c - every option in one row, from which it is parsed, explained and completed. */
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
    {"json", "FILE", OPTION_WORD, MEMBER(json), 0, "run mutants ",
     "write a report, one JSON object a line, which `report` reads"},
    {"html", "FILE", OPTION_WORD, MEMBER(html), 0, "run report ",
     "write a report as one page for a browser"},
    {"markdown", "FILE", OPTION_WORD, MEMBER(markdown), 0, "run report mutants ",
     "as Markdown, for the summary of a CI job"},
    {"junit", "FILE", OPTION_WORD, MEMBER(junit), 0, "run report ", "as JUnit XML"},
    {"tap", "FILE", OPTION_WORD, MEMBER(tap), 0, "run report ", "as TAP 14"},
    {"timeout", "SECONDS", OPTION_NUMBER, MEMBER(timeout), 86400, "run doctor ",
     "the time for one vector, more than 0 (default 5)"},
    {"explain", "N", OPTION_COUNT, MEMBER(explain), 1000000, "run ",
     "failures to explain for each target (default 10), the most telling first"},
    {"replay", "DIR", OPTION_WORD, MEMBER(replay), 0, "run ",
     "write the requests of each failure to DIR/<id>.jsonl, with '+' for each\n'/' of the id"},
    {"xfail", "FILE", OPTION_WORD, MEMBER(xfail), 0, "run ",
     "the failures listed there are expected; an entry that is not so fails\nthe run"},
    {"write-xfail", "FILE", OPTION_WORD, MEMBER(write_xfail), 0, "run ",
     "list what fails in a new FILE"},
    {"update-xfail", "FILE", OPTION_WORD, MEMBER(update_xfail), 0, "run ",
     "bring FILE up to date; what was written there by hand is kept"},
    {"baseline", "OLD", OPTION_WORD, MEMBER(baseline), 0, "run ",
     "say what is new and what is mended since an earlier report; only what\nis new fails the run"},
    {"require", "FEATURE", OPTION_WORDS, MEMBER(require), 0, "run ",
     "exit with 4 unless each target declares it; may be repeated"},
    {"min-run", "PCT", OPTION_NUMBER, MEMBER(min_run), 100, "run ",
     "exit with 4 if fewer per cent of the vectors were judged"},
    {"fail-fast", NULL, OPTION_FLAG, MEMBER(fail_fast), 0, "run ",
     "leave a target at its first failure"},
    {"allow-raised", NULL, OPTION_FLAG, MEMBER(allow_raised), 0, "run ",
     "an error that escapes is a refusal, where one is wanted"},
    {"errors", "lenient|strict", OPTION_CHOICE, MEMBER(errors), 0, "run ",
     "what another reason than the vector's is: a remark (the default), or a\nfailure"},
    {"errormap", "FILE", OPTION_WORD, MEMBER(errormap), 0, "run ",
     "which error classes a command's own errors are, as errormap.json says it\nbeside a shim"},
    {"blind", NULL, OPTION_FLAG, MEMBER(blind), 0, "run ",
     "ask each vector twice, in an order and by numbers that say nothing"},
    {"seed", "N", OPTION_COUNT, MEMBER(seed), UINT32_MAX, "run ",
     "the order of an earlier --blind"},
    {"repeat", "N", OPTION_TIMES, MEMBER(repeat), 1000000, "run ",
     "ask for each vector N times and print the rate; answers that differ are a\nfailure"},
    {"jobs", "N", OPTION_TIMES, MEMBER(jobs), 256, "run ",
     "how many processes at a time, of exec-once: targets (default 1)"},
    {"no-pin", NULL, OPTION_FLAG, MEMBER(no_pin), 0, "run ",
     "do not keep the runner and a persistent target on one processor"},
    {"env", "NAME=VALUE", OPTION_WORDS, MEMBER(env), 0, "run doctor ",
     "add to the environment of the target's process; may be repeated"},
    {"debugger", "CMD", OPTION_WORD, MEMBER(debugger), 0, "run ",
     "run the target's command behind CMD, without time limits ('gdb --args')"},
    {"policy", "FILE", OPTION_WORD, MEMBER(policy), 0, "run ",
     "what the target ref demands as a verifier, where a vector does not say it"},
    {"vectors", "DIR", OPTION_WORD, MEMBER(vectors_given), 0, NULL, "the folder of vectors"},
    {"shims", "DIR", OPTION_WORD, MEMBER(shims_given), 0, NULL, "the folder of shims"},
    {"profiles", "FILE", OPTION_WORD, MEMBER(profiles), 0, NULL,
     "add dialects of your own, in the form of vectors/profiles.json"},
    {"help", NULL, OPTION_FLAG, MEMBER(help), 0, NULL, "print this"},
    {"version", NULL, OPTION_FLAG, MEMBER(version), 0, NULL, "print the versions"}};

const option_row *option_at(size_t i) {
  return i < sizeof rows / sizeof *rows ? &rows[i] : NULL;
}

const option_row *option_find(const char *name, size_t len) {
  size_t i = 0;
  while (option_at(i) != NULL &&
         (strlen(rows[i].name) != len || strncmp(rows[i].name, name, len) != 0)) {
    i++;
  }
  return option_at(i);
}

bool option_is_for(const option_row *row, const char *command) {
  text word = {0};
  text_printf(&word, "%s ", command);
  const char *found = row->commands == NULL ? NULL : strstr(row->commands, word.ptr);
  bool whole = found != NULL && (found == row->commands || found[-1] == ' ');
  text_free(&word);
  return row->commands == NULL || whole;
}
