/* SPDX-License-Identifier: Apache-2.0 */
/* target.c - names of targets. A shim is found by the `name` in its shim.json; it runs in the
 * folder of that file, so that its command may be relative. */
#include "target.h"

#include "file_read.h"
#include "memory.h"
#include "mutants.h"
#include "visible.h"

#include <glob.h>
#include <stdlib.h>
#include <unistd.h>

static void add_word(char ***list, size_t *num, char *word) {
  *list = mem_resize(*list, *num + 2, sizeof **list);
  (*list)[(*num)++] = word;
  (*list)[*num] = NULL;
}

static void parse_command(const char *command, target *out) {
  size_t num = 0;
  text script = {0};
  text_printf(&script, "exec %s", command);
  add_word(&out->argv, &num, mem_text("/bin/sh", 7));
  add_word(&out->argv, &num, mem_text("-c", 2));
  add_word(&out->argv, &num, mem_text(script.ptr, script.len));
  text_free(&script);
}

/* parse_library lets this program serve the shared object, in a process of its own. Without a slash
 * the loader would look for it elsewhere. */
static void parse_library(const char *path, target *out) {
  size_t num = 0;
  char program[4096];
  ssize_t len = readlink("/proc/self/exe", program, sizeof program);
  text library = {0};
  text_printf(&library, "%s%s", strchr(path, '/') == NULL ? "./" : "", path);
  add_word(&out->argv, &num, mem_text(program, len > 0 ? (size_t)len : 0));
  add_word(&out->argv, &num, mem_text("serve", 5));
  add_word(&out->argv, &num, library.ptr);
}

/* put_word appends a string of a shim.json, which may be anything, or be missing. */
static void put_word(const char *s, text *out) {
  visible_put(out, dciauth_str(s != NULL ? s : "?"), 80);
}

/* read_shim parses one shim.json; NULL if it cannot be read. */
static json *read_shim(const char *path, text *problem) {
  text content = {0};
  json_error error;
  json *root = NULL;
  if (file_read(path, &content, problem)) {
    root = json_parse(text_span(&content), &error);
    if (root == NULL) {
      json_error_put(problem, path, &error);
    }
  }
  text_free(&content);
  return root;
}

/* find_files: the folder is a name, whatever characters are in it. */
static void find_files(const char *shims, glob_t *found) {
  text pattern = {0};
  for (const char *c = shims; *c != '\0'; c++) {
    text_puts(&pattern, strchr("*?[\\", *c) != NULL ? "\\" : "");
    text_put(&pattern, c, 1);
  }
  text_puts(&pattern, "/*/*/shim.json");
  if (glob(pattern.ptr, 0, NULL, found) == GLOB_NOSPACE) {
    mem_fail();
  }
  text_free(&pattern);
}

/* take_kind reads how the shim wants to be run; a persistent process is the rule. */
static bool take_kind(const char *path, const json *shim, target *out, text *problem) {
  const json *kind = json_get(shim, "kind");
  const char *word = kind != NULL ? json_string(kind) : "exec";
  out->is_once = word != NULL && strcmp(word, "exec-once") == 0;
  if (out->is_once || (word != NULL && strcmp(word, "exec") == 0)) {
    return true;
  }
  text_printf(problem, "%s: /kind: \"exec\" or \"exec-once\" belongs here", path);
  return false;
}

/* take_errors reads the errormap.json of a shim that has one. */
static bool take_errors(target *out, text *problem) {
  text path = {0};
  text_printf(&path, "%s/errormap.json", out->folder);
  bool fine = access(path.ptr, F_OK) != 0 || errormap_read(path.ptr, &out->errors, problem);
  text_free(&path);
  return fine;
}

static bool take_shim(const char *path, const json *shim, target *out, text *problem) {
  const json *start = json_get(shim, "start");
  size_t num = 0;
  for (const json *word = json_first(start); word != NULL; word = json_next(word)) {
    const char *s = json_string(word);
    if (s == NULL) {
      break;
    }
    add_word(&out->argv, &num, mem_text(s, strlen(s)));
  }
  if (num == 0 || num != json_count(start)) {
    text_printf(problem, "%s: /start: an array of strings belongs here", path);
    return false;
  }
  if (!take_kind(path, shim, out, problem)) {
    return false;
  }
  for (const json *m = json_first(json_get(shim, "env")); m != NULL; m = json_next(m)) {
    text pair = {0};
    text_printf(&pair, "%s=%s", json_key(m), json_string(m) != NULL ? json_string(m) : "");
    add_word(&out->env, &out->num_env, pair.ptr);
  }
  out->folder = mem_text(path, strlen(path) - strlen("/shim.json"));
  return take_errors(out, problem);
}

