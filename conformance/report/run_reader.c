/* SPDX-License-Identifier: Apache-2.0 */
/* run_reader.c - one event a line. Fields that this program does not know are passed over, a form
 * or a status that it does not know is not: it may change what the others mean. */
#include "run_reader.h"

#include "memory.h"
#include "run_fields.h"
#include "vectors.h"

#include <errno.h>
#include <stdlib.h>

/* MOST_NOISE: a report shows the end of standard error, the JSON lines keep it. NEWEST_VERSION: of
 * the form. */
enum { MOST_NOISE = 4096, NEWEST_VERSION = 1 };

/* has_target: what was cut off behind its first line would look like a run of nothing. */
static bool has_target(const reading *in) {
  if (in->all->num == in->first) {
    text_printf(in->problem, "%s: no target in it: name a whole report that `run --json` wrote",
                in->name);
  }
  return in->all->num > in->first;
}

static bool read_start(reading *in, const json *event) {
  const char *schema = json_str(event, "schema");
  if (schema == NULL || strcmp(schema, "dciauth-report-1") != 0) {
    return reading_fail(in, "schema",
                        "not dciauth-report-1: use the dciauth-conform that wrote it");
  }
  int64_t version = 0;
  if (!json_int(json_get(event, "version"), &version) || version > NEWEST_VERSION) {
    return reading_fail(in, "version", "not 1: use a newer dciauth-conform");
  }
  if (in->suite != NULL && !has_target(in)) {
    return false;
  }
  in->first = in->all->num;
  in->suite = fields_string(in, event, "suite");
  in->runner = fields_string(in, event, "runner");
  return in->suite != NULL && in->runner != NULL;
}

/* run_of finds the run of a target in this stream, or begins it. NULL: there is no target. */
static run *run_of(reading *in, const json *event) {
  const char *name = fields_string(in, event, "target");
  if (name == NULL) {
    return NULL;
  }
  if (name[0] == '\0') {
    reading_fail(in, "target", "missing: a report of dciauth-conform has it");
    return NULL;
  }
  runs *all = in->all;
  run *last = all->num > in->first ? &all->items[all->num - 1] : NULL;
  if (last != NULL && !last->ended && strcmp(last->name, name) == 0) {
    return last;
  }
  all->items = mem_resize(all->items, all->num + 1, sizeof *all->items);
  all->items[all->num] = (run){.name = name,
                               .title = "",
                               .suite = in->suite,
                               .runner = in->runner,
                               .file = pool_keep(&all->texts, in->name),
                               .problem = "",
                               .gates = ""};
  return &all->items[all->num++];
}

static bool read_status(const reading *in, const json *event, outcome *o) {
  const char *word = json_str(event, "status");
  for (int i = OUTCOME_NONE + 1; word != NULL && i < OUTCOME_NUM; i++) {
    if (strcmp(outcome_name((outcome_status)i), word) == 0) {
      o->status = (outcome_status)i;
      return true;
    }
  }
  return reading_fail(in, "status", "an unknown status: use a newer dciauth-conform");
}

/* read_excuse: only a failure has one. */
static void read_excuse(const json *event, outcome *o) {
  if (!outcome_is_failure(o->status)) {
    return;
  }
  if (fields_flag(event, "expected_failure")) {
    o->excuse = EXCUSE_EXPECTED;
  } else if (fields_flag(event, "known_failure")) {
    o->excuse = EXCUSE_KNOWN;
  }
}

static bool read_outcome(reading *in, const json *event, outcome *o) {
  text stage = {0};
  o->line = fields_number(event, "line");
  o->byte = fields_number(event, "byte");
  o->multiline = fields_flag(event, "multiline");
  o->matched = fields_flag(event, "matched");
  o->flaky = fields_flag(event, "flaky");
  bool fine = read_status(in, event, o) && fields_bytes(in, event, "stage", &stage) &&
              fields_bytes(in, event, "expected", &o->expected) &&
              fields_bytes(in, event, "actual", &o->actual) &&
              fields_bytes(in, event, "message", &o->message) &&
              fields_bytes(in, event, "warning", &o->warning) &&
              fields_bytes(in, event, "mistake", &o->mistake) &&
              fields_bytes(in, event, "stderr", &o->noise);
  read_excuse(event, o);
  snprintf(o->stage, sizeof o->stage, "%s", text_str(&stage));
  text_free(&stage);
  if (o->noise.len > MOST_NOISE) {
    text_drop(&o->noise, o->noise.len - MOST_NOISE);
  }
  return fine;
}

