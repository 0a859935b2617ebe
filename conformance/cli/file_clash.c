/* SPDX-License-Identifier: Apache-2.0 */
/* file_clash.c - a report written over a list that was kept by hand is what nobody gets back. */
#include "file_clash.h"

#include "file_place.h"
#include "option_table.h"

/* named: every option that names a file, those first that write it. */
static const char *const named[] = {"json",     "html",        "markdown",     "junit",
                                    "tap",      "write-xfail", "update-xfail", "xfail",
                                    "baseline", "profiles"};

enum { NUM_NAMED = sizeof named / sizeof *named, NUM_WRITTEN = 7 };

static const char *path_of(const options *o, const char *option) {
  const option_row *row = option_find(option, strlen(option));
  return *(const char *const *)((const char *)o + row->offset);
}

static bool is_meant(const char *one, const char *other) {
  return strcmp(one, "json") == 0 && strcmp(other, "baseline") == 0;
}

static bool check_options(const options *o, size_t written, text *problem) {
  const char *path = path_of(o, named[written]);
  for (size_t i = written + 1; i < NUM_NAMED; i++) {
    const char *other = path_of(o, named[i]);
    if (other != NULL && !is_meant(named[written], named[i]) && file_is_same(path, other)) {
      text_printf(problem, "--%s and --%s name the same file %s: one would be lost", named[written],
                  named[i], other);
      return false;
    }
  }
  return true;
}

/* check_arguments: `report` reads files. */
static bool check_arguments(const options *o, size_t written, text *problem) {
  const char *path = path_of(o, named[written]);
  bool reads = o->command != NULL && strcmp(o->command, "report") == 0;
  for (size_t i = 0; i < o->num_arguments && reads; i++) {
    if (file_is_same(path, o->arguments[i])) {
      text_printf(problem, "--%s names %s, which is read: it would be lost", named[written],
                  o->arguments[i]);
      return false;
    }
  }
  return true;
}

bool file_clash_check(const options *o, text *problem) {
  for (size_t i = 0; i < NUM_WRITTEN; i++) {
    if (path_of(o, named[i]) != NULL &&
        (!check_options(o, i, problem) || !check_arguments(o, i, problem))) {
      return false;
    }
  }
  return true;
}
