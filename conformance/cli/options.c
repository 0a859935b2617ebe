/* SPDX-License-Identifier: Apache-2.0 */
/* options.c - reads the command line, and finds the folders of vectors and shims beside the
 * program: below an installation prefix, in a build tree, else where the build was told: the
 * sources, unless it is for a package. */
#include "options.h"

#include "file_clash.h"
#include "memory.h"
#include "option_table.h"

#include <fnmatch.h>
#include <getopt.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* FIRST_OPTION: what getopt calls row 0; above every letter. */
enum { MAX_OPTIONS = 64, FIRST_OPTION = 256 };

static bool is_directory(const char *path) {
  struct stat info;
  return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* find_folder returns the first folder that exists; if none does, the last one tried. */
static char *find_folder(const char *name) {
  static const char *const above[] = {"/../share/dciauth", "/../../..", NULL};
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
  text_printf(&path, "%s/%s", CONFORM_DATA_DIR, name);
  return path.ptr;
}

/* folder_of returns the folder that was given, else the one found; absolute if it exists, since
 * messages name files in it. */
static char *folder_of(const char *given, const char *name) {
  char *path = given != NULL ? mem_text(given, strlen(given)) : find_folder(name);
  char *absolute = realpath(path, NULL);
  if (absolute == NULL) {
    return path;
  }
  free(path);
  return absolute;
}

static bool read_number(const option_row *row, const char *value, double *out, text *problem) {
  char *end = NULL;
  double number = strtod(value, &end);
  if (end != value && *end == '\0' && number > 0 && number <= row->most) {
    *out = number;
    return true;
  }
  text_printf(problem, "--%s %s: a number above 0, at most %.0f belongs here", row->name, value,
              row->most);
  return false;
}

/* read_count: what is not whole would be cut. */
static bool read_count(const option_row *row, const char *value, size_t *out, text *problem) {
  size_t least = row->kind == OPTION_TIMES ? 1 : 0;
  unsigned long long number = strtoull(value, NULL, 10); /* or ULLONG_MAX */
  bool digits = value[0] != '\0' && value[strspn(value, "0123456789")] == '\0';
  if (digits && number >= least && (double)number <= row->most) {
    *out = (size_t)number;
    return true;
  }
  text_printf(problem, "--%s %s: a whole number from %zu to %.0f belongs here", row->name, value,
              least, row->most);
  return false;
}

static void add_word(word_list *list, const char *value) {
  list->items = mem_resize(list->items, list->num + 1, sizeof *list->items);
  list->items[list->num++] = value;
}

static bool set_option(const option_row *row, const char *value, options *out, text *problem) {
  void *member = (char *)out + row->offset;
  if (row->value != NULL && value[0] == '\0') { /* "$NOT_SET" of a script */
    text_printf(problem, "--%s needs a value, and the one given is empty", row->name);
    return false;
  }
  switch (row->kind) {
  case OPTION_FLAG: *(bool *)member = true; return true;
  case OPTION_WORD: *(const char **)member = value; return true;
  case OPTION_WORDS: add_word(member, value); return true;
  case OPTION_NUMBER: return read_number(row, value, member, problem);
  case OPTION_COUNT:
  case OPTION_TIMES: return read_count(row, value, member, problem);
  }
  return false;
}

/* blame names the option that getopt did not take; `short_one` is its letter if it has one dash. */
static bool blame(int option, const char *word, int short_one, text *problem) {
  if (option == ':') {
    text_printf(problem, "%s needs a value", word);
  } else if (short_one > ' ' && short_one < FIRST_OPTION) {
    text_printf(problem, "no such option: -%c", short_one);
  } else if (short_one != 0) {
    text_printf(problem, "%s: this option takes no value", word);
  } else {
    text_printf(problem, "no such option: %s", word);
  }
  return false;
}

static void fill_known(struct option *known) {
  for (size_t i = 0; option_at(i) != NULL; i++) {
    int takes = option_at(i)->value != NULL ? required_argument : no_argument;
    known[i] = (struct option){option_at(i)->name, takes, NULL, FIRST_OPTION + (int)i};
  }
}

/* read_options sets what the command line holds, and marks which rows it used. */
static bool read_options(int argc, char **argv, bool *used, options *out, text *problem) {
  struct option known[MAX_OPTIONS + 1] = {{0}};
  fill_known(known);
  opterr = 0;
  for (int option; (option = getopt_long(argc, argv, ":", known, NULL)) != -1;) {
    if (option == '?' || option == ':') {
      return blame(option, argv[optind - 1], optopt, problem);
    }
    if (!set_option(option_at((size_t)(option - FIRST_OPTION)), optarg, out, problem)) {
      return false;
    }
    used[option - FIRST_OPTION] = true;
  }
  return true;
}

/* check_gates: of the files of expected failures one is read or written. */
static bool check_gates(const options *o, text *problem) {
  int files = (o->xfail != NULL ? 1 : 0) + (o->write_xfail != NULL ? 1 : 0) +
              (o->update_xfail != NULL ? 1 : 0);
  if (files > 1) {
    text_puts(problem, "--xfail, --write-xfail and --update-xfail: one of them at a time");
  } else if (files > 0 && o->xfail == NULL && o->fail_fast) {
    text_puts(problem, "--fail-fast: a file of expected failures is written of a whole run");
  } else if (o->seed != NO_SEED && !o->blind) {
    text_puts(problem, "--seed is for --blind");
  } else if (o->blind && (o->repeat > 0 || o->jobs > 1)) {
    text_puts(problem, "--blind asks each vector twice, one at a time: no --repeat, no --jobs");
  } else {
    return true;
  }
  return false;
}

/* check_together looks at what each option alone does not show. */
static bool check_together(const bool *used, const options *o, text *problem) {
  for (size_t i = 0; option_at(i) != NULL && o->command != NULL; i++) {
    if (used[i] && !option_is_for(option_at(i), o->command)) {
      text_printf(problem, "%s takes no --%s", o->command, option_at(i)->name);
      return false;
    }
  }
  if (o->no_sweeps && o->sweeps_only) {
    text_puts(problem, "--no-sweeps and --sweeps-only: together they leave nothing");
    return false;
  }
  return check_gates(o, problem) && file_clash_check(o, problem);
}

bool options_parse(int argc, char **argv, options *out, text *problem) {
  bool used[MAX_OPTIONS] = {0};
  *out = (options){.timeout = 5, .explain = 10, .jobs = 1, .seed = NO_SEED};
  if (!read_options(argc, argv, used, out, problem)) {
    return false;
  }
  out->vectors = folder_of(out->vectors_given, "vectors");
  out->shims = folder_of(out->shims_given, "conformance/shims");
  out->command = optind < argc ? argv[optind] : NULL;
  out->arguments = argv + optind + (optind < argc ? 1 : 0);
  out->num_arguments = optind < argc ? (size_t)(argc - optind - 1) : 0;
  return out->help || out->version || check_together(used, out, problem);
}

void options_free(options *o) {
  free(o->vectors);
  free(o->shims);
  free(o->select.items);
  free(o->require.items);
  free(o->env.items);
  *o = (options){0};
}

bool options_select(const options *o, const vector *v) {
  bool found = o->select.num == 0;
  for (size_t i = 0; i < o->select.num && !found; i++) {
    found = fnmatch(o->select.items[i], v->id, 0) == 0;
  }
  return found && !(v->sweep ? o->no_sweeps : o->sweeps_only);
}
