/* SPDX-License-Identifier: Apache-2.0 */
/* replay.c - the lines that were sent, in a file. */
#include "replay.h"

#include "protocol.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

/* put_lines: a process that is asked once reads one line. */
static void put_lines(const target *t, const vector *v, const char *suite, text *lines) {
  if (!t->is_once) {
    protocol_put_hello(suite, lines);
  }
  text rules = {0};
  protocol_put_rules(v, &rules);
  protocol_put_request(1, v, text_span(&rules), lines);
  text_free(&rules);
  if (!t->is_once) {
    protocol_put_bye(2, lines);
  }
}

bool replay_write(const char *dir, const target *t, const vector *v, const char *suite,
                  text *problem) {
  text path = {0}, lines = {0};
  text_printf(&path, "%s/%s.jsonl", dir, v->id);
  for (char *c = path.ptr + strlen(dir) + 1; *c != '\0'; c++) {
    *c = *c == '/' ? '+' : *c;
  }
  put_lines(t, v, suite, &lines);
  mkdir(dir, 0777); /* one that exists will do */
  FILE *file = fopen(path.ptr, "wb");
  bool fine = file != NULL && fwrite(lines.ptr, 1, lines.len, file) == lines.len;
  fine = file != NULL && fclose(file) == 0 && fine;
  if (!fine) {
    text_printf(problem, "%s: the replay could not be written: %s", path.ptr, strerror(errno));
  }
  text_free(&path);
  text_free(&lines);
  return fine;
}
