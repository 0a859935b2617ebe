/* SPDX-License-Identifier: Apache-2.0 */
/* validate_file.c - one file: can it be read, has it the form of one, do its own numbers and names
 * go together? */
#include "memory.h"
#include "validate.h"
#include "vector_file.h"
#include "vector_forms.h"

validated_file *validation_add(validation *v, const char *path) {
  validated_file *file = mem_alloc(1, sizeof *file);
  file->path = mem_text(path, strlen(path));
  v->files = mem_resize(v->files, v->num_files + 1, sizeof(validated_file *));
  v->files[v->num_files++] = file;
  return file;
}

json *validation_open(validated_file *file) {
  text problem = {0};
  json *root = vector_file_parse(file->path, &problem);
  if (root == NULL) {
    text_puts(&file->found.lines, text_str(&problem)); /* it names the file itself */
    text_puts(&file->found.lines, "\n");
    file->found.num++;
  }
  text_free(&problem);
  return root;
}

/* check_whole: with the group's defaults, the input has everything. */
static bool check_whole(const subject *s) {
  static const char *const of_signing[] = {"profile", "credentials", "params", NULL};
  static const char *const of_verifying[] = {"profile", "keyring", "expect", "clock", NULL};
  const char *const *needed = strcmp(s->op, "verify") == 0 ? of_verifying : of_signing;
  const json *input = json_get(s->test, "input");
  place at = place_of(&s->at, "input");
  bool whole = json_is_object(input);
  for (; json_is_object(input) && *needed != NULL; needed++) {
    place below = place_of(&at, *needed);
    whole = (json_get(input, *needed) != NULL ||
             place_blame(&below, "missing: add it, or to the group's defaults")) &&
            whole;
  }
  return whole;
}

/* has_form: what is wrong with it has been said with the file. */
static bool has_form(const subject *s) {
  findings aside = {0};
  place at = s->at;
  at.out = &aside;
  form_check(s->test, vector_form_of_test(s->op, s->sweep), &at);
  bool fine = aside.num == 0;
  findings_free(&aside);
  return fine;
}

/* take_tests adds the tests of a group. The defaults are merged as the loader does it: the root of
 * the document is ours. */
static void take_tests(json *root, const json *group, const subject *common, validation *v) {
  const json *defaults = json_get(group, "defaults"), *tests = json_get(group, "tests");
  place list = place_of(&common->at, "tests");
  size_t i = 0;
  for (const json *t = json_first(tests); t != NULL; t = json_next(t)) {
    subject s = *common;
    s.at = place_at(&list, i++);
    s.test = t;
    s.id = json_str(t, "id");
    s.sound = has_form(&s);
    const json *input = json_get(t, "input");
    if (json_is_object(input)) {
      json_merge(root, (json *)(uintptr_t)input, defaults);
    }
    s.sound = check_whole(&s) && s.sound;
    v->subjects = mem_resize(v->subjects, v->num_subjects + 1, sizeof *v->subjects);
    v->subjects[v->num_subjects++] = s;
  }
}

static void take_groups(json *root, const subject *common, validation *v) {
  place list = place_of(&common->at, "groups");
  size_t i = 0;
  for (const json *g = json_first(json_get(root, "groups")); g != NULL; g = json_next(g)) {
    subject s = *common;
    s.at = place_at(&list, i++);
    take_tests(root, g, &s, v);
  }
}

static void check_count(const validated_file *file, const place *at) {
  int64_t count = 0;
  place below = place_of(at, "count");
  if (json_int(json_get(file->root, "count"), &count) && count != (int64_t)file->num_tests) {
    place_blame(&below, "not the number of tests: set it to %zu", file->num_tests);
  }
}

/* check_name: a file names itself, <profile>/<area>, as its path ends. */
static void check_name(const validated_file *file, const place *at) {
  const char *name = json_str(file->root, "file"), *end = file->path + strlen(file->path) - 5;
  size_t len = name != NULL ? strlen(name) : 0;
  place below = place_of(at, "file");
  bool fits = len < (size_t)(end - file->path) && end[-(ptrdiff_t)len - 1] == '/' &&
              strncmp(end - len, name != NULL ? name : "", len) == 0;
  if (name != NULL && !fits) {
    place_blame(&below, "not where the file is: <folder>/<file name>, without .json, belongs here");
  }
}

static bool has_flag(const subject *s, const char *flag) {
  for (const json *f = json_first(json_get(s->test, "flags")); f != NULL; f = json_next(f)) {
    if (json_string(f) != NULL && strcmp(json_string(f), flag) == 0) {
      return true;
    }
  }
  return false;
}

/* check_notes: a note has a test that bears its flag. */
static void check_notes(const json *notes, const subject *tests, size_t num, const place *at) {
  place list = place_of(at, "notes");
  for (const json *n = json_first(notes); n != NULL; n = json_next(n)) {
    bool used = false;
    for (size_t i = 0; i < num && !used; i++) {
      used = has_flag(&tests[i], json_key(n));
    }
    place below = place_of(&list, json_key(n));
    if (!used) {
      place_blame(&below, "no test has this flag: remove the note, or flag a test");
    }
  }
}

void validate_file(const char *path, validation *v) {
  validated_file *file = validation_add(v, path);
  file->root = validation_open(file);
  if (file->root == NULL) {
    return;
  }
  place at = {&file->found, file->path, ""};
  file->sweep = vector_is_sweep(path);
  if (!json_is_object(file->root)) {
    place_blame(&at, "an object belongs here");
    return;
  }
  const char *op = json_str(file->root, "op");
  const form *wanted = op != NULL ? vector_form_of_file(op, file->sweep) : NULL;
  if (wanted == NULL) {
    place below = place_of(&at, "op");
    place_blame(&below, "%s belongs here", file->sweep ? "sign" : "sign, presign or verify");
    return;
  }
  form_check(file->root, wanted, &at);
  size_t before = v->num_subjects;
  subject common = {
      .notes = json_get(file->root, "notes"), .op = op, .sweep = file->sweep, .at = at};
  take_groups(file->root, &common, v);
  file->num_tests = v->num_subjects - before;
  check_count(file, &at);
  check_name(file, &at);
  check_notes(common.notes, v->subjects + before, file->num_tests, &at);
}
