/* SPDX-License-Identifier: Apache-2.0 */
/* report.c - written beside its place and renamed at the end, so that nobody reads half a report
 * and a full disk leaves the old one. */
#include "report.h"

#include "json_out.h"
#include "memory.h"
#include "spans.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static void put_line(report *r, text *line) {
  text_puts(line, "}\n");
  r->failed = r->failed || fwrite(line->ptr, 1, line->len, r->file) != line->len;
  text_free(line);
}

static text begin(const char *event) {
  text line = {0};
  out_open(&line, '{');
  out_member(&line, "event", event);
  return line;
}

bool report_open(const char *path, const char *suite, report *r, text *problem) {
  *r = (report){0};
  if (path == NULL) {
    return true;
  }
  text beside = {0};
  text_printf(&beside, "%s.%ld.part", path, (long)getpid());
  r->file = fopen(beside.ptr, "wb");
  if (r->file == NULL) {
    text_printf(problem, "%s: %s", beside.ptr, strerror(errno));
    text_free(&beside);
    return false;
  }
  r->path = mem_text(path, strlen(path));
  r->beside = beside.ptr;
  text line = begin("start");
  out_member(&line, "schema", "dciauth-report-1");
  out_number(&line, "version", 1);
  out_member(&line, "runner", DCIAUTH_VERSION);
  out_member(&line, "suite", suite);
  put_line(r, &line);
  return true;
}

static void put_text(text *line, const char *key, const text *value) {
  if (value->len > 0) {
    out_bytes(line, key, text_span(value));
  }
}

static void put_true(text *line, const char *key, bool value) {
  if (value) {
    out_key(line, key);
    text_puts(line, "true");
  }
}

/* put_lines appends an array of what each line says, if there is one. */
static void put_lines(text *line, const char *key, const text *value) {
  if (value->len == 0) {
    return;
  }
  out_key(line, key);
  out_open(line, '[');
  for (dciauth_span left = text_span(value); left.len > 0;) {
    text_puts(line, left.len < value->len ? "," : "");
    out_string(line, spans_cut(&left, '\n'));
  }
  out_close(line, ']');
}

static void put_tally(text *line, const tally *t) {
  const struct {
    const char *key;
    size_t value;
  } members[] = {{"total", t->total},
                 {"passed", t->count[OUTCOME_PASS]},
                 {"failed", tally_failed(t)},
                 {"not_applicable", t->count[OUTCOME_NOT_APPLICABLE]},
                 {"unrepresentable", t->count[OUTCOME_UNREPRESENTABLE]},
                 {"crashed", t->count[OUTCOME_CRASH]},
                 {"timeouts", t->count[OUTCOME_TIMEOUT]},
                 {"vacuous", t->count[OUTCOME_VACUOUS]},
                 {"disputed", t->count[OUTCOME_DISPUTED]},
                 {"disputed_matched", t->disputed_matched},
                 {"expected_failures", t->expected},
                 {"not_run", t->count[OUTCOME_NOT_RUN]},
                 {"warnings", t->warnings}};
  for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
    out_number(line, members[i].key, (long long)members[i].value);
  }
}

void report_vector(report *r, const result *target, const vector *v, const outcome *o) {
  if (r->file == NULL) {
    return;
  }
  text line = begin("vector");
  out_bytes(&line, "target", text_span(&target->name));
  out_member(&line, "id", v->id);
  put_true(&line, "sweep", v->sweep);
  out_member(&line, "status", outcome_name(o->status));
  put_true(&line, "expected_failure", o->excuse == EXCUSE_EXPECTED);
  put_true(&line, "known_failure", o->excuse == EXCUSE_KNOWN);
  if (o->stage[0] != '\0') {
    out_bytes(&line, "stage", dciauth_str(o->stage));
  }
  if (o->byte > 0) {
    out_number(&line, "line", (long long)o->line);
    out_number(&line, "byte", (long long)o->byte);
  }
  put_text(&line, "expected", &o->expected);
  put_text(&line, "actual", &o->actual);
  put_text(&line, "mistake", &o->mistake);
  put_text(&line, "message", &o->message);
  put_text(&line, "warning", &o->warning);
  put_text(&line, "stderr", &o->noise);
  put_true(&line, "flaky", o->flaky);
  if (o->status == OUTCOME_DISPUTED) {
    out_key(&line, "matched");
    text_puts(&line, o->matched ? "true" : "false");
  }
  put_line(r, &line);
}

void report_summary(report *r, const result *target, bool interrupted) {
  if (r->file == NULL) {
    return;
  }
  text line = begin("summary");
  out_bytes(&line, "target", text_span(&target->name));
  out_bytes(&line, "implementation", text_span(&target->title));
  put_tally(&line, &target->authored);
  out_key(&line, "sweeps");
  out_open(&line, '{');
  put_tally(&line, &target->sweeps);
  out_close(&line, '}');
  put_text(&line, "problem", &target->problem);
  put_lines(&line, "gates", &target->gate);
  put_true(&line, "stopped", target->stopped);
  if (target->blind) {
    out_number(&line, "seed", target->seed);
  }
  put_true(&line, "interrupted", interrupted);
  put_line(r, &line);
}

bool report_close(report *r, text *problem) {
  if (r->file == NULL) {
    return true;
  }
  bool flushed = fflush(r->file) == 0 && fsync(fileno(r->file)) == 0;
  bool closed = fclose(r->file) == 0;
  bool fine = !r->failed && flushed && closed && rename(r->beside, r->path) == 0;
  if (!fine) {
    text_printf(problem, "%s: could not be written: %s", r->path, strerror(errno));
    unlink(r->beside);
  }
  free(r->path);
  free(r->beside);
  *r = (report){0};
  return fine;
}
