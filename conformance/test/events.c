/* SPDX-License-Identifier: Apache-2.0 */
/* events.c - a stream of lines in memory. */
#include "events.h"

static bool read_all(const char *lines, runs *all, text *problem) {
  FILE *in = tmpfile();
  assert_non_null(in);
  fputs(lines, in);
  rewind(in);
  bool fine = runs_read(in, "f", all, problem) && runs_finish(all, problem);
  fclose(in);
  return fine;
}

void events_read(const char *lines, runs *all) {
  text problem = {0};
  *all = (runs){0};
  bool fine = read_all(lines, all, &problem);
  assert_string_equal(text_str(&problem), "");
  assert_true(fine);
}

void events_check(const char *lines, const char *says) {
  runs all = {0};
  text problem = {0};
  assert_false(read_all(lines, &all, &problem));
  has(&problem, says);
  text_free(&problem);
  runs_free(&all);
}

void has(const text *written, const char *word) {
  if (strstr(text_str(written), word) == NULL) {
    fail_msg("no %s in: %s", word, text_str(written));
  }
}

void has_not(const text *written, const char *word) {
  if (strstr(text_str(written), word) != NULL) {
    fail_msg("%s in: %s", word, text_str(written));
  }
}
