/* SPDX-License-Identifier: Apache-2.0 */
/* report.c - the events of a run. An event holds all that a report tells of a vector, so that none
 * needs the vectors again: runs of other days and other suites can stand side by side. */
#include "report.h"

#include "json_out.h"
#include "replay_line.h"
#include "run_reader.h"
#include "spans.h"

#include <errno.h>
#include <fcntl.h>

static bool is_open(const report *r) {
  return r->json.file != NULL || r->spool != NULL;
}

static void put_line(report *r, text *line) {
  text_puts(line, "}\n");
  beside_put(&r->json, text_span(line));
  if (r->spool != NULL && r->error == 0 && fwrite(line->ptr, 1, line->len, r->spool) != line->len) {
    r->error = errno;
  }
  text_free(line);
}

static text begin(const char *event) {
  text line = {0};
  out_open(&line, '{');
  out_member(&line, "event", event);
  return line;
}

static bool open_spool(report *r, text *problem) {
  r->spool = tmpfile();
  if (r->spool == NULL) {
    text_printf(problem, "a temporary file for the reports: %s", strerror(errno));
    return false;
  }
  fcntl(fileno(r->spool), F_SETFD, FD_CLOEXEC); /* it is not the targets' */
  return true;
}

bool report_open(const options *o, const char *suite, report *r, text *problem) {
  *r = (report){.options = o};
  bool fine = beside_open(o->json, &r->json, problem) && outputs_open(o, &r->others, problem) &&
              (!outputs_wanted(o) || open_spool(r, problem));
  if (!fine) {
    beside_drop(&r->json);
    outputs_drop(&r->others);
    return false;
  }
  if (is_open(r)) {
    text line = begin("start");
    out_member(&line, "schema", "dciauth-report-1");
    out_number(&line, "version", 1);
    out_member(&line, "runner", DCIAUTH_VERSION);
    out_member(&line, "suite", suite);
    put_line(r, &line);
  }
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

static void put_word(text *line, const char *key, const char *word) {
  if (word != NULL && word[0] != '\0') {
    out_bytes(line, key, dciauth_str(word));
  }
}

static void put_vector(const vector *v, text *line) {
  out_member(line, "id", v->id);
  out_key(line, "group");
  out_string(line, dciauth_bytes(v->id, vectors_area_len(v->id)));
  out_bytes(line, "title", dciauth_str(v->title));
  put_word(line, "op", v->op);
  put_word(line, "profile", v->profile);
  put_word(line, "level", json_str(v->test, "level"));
  put_word(line, "severity", v->severity);
  put_true(line, "sweep", v->sweep);
}

/* put_help: what whoever is to mend a failure wants to know. */
static void put_help(const report *r, const result *target, const vector *v, text *line) {
  text again = {0};
  replay_line_put(r->options, text_str(&target->name), v->id, &again);
  put_text(line, "replay", &again);
  put_word(line, "comment", v->comment);
  text_free(&again);
}

void report_vector(report *r, const result *target, const vector *v, const outcome *o) {
  if (!is_open(r)) {
    return;
  }
  text line = begin("vector");
  out_bytes(&line, "target", text_span(&target->name));
  put_vector(v, &line);
  out_member(&line, "status", outcome_name(o->status));
  put_true(&line, "expected_failure", o->excuse == EXCUSE_EXPECTED);
  put_true(&line, "known_failure", o->excuse == EXCUSE_KNOWN);
  if (outcome_is_failure(o->status)) {
    put_help(r, target, v, &line);
  }
  if (o->stage[0] != '\0') {
    out_bytes(&line, "stage", dciauth_str(o->stage));
  }
  if (o->byte > 0) {
    out_number(&line, "line", (long long)o->line);
    out_number(&line, "byte", (long long)o->byte);
    put_true(&line, "multiline", o->multiline);
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
  if (!is_open(r)) {
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
  put_true(&line, "known_problem", target->problem.len > 0 && target->problem_is_known);
  put_lines(&line, "gates", &target->gate);
  put_true(&line, "stopped", target->stopped);
  if (target->blind) {
    out_number(&line, "seed", target->seed);
  }
  put_true(&line, "interrupted", interrupted);
  put_line(r, &line);
}

/* close_others makes the other reports of the events that were written. */
static bool close_others(report *r, text *problem) {
  if (r->spool == NULL) {
    return true;
  }
  runs all = {0};
  text why = {0};
  if (r->error == 0 && fseek(r->spool, 0, SEEK_SET) != 0) {
    r->error = errno; /* it flushes */
  }
  if (r->error != 0) {
    text_printf(&why, "a temporary file for the reports: %s", strerror(r->error));
  }
  bool fine = r->error == 0 && runs_read(r->spool, "the events of this run", &all, &why) &&
              runs_finish(&all, &why);
  fine = fine && outputs_close(&r->others, &all, &why);
  outputs_drop(&r->others);
  fclose(r->spool);
  runs_free(&all);
  if (why.len > 0) {
    text_printf(problem, "%s%s", problem->len > 0 ? "; " : "", text_str(&why));
  }
  text_free(&why);
  return fine;
}

bool report_close(report *r, text *problem) {
  bool closed = beside_close(&r->json, problem);
  bool fine = close_others(r, problem) && closed;
  *r = (report){0};
  return fine;
}