static bool read_words(reading *in, const json *event, entry *e) {
  e->id = fields_string(in, event, "id");
  e->title = fields_string(in, event, "title");
  e->group = fields_string(in, event, "group");
  e->severity = fields_string(in, event, "severity");
  e->comment = fields_string(in, event, "comment");
  e->replay = fields_string(in, event, "replay");
  e->sweep = fields_flag(event, "sweep");
  if (e->id == NULL || e->title == NULL || e->group == NULL || e->severity == NULL ||
      e->comment == NULL || e->replay == NULL) {
    return false;
  }
  if (e->id[0] == '\0') {
    return reading_fail(in, "id", "missing: a report of dciauth-conform has it");
  }
  if (e->group[0] == '\0') {
    text group = {0};
    text_put(&group, e->id, vectors_area_len(e->id));
    e->group = pool_keep(&in->all->texts, text_str(&group));
    text_free(&group);
  }
  return true;
}

static bool read_vector(reading *in, const json *event) {
  entry e = {0};
  run *r = run_of(in, event);
  if (r == NULL || !read_words(in, event, &e) || !read_outcome(in, event, &e.result)) {
    outcome_free(&e.result);
    return false;
  }
  if ((r->num & (r->num - 1)) == 0) { /* it doubles */
    r->entries = mem_resize(r->entries, r->num > 0 ? 2 * r->num : 1, sizeof *r->entries);
  }
  r->entries[r->num++] = e;
  tally_count(e.sweep ? &r->sweeps : &r->authored, &e.result);
  return true;
}

static bool read_summary(reading *in, const json *event) {
  run *r = run_of(in, event);
  if (r == NULL) {
    return false;
  }
  r->ended = true;
  r->interrupted = fields_flag(event, "interrupted");
  r->stopped = fields_flag(event, "stopped");
  r->problem_is_known = fields_flag(event, "known_problem");
  r->blind = json_get(event, "seed") != NULL;
  r->seed = fields_number(event, "seed");
  const char *title = fields_string(in, event, "implementation");
  const char *problem = fields_string(in, event, "problem");
  const char *gates = fields_lines(in, event, "gates");
  if (title == NULL || problem == NULL || gates == NULL) {
    return false;
  }
  r->title = title;
  r->problem = problem;
  r->gates = gates;
  bool all = fields_number(event, "total") == r->authored.total &&
             fields_number(json_get(event, "sweeps"), "total") == r->sweeps.total;
  return all || reading_fail(in, "total", "not the number of vectors before it: lines are missing");
}

static bool read_event(reading *in, const json *event) {
  const char *kind = json_str(event, "event");
  bool starts = kind != NULL && strcmp(kind, "start") == 0;
  if (kind == NULL || (in->suite == NULL && !starts)) {
    return reading_fail(in, "",
                        "no report of dciauth-conform: name a file that `run --json` wrote");
  }
  if (starts) {
    return read_start(in, event);
  }
  if (strcmp(kind, "vector") == 0) {
    return read_vector(in, event);
  }
  return strcmp(kind, "summary") == 0 ? read_summary(in, event) : true;
}

static bool read_line(reading *in, dciauth_span line) {
  json_error error;
  json *event = json_parse(line, &error);
  if (event == NULL) {
    error.line = in->line;
    json_error_put(in->problem, in->name, &error);
    text_puts(in->problem, ": name a whole report that `run --json` wrote");
    return false;
  }
  bool fine = read_event(in, event);
  json_free(event);
  return fine;
}

bool runs_read(FILE *in, const char *name, runs *all, text *problem) {
  reading state = {.name = name, .first = all->num, .all = all, .problem = problem};
  char *line = NULL;
  size_t cap = 0;
  ssize_t len;
  bool fine = true;
  errno = 0;
  while (fine && (len = getline(&line, &cap, in)) > 0) {
    state.line++;
    fine = read_line(&state, dciauth_bytes(line, (size_t)len));
  }
  free(line);
  if (fine && ferror(in) != 0) {
    text_printf(problem, "%s: cannot be read: %s", name, strerror(errno));
    return false;
  }
  if (fine && state.suite == NULL) {
    return reading_fail(&state, "", "an empty file: run it again");
  }
  return fine && has_target(&state);
}

bool runs_read_file(const char *path, runs *all, text *problem) {
  FILE *in = fopen(path, "rb");
  if (in == NULL) {
    text_printf(problem, "%s: %s", path, strerror(errno));
    return false;
  }
  bool fine = runs_read(in, path, all, problem);
  fclose(in);
  return fine;
}
