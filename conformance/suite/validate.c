/* SPDX-License-Identifier: Apache-2.0 */
/* validate.c - the command `validate`: is a folder of vectors, whoever wrote it, one that this and
 * other programs can use? Every file is named, and everything that is wrong in it. */
#include "validate.h"

#include "commands.h"
#include "result.h"
#include "vector_folder.h"
#include "visible.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static bool visit(const char *path, bool readable, void *arg) {
  validation *v = arg;
  if (readable) {
    validate_file(path, v);
    return true;
  }
  validated_file *folder = validation_add(v, path);
  place at = {&folder->found, folder->path, ""};
  place_blame(&at, "cannot be read as a folder");
  return true;
}

/* ---- The registries and what else lies beside the folders ------------------------------------ */

static bool exists(const char *path) {
  struct stat info;
  return stat(path, &info) == 0;
}

static void take_registry(validation *v, names_kind kind, const char *dir) {
  text path = {0};
  text_printf(&path, "%s/%s", dir, names_file(kind));
  if (exists(path.ptr)) {
    validated_file *file = validation_add(v, path.ptr);
    place at = {&file->found, file->path, ""};
    file->is_registry = true;
    json *document = validation_open(file);
    if (document != NULL) {
      names_take(&v->known, kind, document, &at);
    }
  }
  text_free(&path);
}

/* take_registries: the folder's own, and for what it does not have the suite's; but its retired ids
 * are its own affair. */
static void take_registries(validation *v, const char *dir, const char *suite) {
  for (names_kind kind = 0; kind < NAMES_NUM; kind++) {
    take_registry(v, kind, dir);
    if (v->known.registry[kind] == NULL && kind != NAMES_RETIRED) {
      take_registry(v, kind, suite);
    }
  }
}

/* visit_top: a file beside the folders that looks like one of vectors would never be run. */
static bool visit_top(const char *path, bool readable, void *arg) {
  validation *v = arg;
  for (size_t i = 0; i < v->num_files && readable; i++) {
    if (strcmp(v->files[i]->path, path) == 0) {
      return true; /* a registry */
    }
  }
  validated_file *file = validation_add(v, path);
  place at = {&file->found, file->path, ""};
  file->is_registry = true;
  file->root = readable ? validation_open(file) : NULL;
  if (json_get(file->root, "groups") != NULL) {
    place_blame(&at, "vectors are looked for in folders: move it to <profile>/<area>.json");
  }
  return true;
}

/* ---- What is told ---------------------------------------------------------------------------- */

static void print_file(const validated_file *file) {
  text path = {0};
  visible_put(&path, dciauth_str(file->path), SIZE_MAX);
  if (file->found.num > 0) {
    fwrite(file->found.lines.ptr, 1, file->found.lines.len, stdout);
  } else if (!file->is_registry) {
    printf("%s: %zu vectors\n", text_str(&path), file->num_tests);
  }
  if (file->found.num > MAX_FINDINGS) {
    printf("%s: and %zu more\n", text_str(&path), file->found.num - MAX_FINDINGS);
  }
  text_free(&path);
}

/* totals are the numbers of the last line. */
typedef struct {
  size_t files, bad_files, findings, authored, swept;
} totals;

static totals count(const validation *v) {
  totals t = {0};
  for (size_t i = 0; i < v->num_files; i++) {
    const validated_file *file = v->files[i];
    t.files += file->is_registry ? 0 : 1;
    t.bad_files += file->found.num > 0 ? 1 : 0;
    t.findings += file->found.num;
    *(file->sweep ? &t.swept : &t.authored) += file->num_tests;
  }
  return t;
}

static const char *plural(size_t num) {
  return num == 1 ? "" : "s";
}

static int print_all(const validation *v) {
  totals t = count(v);
  for (size_t i = 0; i < v->num_files; i++) {
    print_file(v->files[i]);
  }
  printf("%zu file%s, %zu vectors and %zu in sweeps: ", t.files, plural(t.files), t.authored,
         t.swept);
  if (t.findings > 0) {
    printf("%zu problem%s in %zu file%s\n", t.findings, plural(t.findings), t.bad_files,
           plural(t.bad_files));
  } else {
    puts("nothing is wrong");
  }
  return t.findings > 0 ? EXIT_USAGE : EXIT_CONFORMANT;
}

/* ---- The command ----------------------------------------------------------------------------- */

static void check_tests(validation *v) {
  validate_index(v);
  for (size_t i = 0; i < v->num_subjects; i++) {
    const subject *s = &v->subjects[i];
    if (!s->sound) {
      continue;
    }
    validate_results(s);
    validate_names(s, &v->known);
    validate_twin(s, v);
    validate_stages(s);
    validate_digest(s);
  }
}

/* check_loads: `run` takes the folder, too. What it refuses must have been found before this. */
static void check_loads(validation *v, const char *dir) {
  vector_set set = {0};
  text problem = {0};
  if (count(v).findings == 0 && !vectors_load(dir, &set, &problem)) {
    validated_file *folder = validation_add(v, dir);
    folder->is_registry = true;
    text_printf(&folder->found.lines, "%s\n", text_str(&problem));
    folder->found.num++;
  }
  vectors_free(&set);
  text_free(&problem);
}

static void free_all(validation *v) {
  for (size_t i = 0; i < v->num_files; i++) {
    json_free(v->files[i]->root);
    findings_free(&v->files[i]->found);
    free(v->files[i]->path);
    free(v->files[i]);
  }
  free(v->files);
  free(v->subjects);
  free(v->ids);
  names_free(&v->known);
}

int validate_command(const options *o) {
  const char *dir = o->arguments[0];
  validation v = {0};
  text problem = {0};
  if (!vector_folder_walk(dir, visit, &v, &problem)) {
    fprintf(stderr,
            "dciauth-conform: %s: no folder: name the one that holds <profile>/<area>.json\n", dir);
    text_free(&problem);
    return EXIT_USAGE;
  }
  take_registries(&v, dir, o->vectors);
  vector_folder_walk_top(dir, visit_top, &v);
  check_tests(&v);
  check_loads(&v, dir);
  int status = print_all(&v);
  free_all(&v);
  text_free(&problem);
  return status;
}
