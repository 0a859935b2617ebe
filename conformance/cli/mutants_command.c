/* SPDX-License-Identifier: Apache-2.0 */
/* mutants_command.c - the command `mutants`: are the vectors good enough to notice each bug of the
 * tables? */
#include "beside.h"
#include "commands.h"
#include "kill_matrix.h"
#include "memory.h"
#include "result.h"
#include "screen.h"
#include "signals.h"
#include "warden.h"

#include <fnmatch.h>
#include <stdlib.h>

/* writing is the reports that were asked for. */
typedef struct {
  beside json, markdown;
} writing;

static int fail(int status, const char *problem) {
  fflush(stdout);
  fprintf(stderr, "dciauth-conform: %s\n", problem);
  return status;
}

static bool is_wanted(const options *o, const mutant_row *row) {
  bool wanted = o->num_arguments == 0;
  for (size_t i = 0; i < o->num_arguments && !wanted; i++) {
    wanted = fnmatch(o->arguments[i], row->name, 0) == 0;
  }
  return wanted;
}

/* check_patterns: a name with a slip of the pen is nobody's, and must not pass for all killed. */
static bool check_patterns(const options *o, const mutant_list *list, text *problem) {
  for (size_t i = 0; i < o->num_arguments; i++) {
    bool any = false;
    for (size_t k = 0; k < list->num && !any; k++) {
      any = fnmatch(o->arguments[i], list->items[k].name, 0) == 0;
    }
    if (!any) {
      text_printf(problem, "%s: no mutant has such a name: see `dciauth-conform list mutants`",
                  o->arguments[i]);
      return false;
    }
  }
  return true;
}

static bool open_files(const options *o, writing *files, text *problem) {
  *files = (writing){0};
  if (!beside_open(o->json, &files->json, problem)) {
    return false;
  }
  bool fine = beside_open(o->markdown, &files->markdown, problem);
  if (!fine) {
    beside_drop(&files->json);
  }
  return fine;
}

static bool close_files(const kill_matrix *m, writing *files, text *problem) {
  text words = {0};
  kill_report_put_json(m, &words);
  beside_put(&files->json, text_span(&words));
  text_clear(&words);
  kill_report_put_markdown(m, &words);
  beside_put(&files->markdown, text_span(&words));
  text_free(&words);
  bool first = beside_close(&files->json, problem);
  bool second = beside_close(&files->markdown, problem);
  return first && second;
}

/* hunt runs the mutants that are wanted, one after the other. Of one in whose midst it is
 * interrupted nobody knows whether it would have survived. */
static void hunt(const options *o, const mutant_list *list, const vector_set *set, kill_matrix *m) {
  size_t wanted = 0;
  for (size_t i = 0; i < list->num; i++) {
    wanted += is_wanted(o, &list->items[i]) ? 1 : 0;
  }
  for (size_t i = 0; i < list->num && !signals_came(); i++) {
    if (is_wanted(o, &list->items[i])) {
      screen_count("mutants:", m->num, wanted);
      kills_count(&list->items[i], set, m->groups, &m->rows[m->num]);
      m->num += signals_came() ? 0 : 1;
    }
  }
  m->left = wanted - m->num;
  screen_clear();
}

static int status_of(const kill_matrix *m) {
  bool all_ran = true;
  for (size_t i = 0; i < m->num; i++) {
    all_ran = all_ran && (m->rows[i].total > 0 || m->rows[i].problem.len == 0);
  }
  if (!all_ran) {
    return EXIT_NO_START;
  }
  return kill_matrix_survived(m) == 0 ? EXIT_CONFORMANT : EXIT_DEVIATIONS;
}

static int hunt_and_tell(const options *o, const mutant_list *list, const vector_set *set,
                         writing *files) {
  group_list groups;
  group_list_make(set, &groups);
  kill_matrix m = {&groups, mem_alloc(list->num, sizeof(kill_row)), 0, 0};
  text words = {0}, problem = {0};
  hunt(o, list, set, &m);
  kill_matrix_put(&m, &words);
  fwrite(words.ptr, 1, words.len, stdout);
  int status = status_of(&m);
  if (!close_files(&m, files, &problem)) {
    status = fail(EXIT_RUNNER_FAILED, problem.ptr);
  }
  for (size_t i = 0; i < list->num; i++) {
    kills_free(&m.rows[i]);
  }
  free(m.rows);
  group_list_free(&groups);
  text_free(&words);
  text_free(&problem);
  return signals_came() ? EXIT_INTERRUPTED : status;
}

int mutants_command(const options *o) {
  mutant_list list = {0};
  vector_set set = {0};
  writing files;
  text problem = {0};
  int status = EXIT_USAGE;
  bool fine = mutants_load(&list, &problem) && check_patterns(o, &list, &problem) &&
              vectors_load(o->vectors, &set, &problem);
  if (fine && !open_files(o, &files, &problem)) {
    fine = false;
    status = EXIT_RUNNER_FAILED;
  }
  if (fine) {
    signals_catch();
    warden_start();
    screen_init();
    status = hunt_and_tell(o, &list, &set, &files);
    warden_end();
  } else {
    fail(status, problem.ptr);
  }
  mutants_free(&list);
  vectors_free(&set);
  text_free(&problem);
  return status;
}
