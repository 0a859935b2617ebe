/* SPDX-License-Identifier: Apache-2.0 */
/* profiles.c - one table of rows for the whole program, filled before the first vector is sent. */
#include "profiles.h"

#include "file_read.h"
#include "json.h"
#include "memory.h"
#include "visible.h"

#include <limits.h>
#include <stdlib.h>

typedef struct {
  const dciauth_profile *profile;
  void *work; /* in which it lies */
} own_row;

static own_row *rows;
static size_t num_rows;

/* place is where in a file something is wrong. */
typedef struct {
  const char *path;
  size_t index;
  text *problem;
} place;

static bool fail(const place *at, const char *key, const char *what) {
  text_printf(at->problem, "%s: /%zu%s", at->path, at->index, key[0] != '\0' ? "/" : "");
  visible_put(at->problem, dciauth_str(key), 80);
  text_printf(at->problem, ": %s", what);
  return false;
}

/* read_rule turns a member into a rule; what it is called and says is for the library to judge. */
static bool read_rule(const json *member, const place *at, dciauth_rule *out) {
  int64_t number = 0;
  *out = (dciauth_rule){json_key(member), json_string(member), 0};
  if (out->text != NULL) {
    return true;
  }
  if (!json_int(member, &number) || number < INT_MIN || number > INT_MAX) {
    return fail(at, json_key(member), "a string or a small number belongs here");
  }
  out->number = (int)number;
  return true;
}

/* read_rules reads every member but `base`. */
static bool read_rules(const json *object, const place *at, dciauth_rule *rules, size_t *num) {
  bool fine = true;
  *num = 0;
  for (const json *m = json_first(object); m != NULL && fine; m = json_next(m)) {
    if (strcmp(json_key(m), "base") != 0) {
      fine = read_rule(m, at, &rules[(*num)++]);
    }
  }
  return fine;
}

static bool is_column(const char *name) {
  const dciauth_profile *any = dciauth_profile_at(0);
  size_t i = 0;
  const char *column = dciauth_profile_rule(any, 0).column;
  while (column != NULL && strcmp(column, name) != 0) {
    column = dciauth_profile_rule(any, ++i).column;
  }
  return column != NULL;
}

/* fail_rule says why the library did not take a rule. */
static bool fail_rule(const place *at, const dciauth_rule *rule) {
  return is_column(rule->column)
             ? fail(at, rule->column, "no value of this column: see vectors/README.md, Profiles")
             : fail(at, rule->column,
                    "there is no such column: `dciauth-conform export profiles` shows all");
}

static bool make_row(const dciauth_profile *base, const dciauth_rule *rules, size_t num,
                     const place *at) {
  size_t bound = dciauth_profile_bound(rules, num);
  own_row row = {NULL, mem_alloc(bound, 1)};
  dciauth_own_profile own;
  if (dciauth_profile_make(base, rules, num, (dciauth_work){row.work, bound}, &own) != DCIAUTH_OK) {
    free(row.work);
    return own.wrong < num
               ? fail_rule(at, &rules[own.wrong])
               : fail(at, "",
                      "these columns do not go together: it needs an algorithm and a date header, "
                      "names of headers that differ and are not Host or Authorization, a payload "
                      "header if `payload` says so, and a terminator and an authorization that go "
                      "with the scope");
  }
  row.profile = own.profile;
  rows = mem_resize(rows, num_rows + 1, sizeof *rows);
  rows[num_rows++] = row;
  return true;
}

static bool read_row(const json *object, const place *at) {
  const char *name = json_str(object, "name");
  const char *base_name = json_get(object, "base") != NULL ? json_str(object, "base") : "aws4";
  if (!json_is_object(object)) {
    return fail(at, "", "an object belongs here");
  }
  if (name == NULL) {
    return fail(at, "name", "a name of its own belongs here");
  }
  if (profiles_find(dciauth_str(name)) != NULL) {
    return fail(at, "name", "there is a row of this name already");
  }
  const dciauth_profile *base = base_name != NULL ? profiles_find(dciauth_str(base_name)) : NULL;
  if (base == NULL) {
    return fail(at, "base", "the name of a row belongs here, of the library or one before");
  }
  size_t num;
  dciauth_rule *rules = mem_alloc(json_count(object), sizeof *rules);
  bool fine = read_rules(object, at, rules, &num) && make_row(base, rules, num, at);
  free(rules);
  return fine;
}

static bool read_rows(const char *path, const json *root, text *problem) {
  place at = {path, 0, problem};
  bool fine = json_is_array(root) && json_first(root) != NULL;
  if (!fine) {
    text_printf(problem, "%s: an array of rows belongs here, each an object", path);
  }
  for (const json *row = json_first(root); fine && row != NULL; row = json_next(row), at.index++) {
    fine = read_row(row, &at);
  }
  return fine;
}

bool profiles_load(const char *path, text *problem) {
  text content = {0};
  json_error error;
  bool fine = false;
  if (file_read(path, &content, problem)) {
    json *root = json_parse(text_span(&content), &error);
    if (root != NULL) {
      fine = read_rows(path, root, problem);
    } else {
      json_error_put(problem, path, &error);
    }
    json_free(root);
  }
  text_free(&content);
  return fine;
}

void profiles_free(void) {
  for (size_t i = 0; i < num_rows; i++) {
    free(rows[i].work);
  }
  free(rows);
  rows = NULL;
  num_rows = 0;
}

const dciauth_profile *profiles_at(size_t i) {
  size_t built_in = 0;
  while (dciauth_profile_at(built_in) != NULL) {
    built_in++;
  }
  if (i < built_in) {
    return dciauth_profile_at(i);
  }
  return i - built_in < num_rows ? rows[i - built_in].profile : NULL;
}

const dciauth_profile *profiles_find(dciauth_span name) {
  const dciauth_profile *found = dciauth_profile_find(name);
  for (size_t i = 0; found == NULL && i < num_rows; i++) {
    const char *own = dciauth_profile_rule(rows[i].profile, 0).text;
    bool same = strlen(own) == name.len && memcmp(own, name.ptr, name.len) == 0;
    found = same ? rows[i].profile : NULL;
  }
  return found;
}
