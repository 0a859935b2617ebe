/* SPDX-License-Identifier: Apache-2.0 */
/* vector_file.c - reads one file of vectors. Objects are closed: a field that this program does not
 * know may change what a test means, so the file is refused, not the field ignored. */
#include "vector_file.h"

#include "file_read.h"
#include "memory.h"
#include "visible.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

/* MAX_FILE: more than that is no file of vectors, and takes much memory to parse. */
enum { NEWEST_MAJOR = 1, MAX_FILE = 64 << 20 };

/* place is where in which file the reader is, for messages. */
typedef struct {
  const char *path;
  char pointer[80];
  text *problem;
} place;

static bool fail(const place *at, const char *field, const char *what) {
  bool named = field[0] != '\0', whole = !named && at->pointer[0] == '\0';
  text_printf(at->problem, "%s: %s%s", at->path, at->pointer, named ? "/" : "");
  visible_put(at->problem, dciauth_str(field), 200);
  text_printf(at->problem, "%s%s", whole ? "" : ": ", what);
  return false;
}

bool vector_is_among(const char *word, const char *words) {
  for (const char *at = words; *at != '\0';) {
    size_t len = strcspn(at, " ");
    if (strlen(word) == len && memcmp(word, at, len) == 0) {
      return true;
    }
    at += len + (at[len] == ' ' ? 1 : 0);
  }
  return false;
}

/* check_fields: every key is among `known`, every word of `needed` is a key. */
static bool check_fields(const json *object, const char *known, const char *needed,
                         const place *at) {
  if (!json_is_object(object)) {
    return fail(at, "", "an object belongs here");
  }
  for (const json *m = json_first(object); m != NULL; m = json_next(m)) {
    if (!vector_is_among(json_key(m), known)) {
      return fail(at, json_key(m), "an unknown field: remove it, or use a newer dciauth-conform");
    }
  }
  for (const char *word = needed; *word != '\0';) {
    char key[32];
    size_t len = strcspn(word, " ");
    snprintf(key, sizeof key, "%.*s", (int)len, word);
    if (json_get(object, key) == NULL) {
      return fail(at, key, "missing: add it");
    }
    word += len + (word[len] == ' ' ? 1 : 0);
  }
  return true;
}

static bool read_expected(vector *v, const place *at) {
  const char *word = NULL;
  if (strcmp(v->op, "verify") == 0) {
    word = json_str(json_get(v->expected, "verify"), "decision");
    bool known = word != NULL && (strcmp(word, "accept") == 0 || strcmp(word, "reject") == 0);
    return known || fail(at, "expected/verify/decision", "accept or reject belongs here");
  }
  const json *error = json_get(v->expected, "error");
  if (error != NULL) {
    return json_str(error, "class") != NULL || fail(at, "expected/error/class", "missing: add it");
  }
  return json_is_object(json_get(v->expected, "stages")) ||
         fail(at, "expected/stages", "missing: add the stages, or an error");
}

static bool read_result(vector *v, const place *at) {
  const char *result = json_str(v->test, "result");
  if (result == NULL || !vector_is_among(result, "valid invalid acceptable")) {
    return fail(at, "result", "valid, invalid or acceptable belongs here");
  }
  v->invalid = strcmp(result, "invalid") == 0;
  v->acceptable = strcmp(result, "acceptable") == 0;
  const json *settled = json_get(json_get(v->test, "provenance"), "settled");
  return json_bool(settled, &v->settled) ||
         fail(at, "provenance/settled", "true or false belongs here");
}

static bool is_id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* The schema has the same rule. */
bool vector_is_id(const char *s) {
  bool word = false; /* the character before belongs to a word */
  for (; *s != '\0'; s++) {
    bool separator = strchr("._/-", *s) != NULL;
    if (!is_id_character(*s) && !(separator && word)) {
      return false;
    }
    word = !separator;
  }
  return word;
}

bool vector_is_sweep(const char *path) {
  static const char suffix[] = "-generated.json";
  size_t len = strlen(path), most = sizeof suffix - 1;
  return len > most && strcmp(path + len - most, suffix) == 0;
}