static bool find_shim(const char *name, const char *shims, target *out, text *problem) {
  glob_t found = {0};
  find_files(shims, &found);
  text names = {0};
  bool known = false, fine = true;
  for (size_t i = 0; i < found.gl_pathc && fine && !known; i++) {
    json *shim = read_shim(found.gl_pathv[i], problem);
    const char *this_name = json_str(shim, "name");
    text_puts(&names, " ");
    put_word(this_name, &names);
    known = this_name != NULL && strcmp(this_name, name) == 0;
    fine = shim != NULL && (!known || take_shim(found.gl_pathv[i], shim, out, problem));
    json_free(shim);
  }
  globfree(&found);
  if (fine && !known) {
    text_printf(problem,
                "%s: no such target. There are: ref, exec:CMD, exec-once:CMD, lib:PATH, "
                "mutant:NAME, and the shims in %s:%s. "
                "A command of your own is exec:./my-shim",
                name, shims, names.len > 0 ? names.ptr : " none");
  }
  text_free(&names);
  return fine && known;
}

static const struct {
  const char *prefix;
  void (*parse)(const char *rest, target *out);
  const char *needs;
} kinds[] = {{"exec:", parse_command, "a command, as in exec:./my-shim"},
             {"exec-once:", parse_command, "a command, as in exec-once:./my-shim"},
             {"lib:", parse_library, "a shared object, as in lib:./my-shim.so"}};

enum { NUM_KINDS = sizeof kinds / sizeof *kinds };

static size_t find_kind(const char *spec) {
  size_t i = 0;
  while (i < NUM_KINDS && strncmp(spec, kinds[i].prefix, strlen(kinds[i].prefix)) != 0) {
    i++;
  }
  return i;
}

bool target_parse(const char *spec, const char *shims, target *out, text *problem) {
  *out = (target){.name = mem_text(spec, strlen(spec))};
  if (strcmp(spec, "ref") == 0) {
    out->is_ref = true;
    return true;
  }
  if (strncmp(spec, MUTANT_PREFIX, strlen(MUTANT_PREFIX)) == 0) {
    return mutants_target(spec + strlen(MUTANT_PREFIX), out, problem);
  }
  size_t kind = find_kind(spec);
  if (kind == NUM_KINDS) {
    return find_shim(spec, shims, out, problem);
  }
  const char *rest = spec + strlen(kinds[kind].prefix);
  if (rest[0] == '\0') {
    text_printf(problem, "%s needs %s", spec, kinds[kind].needs);
    return false;
  }
  out->is_once = strcmp(kinds[kind].prefix, "exec-once:") == 0;
  kinds[kind].parse(rest, out);
  return true;
}

static void free_list(char **list) {
  for (size_t i = 0; list != NULL && list[i] != NULL; i++) {
    free(list[i]);
  }
  free(list);
}

void target_add_env(target *t, const char *pair) {
  add_word(&t->env, &t->num_env, mem_text(pair, strlen(pair)));
}

void target_free(target *t) {
  free(t->name);
  free(t->folder);
  free_list(t->argv);
  free_list(t->env);
  errormap_free(&t->errors);
  *t = (target){0};
}

static void put_shim(const json *shim, text *out) {
  text name = {0};
  put_word(json_str(shim, "name"), &name);
  text_printf(out, "%-24s ", text_str(&name));
  put_word(json_str(shim, "language"), out);
  text_puts(out, ", ");
  put_word(json_str(shim, "package"), out);
  text_puts(out, " ");
  put_word(json_str(shim, "version"), out);
  text_puts(out, "\n");
  text_free(&name);
}

void target_list(const char *shims, text *out) {
  glob_t found = {0};
  find_files(shims, &found);
  for (size_t i = 0; i < found.gl_pathc; i++) {
    text problem = {0};
    json *shim = read_shim(found.gl_pathv[i], &problem);
    if (shim == NULL) {
      text_printf(out, "%s\n", problem.ptr);
    } else {
      put_shim(shim, out);
    }
    text_free(&problem);
    json_free(shim);
  }
  globfree(&found);
}
