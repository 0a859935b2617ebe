/* SPDX-License-Identifier: Apache-2.0 */
/* gate_sample.c - a set of vectors, a result and a file. */
#include "gate_sample.h"

#include "file_write.h"

#include <stdlib.h>
#include <unistd.h>

void gate_open(gate_sample *s, const what *all, size_t num) {
  assert_in_range(num, 0, GATE_MOST);
  *s = (gate_sample){.set = {.items = s->vectors, .num = num, .suite = "0.2.0"},
                     .result = {.outcomes = s->outcomes, .started = true}};
  for (size_t i = 0; i < num; i++) {
    outcome *o = &s->outcomes[i];
    bool answered = all[i].status == OUTCOME_PASS || all[i].status == OUTCOME_FAIL;
    s->vectors[i] = (vector){.id = all[i].id, .title = "a title", .severity = "", .settled = true};
    o->status = all[i].status;
    o->answered = answered ? "ok" : NULL;
    strcpy(o->stage, all[i].stage != NULL ? all[i].stage : "");
    text_puts(&o->actual, all[i].actual != NULL ? all[i].actual : "");
  }
  text_puts(&s->result.name, "mine");
  text_puts(&s->result.title, "mine 1.0");
  strcpy(s->path, "/tmp/gate-XXXXXX");
  close(mkstemp(s->path));
}

const char *gate_file(gate_sample *s, const char *content) {
  text problem = {0};
  assert_true(file_write(s->path, dciauth_str(content), FILE_SECRET, &problem));
  return s->path;
}

xfail gate_read(gate_sample *s, const char *content) {
  text problem = {0};
  xfail x;
  bool fine = xfail_read(gate_file(s, content), s->set.suite, &x, &problem);
  check_text(&problem, "");
  assert_true(fine);
  return x;
}

void gate_close(gate_sample *s) {
  for (size_t i = 0; i < s->set.num; i++) {
    outcome_free(&s->outcomes[i]);
  }
  text_free(&s->result.name);
  text_free(&s->result.title);
  text_free(&s->result.gate);
  unlink(s->path);
}
