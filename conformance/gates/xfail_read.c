/* SPDX-License-Identifier: Apache-2.0 */
/* xfail_read.c - reads a file of expected failures. Whoever writes a gate by hand is told where it
 * is wrong; ../xfail.schema.json has the same rules. */
#include "file_read.h"
#include "memory.h"
#include "semver.h"
#include "vector_file.h"
#include "visible.h"
#include "xfail.h"

#include <stdio.h>
#include <stdlib.h>

/* place is where in which file the reader is, for messages. */
typedef struct {
  const char *path;
  size_t index;
  text *problem;
} place;

static bool fail(const place *at, const char *field, const char *what) {
  text_printf(at->problem, "%s: /%zu%s", at->path, at->index, field[0] != '\0' ? "/" : "");
  visible_put(at->problem, dciauth_str(field), 80);
  text_printf(at->problem, ": %s", what);
  return false;
}

static bool is_among(const char *word, const char *const *known) {
  while (*known != NULL && strcmp(*known, word) != 0) {
    known++;
  }
  return *known != NULL;
}

/* read_string: a member that may be absent or null gives NULL then. */
static bool read_string(const json *entry, const char *key, bool needed, const place *at,
                        const char **out) {
  const json *value = json_get(entry, key);
  *out = json_string(value);
  if (*out != NULL || (!needed && (value == NULL || json_is_null(value)))) {
    return true;
  }
  return fail(at, key, value == NULL ? "missing: add it" : "a string belongs here");
}

static bool check_members(const json *entry, const place *at) {
  static const char *const known[] = {"id",    "status", "got",    "reason", "issue",
                                      "since", "until",  "target", NULL};
  if (!json_is_object(entry)) {
    return fail(at, "", "an object belongs here");
  }
  for (const json *m = json_first(entry); m != NULL; m = json_next(m)) {
    if (!is_among(json_key(m), known)) {
      return fail(at, json_key(m), "an unknown field: remove it, or use a newer dciauth-conform");
    }
  }
  return true;
}

/* check_id: an id, or an area and a slash and an asterisk. */
static bool check_id(const char *id, const place *at) {
  size_t len = strlen(id);
  size_t plain = len > 2 && strcmp(id + len - 2, "/*") == 0 ? len - 2 : len;
  char *copy = mem_text(id, plain);
  bool fine = vector_is_id(copy);
  free(copy);
  return fine ||
         fail(at, "id", "the id of a vector belongs here, or all of an area, as in aws4/query/*");
}

/* check_got: an answer is told by two words, what is none by one. */
static bool check_got(const xfail_entry *e, const place *at) {
  bool answered = strcmp(e->status, "ok") == 0 || strcmp(e->status, "refused") == 0;
  bool crashed = strcmp(e->status, "crash") == 0;
  if (answered && e->got == NULL) {
    return fail(at, "got",
                "missing: write accept, reject, signed or refused, or the stage that deviates");
  }
  if (!answered && e->got != NULL && !(crashed && strcmp(e->got, "flaky") == 0)) {
    return fail(at, "got", "null belongs here, or flaky beside crash");
  }
  return true;
}

static bool check_versions(const char *since, const char *until, const place *at) {
  static const char what[] = "a version of the suite belongs here, as in 1.2.3, or null";
  if (since != NULL && !semver_is(since)) {
    return fail(at, "since", what);
  }
  return until == NULL || semver_is(until) || fail(at, "until", what);
}

static bool read_entry(const json *node, xfail_entry *e, const place *at) {
  static const char *const statuses[] = {"ok",    "refused", "unsupported",    "raised", "error",
                                         "crash", "timeout", "protocol_error", NULL};
  const char *reason, *issue, *since;
  *e = (xfail_entry){.node = node, .index = at->index};
  if (!check_members(node, at) || !read_string(node, "id", true, at, &e->id) ||
      !check_id(e->id, at) || !read_string(node, "status", true, at, &e->status)) {
    return false;
  }
  if (!is_among(e->status, statuses)) {
    return fail(at, "status",
                "ok, refused, unsupported, raised, error, crash, timeout or protocol_error belongs "
                "here");
  }
  return read_string(node, "got", false, at, &e->got) && check_got(e, at) &&
         read_string(node, "reason", true, at, &reason) &&
         read_string(node, "issue", false, at, &issue) &&
         read_string(node, "since", false, at, &since) &&
         read_string(node, "until", false, at, &e->until) && check_versions(since, e->until, at) &&
         read_string(node, "target", false, at, &e->target);
}

/* check_twice: of two entries for the same only one could be right. */
static bool check_twice(const xfail *x, text *problem) {
  for (size_t i = 1; i < x->num; i++) {
    const xfail_entry *a = x->sorted[i - 1], *b = x->sorted[i];
    if (xfail_compare(a, b) == 0) {
      place at = {x->path, a->index > b->index ? a->index : b->index, problem};
      text what = {0};
      text_printf(&what, "the same id and target as in /%zu: remove one",
                  a->index > b->index ? b->index : a->index);
      fail(&at, "id", what.ptr);
      text_free(&what);
      return false;
    }
  }
  return true;
}

static int compare_pointers(const void *a, const void *b) {
  return xfail_compare(*(const xfail_entry *const *)a, *(const xfail_entry *const *)b);
}

static bool read_entries(const char *suite, xfail *x, text *problem) {
  place at = {x->path, 0, problem};
  if (!json_is_array(x->document)) {
    text_printf(problem, "%s: an array of entries belongs here, [] if there is none", x->path);
    return false;
  }
  x->items = mem_alloc(json_count(x->document), sizeof *x->items);
  for (const json *e = json_first(x->document); e != NULL; e = json_next(e), at.index++) {
    xfail_entry *entry = &x->items[x->num];
    if (!read_entry(e, entry, &at)) {
      return false;
    }
    entry->expired = entry->until != NULL && semver_reached(suite, entry->until);
    x->num++;
  }
  x->sorted = mem_alloc(x->num, sizeof *x->sorted);
  for (size_t i = 0; i < x->num; i++) {
    x->sorted[i] = &x->items[i];
  }
  qsort(x->sorted, x->num, sizeof *x->sorted, compare_pointers);
  return check_twice(x, problem);
}

bool xfail_read(const char *path, const char *suite, xfail *out, text *problem) {
  text content = {0};
  json_error error;
  *out = (xfail){.path = path};
  bool fine = file_read(path, &content, problem);
  if (fine) {
    out->document = json_parse(text_span(&content), &error);
    if (out->document == NULL) {
      json_error_put(problem, path, &error);
      fine = false;
    }
  }
  text_free(&content);
  return fine && read_entries(suite, out, problem);
}
