/* SPDX-License-Identifier: Apache-2.0 */
/* baseline.c - reads what report.c wrote, as far as it is needed here; a later report may say more.
 */
#include "baseline.h"

#include "file_read.h"
#include "json_bytes.h"
#include "memory.h"
#include "spans.h"
#include "visible.h"

#include <stdlib.h>

enum { NEWEST_VERSION = 1 };

static bool fail(const baseline *b, size_t line, const char *what, text *problem) {
  text_printf(problem, "%s: line %zu: %s: name a report that --json wrote", b->path, line, what);
  return false;
}

static baseline_target *target_of(baseline *b, const text *name) {
  for (size_t i = 0; i < b->num; i++) {
    if (strcmp(text_str(&b->targets[i].name), text_str(name)) == 0) {
      return &b->targets[i];
    }
  }
  b->targets = mem_resize(b->targets, b->num + 1, sizeof *b->targets);
  baseline_target *fresh = &b->targets[b->num++];
  *fresh = (baseline_target){0};
  text_put_span(&fresh->name, text_span(name));
  return fresh;
}

/* read_status: NONE for a word of a later version, which is no failure that we know of. */
static outcome_status read_status(const char *word) {
  int i = 0;
  while (i < OUTCOME_NUM && strcmp(word, outcome_name((outcome_status)i)) != 0) {
    i++;
  }
  return i < OUTCOME_NUM ? (outcome_status)i : OUTCOME_NONE;
}

static bool take_vector(const json *event, baseline_target *t) {
  const char *id = json_str(event, "id"), *status = json_str(event, "status");
  if (id == NULL || status == NULL) {
    return false;
  }
  if ((t->num & (t->num - 1)) == 0) { /* full: room for as many again */
    t->entries = mem_resize(t->entries, t->num > 0 ? 2 * t->num : 1, sizeof *t->entries);
  }
  t->entries[t->num++] = (baseline_entry){mem_text(id, strlen(id)), read_status(status)};
  return true;
}

/* take_event: an event of a kind that is not known is passed over. */
static bool take_event(baseline *b, const json *event, size_t line, text *problem) {
  const char *kind = json_str(event, "event");
  if (kind == NULL) {
    return fail(b, line, "no event", problem);
  }
  bool is_vector = strcmp(kind, "vector") == 0;
  if (!is_vector && strcmp(kind, "summary") != 0) {
    return true;
  }
  text name = {0};
  bool fine = json_bytes(event, "target", &name) == BYTES_OK;
  baseline_target *t = fine ? target_of(b, &name) : NULL;
  text_free(&name);
  if (t != NULL && is_vector) {
    fine = take_vector(event, t);
  } else if (t != NULL) {
    t->ended = true;
    t->had_problem = json_get(event, "problem") != NULL || json_get(event, "problem_b64") != NULL;
  }
  return fine || fail(b, line, "an event without target, id or status", problem);
}

/* check_start: the first line says what the file is. */
static bool check_start(const baseline *b, const json *event, text *problem) {
  const char *kind = json_str(event, "event"), *schema = json_str(event, "schema");
  int64_t version = 0;
  if (kind == NULL || strcmp(kind, "start") != 0 || schema == NULL ||
      strcmp(schema, "dciauth-report-1") != 0) {
    return fail(b, 1, "not the start of a report", problem);
  }
  if (!json_int(json_get(event, "version"), &version) || version > NEWEST_VERSION) {
    text_printf(problem, "%s: line 1: a newer version of the report: use a newer dciauth-conform",
                b->path);
    return false;
  }
  return true;
}

static bool read_line(baseline *b, dciauth_span in, size_t line, text *problem) {
  json_error error;
  json *event = json_parse(in, &error);
  if (event == NULL) {
    text_printf(problem, "%s: line %zu, column %zu, at \"", b->path, line, error.column);
    visible_put(problem, dciauth_str(error.pointer), sizeof error.pointer);
    text_printf(problem, "\": %s: name a report that --json wrote", error.what);
    return false;
  }
  bool fine = line == 1 ? check_start(b, event, problem) : take_event(b, event, line, problem);
  json_free(event);
  return fine;
}

static int compare_entries(const void *a, const void *b) {
  return strcmp(((const baseline_entry *)a)->id, ((const baseline_entry *)b)->id);
}

/* check_end: a report that breaks off would make failures look new. */
static bool check_end(baseline *b, size_t lines, text *problem) {
  for (size_t i = 0; i < b->num; i++) {
    if (!b->targets[i].ended) {
      text_printf(problem, "%s: breaks off: there is no summary of ", b->path);
      visible_put(problem, text_span(&b->targets[i].name), 80);
      return false;
    }
    if (b->targets[i].num > 0) {
      qsort(b->targets[i].entries, b->targets[i].num, sizeof(baseline_entry), compare_entries);
    }
  }
  return b->num > 0 || fail(b, lines, "no target in it", problem);
}

bool baseline_read(const char *path, baseline *out, text *problem) {
  text content = {0};
  *out = (baseline){.path = path};
  bool fine = file_read(path, &content, problem);
  dciauth_span left = text_span(&content);
  size_t line = 0;
  while (fine && (left.len > 0 || line == 0)) {
    fine = read_line(out, spans_cut(&left, '\n'), ++line, problem);
  }
  text_free(&content);
  return fine && check_end(out, line, problem);
}

void baseline_free(baseline *b) {
  for (size_t i = 0; i < b->num; i++) {
    for (size_t j = 0; j < b->targets[i].num; j++) {
      free(b->targets[i].entries[j].id);
    }
    free(b->targets[i].entries);
    text_free(&b->targets[i].name);
  }
  free(b->targets);
  *b = (baseline){0};
}

const baseline_target *baseline_find(const baseline *b, const char *name) {
  for (size_t i = 0; i < b->num; i++) {
    if (strcmp(text_str(&b->targets[i].name), name) == 0) {
      return &b->targets[i];
    }
  }
  return NULL;
}

static int compare_id(const void *id, const void *entry) {
  return strcmp(id, ((const baseline_entry *)entry)->id);
}

outcome_status baseline_status(const baseline_target *t, const char *id) {
  const baseline_entry *found =
      t->num > 0 ? bsearch(id, t->entries, t->num, sizeof *t->entries, compare_id) : NULL;
  return found != NULL ? found->status : OUTCOME_NONE;
}