static bool read_test(const json *test, const char *op, vector_set *set, const place *at) {
  if (!check_fields(test,
                    "id aliases since changed digest title comment level severity flags requires "
                    "result knob policy input recipe twin expected alternatives conflicts_with "
                    "spec provenance seen_in",
                    "id title result input expected provenance", at)) {
    return false;
  }
  vector v = {.id = json_str(test, "id"),
              .title = json_str(test, "title"),
              .comment = json_str(test, "comment"),
              .severity = json_str(test, "severity"),
              .op = op,
              .file = set->files[set->num_documents - 1],
              .sweep = vector_is_sweep(set->files[set->num_documents - 1]),
              .twin = NO_TWIN,
              .test = test,
              .input = json_get(test, "input"),
              .expected = json_get(test, "expected"),
              .requires = json_get(test, "requires")};
  v.comment = v.comment != NULL ? v.comment : "";
  v.severity = v.severity != NULL ? v.severity : "";
  if (v.id == NULL || v.title == NULL) {
    return fail(at, v.id == NULL ? "id" : "title", "a string belongs here");
  }
  if (!vector_is_id(v.id)) {
    return fail(at, "id", "no id: write small letters and digits, and single . _ / - between them");
  }
  v.profile = json_str(v.input, "profile");
  if (v.profile == NULL) {
    return fail(at, "input/profile", "missing: add it, or to the group's defaults");
  }
  if (!read_result(&v, at) || !read_expected(&v, at)) {
    return false;
  }
  set->items = mem_resize(set->items, set->num + 1, sizeof *set->items);
  set->items[set->num++] = v;
  return true;
}

static bool read_group(json *root, const json *group, size_t index, const char *op, vector_set *set,
                       place *at) {
  snprintf(at->pointer, sizeof at->pointer, "/groups/%zu", index);
  if (!check_fields(group, "id title source defaults tests", "id tests", at)) {
    return false;
  }
  size_t i = 0;
  for (const json *t = json_first(json_get(group, "tests")); t != NULL; t = json_next(t), i++) {
    snprintf(at->pointer, sizeof at->pointer, "/groups/%zu/tests/%zu", index, i);
    const json *input = json_get(t, "input");
    if (!json_is_object(input)) {
      return fail(at, "input", "an object belongs here");
    }
    /* The one change that is made to a document: its root is ours. */
    json_merge(root, (json *)(uintptr_t)input, json_get(group, "defaults"));
    if (!read_test(t, op, set, at)) {
      return false;
    }
  }
  return true;
}

static bool read_document(json *root, vector_set *set, place *at) {
  if (!check_fields(root, "schema suite file op license header count notes groups",
                    "schema suite file op count groups", at)) {
    return false;
  }
  const char *op = json_str(root, "op"), *suite = json_str(root, "suite");
  if (op == NULL || !vector_is_among(op, "sign presign verify")) {
    return fail(at, "op", "sign, presign or verify belongs here");
  }
  if (suite == NULL || strtol(suite, NULL, 10) > NEWEST_MAJOR) {
    return fail(at, "suite", "a newer major version: use a newer dciauth-conform");
  }
  set->suite = suite;
  size_t before = set->num, index = 0;
  for (const json *g = json_first(json_get(root, "groups")); g != NULL; g = json_next(g)) {
    if (!read_group(root, g, index++, op, set, at)) {
      return false;
    }
  }
  int64_t count = 0;
  at->pointer[0] = '\0';
  bool counted = json_int(json_get(root, "count"), &count) && count == (int64_t)(set->num - before);
  return counted || fail(at, "count", "not the number of tests: set it right");
}

/* can_be_opened: a pipe would be waited for, and a link may lead nowhere, or to itself. */
static bool can_be_opened(const char *path, text *problem) {
  struct stat info;
  if (stat(path, &info) != 0) {
    bool lost = errno == ENOENT || errno == ELOOP;
    text_printf(problem, "%s: %s", path, lost ? "a link to nothing: remove it" : strerror(errno));
  } else if (!S_ISREG(info.st_mode)) {
    text_printf(problem, "%s: no regular file: remove it", path);
  } else if (info.st_size > MAX_FILE) {
    long long size = (long long)info.st_size;
    text_printf(problem, "%s: %lld MiB, at most %d: split it", path, size >> 20, MAX_FILE >> 20);
  } else {
    return true;
  }
  return false;
}

json *vector_file_parse(const char *path, text *problem) {
  text content = {0};
  json_error error;
  if (!can_be_opened(path, problem) || !file_read(path, &content, problem)) {
    text_free(&content);
    return NULL;
  }
  json *root = json_parse(text_span(&content), &error);
  text_free(&content);
  if (root == NULL) {
    json_error_put(problem, path, &error);
  }
  return root;
}

bool vector_file_read(const char *path, vector_set *set, text *problem) {
  json *root = vector_file_parse(path, problem);
  if (root == NULL) {
    return false;
  }
  size_t num = ++set->num_documents;
  set->documents = mem_resize(set->documents, num, sizeof(json *));
  set->files = mem_resize(set->files, num, sizeof(char *));
  set->documents[num - 1] = root;
  set->files[num - 1] = mem_text(path, strlen(path));
  place at = {path, "", problem};
  return read_document(root, set, &at);
}
