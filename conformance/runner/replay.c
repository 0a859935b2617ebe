/* SPDX-License-Identifier: Apache-2.0 */
/* replay.c - the lines that were sent, in a file. */
#include "replay.h"

#include "file_write.h"
#include "protocol.h"

#include <sys/stat.h>

/* put_lines: a process that is asked once reads one line. */
static void put_lines(const target *t, const vector *v, const char *suite, int times, text *lines) {
  text rules = {0};
  protocol_put_rules(v, &rules);
  if (!t->is_once) {
    protocol_put_hello(suite, lines);
  }
  for (int i = 1; i <= (t->is_once ? 1 : times); i++) {
    protocol_put_request(i, v, false, text_span(&rules), lines);
  }
  if (!t->is_once) {
    protocol_put_bye(times + 1, lines);
  }
  text_free(&rules);
}

bool replay_write(const char *dir, const target *t, const vector *v, const char *suite, int times,
                  text *problem) {
  text path = {0}, lines = {0}, why = {0};
  text_printf(&path, "%s/%s.jsonl", dir, v->id);
  for (char *c = path.ptr + strlen(dir) + 1; *c != '\0'; c++) {
    *c = *c == '/' ? '+' : *c;
  }
  put_lines(t, v, suite, times, &lines);
  mkdir(dir, 0700); /* one that exists will do */
  bool fine = file_write(path.ptr, text_span(&lines), FILE_SECRET, &why);
  if (!fine) {
    text_printf(problem, "a replay: %s", why.ptr);
  }
  text_free(&path);
  text_free(&lines);
  text_free(&why);
  return fine;
}
