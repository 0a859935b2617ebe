/* SPDX-License-Identifier: Apache-2.0 */
/* run_reader.c - one event a line. Fields that this program does not know are passed over, a form
 * or a status that it does not know is not: it may change what the others mean. */
#include "run_reader.h"

#include "json_bytes.h"
#include "memory.h"
#include "vectors.h"
#include "visible.h"

#include <errno.h>
#include <stdlib.h>

/* MOST_NOISE: a report shows the end of standard error, the JSON lines keep it. */
enum { MOST_NOISE = 4096 };

typedef struct {
  const char *name;
  size_t line;
  const char *suite, *runner; /* of the start event; NULL: there was none */
  size_t first;               /* run of this stream */
  runs *all;
  text *problem;
} reading;

static bool fail(const reading *in, const char *field, const char *what) {
  text_printf(in->problem, "%s: line %zu: ", in->name, in->line);
  if (field[0] != '\0') {
    text_puts(in->problem, "/");
    visible_put(in->problem, dciauth_str(field), 200);
    text_puts(in->problem, ": ");
  }
  text_puts(in->problem, what);
  return false;
}

/* get_bytes reads a field that may be missing. */
static bool get_bytes(const reading *in, const json *event, const char *field, text *out) {
  bool fine = json_bytes(event, field, out) != BYTES_BAD;
  return fine || fail(in, field, "a string, or base64 in the field with _b64, belongs here");
}

/* get_string does so for what has no NUL; "" stands for a missing one. NULL: it is bad. */
static const char *get_string(reading *in, const json *event, const char *field) {
  text value = {0};
  const char *kept = NULL;
  if (get_bytes(in, event, field, &value)) {
    kept = pool_keep(&in->all->texts, text_str(&value));
  }
  text_free(&value);
  return kept;
}

static bool get_flag(const json *event, const char *field) {
  bool value = false;
  return json_bool(json_get(event, field), &value) && value;
}

static size_t get_number(const json *event, const char *field) {
  int64_t value = 0;
  return json_int(json_get(event, field), &value) && value > 0 ? (size_t)value : 0;
}

static bool read_start(reading *in, const json *event) {
  const char *schema = json_str(event, "schema");
  if (schema == NULL || strcmp(schema, "dciauth-report-1") != 0) {
    return fail(in, "schema", "not dciauth-report-1: use the dciauth-conform that wrote it");
  }
  in->first = in->all->num;
  in->suite = get_string(in, event, "suite");
  in->runner = get_string(in, event, "runner");
  return in->suite != NULL && in->runner != NULL;
}

/* run_of finds the run of a target in this stream, or begins it. NULL: there is no target. */
static run *run_of(reading *in, const json *event) {
  const char *name = get_string(in, event, "target");
  if (name == NULL) {
    return NULL;
  }
  if (name[0] == '\0') {
    fail(in, "target", "missing: a report of dciauth-conform has it");
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
                               .problem = ""};
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
  return fail(in, "status", "an unknown status: use a newer dciauth-conform");
}

static bool read_outcome(reading *in, const json *event, outcome *o) {
  text stage = {0};
  o->line = get_number(event, "line");
  o->byte = get_number(event, "byte");
  o->multiline = get_flag(event, "multiline");
  o->matched = get_flag(event, "matched");
  o->flaky = get_flag(event, "flaky");
  bool fine =
      read_status(in, event, o) && get_bytes(in, event, "stage", &stage) &&
      get_bytes(in, event, "expected", &o->expected) &&
      get_bytes(in, event, "actual", &o->actual) && get_bytes(in, event, "message", &o->message) &&
      get_bytes(in, event, "warning", &o->warning) &&
      get_bytes(in, event, "mistake", &o->mistake) && get_bytes(in, event, "stderr", &o->noise);
  snprintf(o->stage, sizeof o->stage, "%s", text_str(&stage));
  text_free(&stage);
  if (o->noise.len > MOST_NOISE) {
    text_drop(&o->noise, o->noise.len - MOST_NOISE);
  }
  return fine;
}

static bool read_words(reading *in, const json *event, entry *e) {
  e->id = get_string(in, event, "id");
  e->title = get_string(in, event, "title");
  e->group = get_string(in, event, "group");
  e->severity = get_string(in, event, "severity");
  e->comment = get_string(in, event, "comment");
  e->replay = get_string(in, event, "replay");
  e->sweep = get_flag(event, "sweep");
  if (e->id == NULL || e->title == NULL || e->group == NULL || e->severity == NULL ||
      e->comment == NULL || e->replay == NULL) {
    return false;
  }
  if (e->id[0] == '\0') {
    return fail(in, "id", "missing: a report of dciauth-conform has it");
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
  r->interrupted = get_flag(event, "interrupted");
  r->title = get_string(in, event, "implementation");
  r->problem = r->title != NULL ? get_string(in, event, "problem") : NULL;
  if (r->problem == NULL) {
    r->title = r->problem = "";
    return false;
  }
  bool all = get_number(event, "total") == r->authored.total &&
             get_number(json_get(event, "sweeps"), "total") == r->sweeps.total;
  return all || fail(in, "total", "not the number of vectors before it: lines are missing");
}

static bool read_event(reading *in, const json *event) {
  const char *kind = json_str(event, "event");
  bool starts = kind != NULL && strcmp(kind, "start") == 0;
  if (kind == NULL || (in->suite == NULL && !starts)) {
    return fail(in, "", "no report of dciauth-conform: name a file that `run --json` wrote");
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
    text_printf(in->problem, "%s: line %zu, column %zu, at \"", in->name, in->line, error.column);
    visible_put(in->problem, dciauth_str(error.pointer), sizeof error.pointer);
    text_printf(in->problem, "\": %s", error.what);
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
  return fine && (state.suite != NULL || fail(&state, "", "an empty file: run it again"));
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
