/* SPDX-License-Identifier: Apache-2.0 */
/* mutants.c - the build puts the program dciauth-mutant-shim and the list of what it knows into the
 * folder of this program. */
#include "mutants.h"

#include "file_read.h"
#include "memory.h"

#include <stdlib.h>
#include <unistd.h>

/* beside_us returns the path of a file in the folder of this program. */
static char *beside_us(const char *name) {
  char program[4096];
  text path = {0};
  ssize_t len = readlink("/proc/self/exe", program, sizeof program);
  while (len > 0 && program[len - 1] != '/') {
    len--;
  }
  text_put(&path, program, len > 0 ? (size_t)len : 0);
  text_puts(&path, name);
  return path.ptr;
}

static const char *string_of(const json *object, const char *key) {
  const char *s = json_str(object, key);
  return s != NULL ? s : "";
}

static void take_rows(mutant_list *out) {
  out->items = mem_alloc(json_count(out->document), sizeof *out->items);
  for (const json *m = json_first(out->document); m != NULL; m = json_next(m)) {
    out->items[out->num++] = (mutant_row){string_of(m, "name"), string_of(m, "area"),
                                          string_of(m, "story"), string_of(m, "see")};
  }
}

static bool parse_list(const char *path, const text *content, mutant_list *out, text *problem) {
  json_error error;
  out->document = json_parse(text_span(content), &error);
  if (out->document == NULL) {
    text_printf(problem, "%s: line %zu: %s", path, error.line, error.what);
    return false;
  }
  take_rows(out);
  return true;
}

bool mutants_load(mutant_list *out, text *problem) {
  char *path = beside_us("dciauth-mutants.json");
  text content = {0};
  *out = (mutant_list){0};
  if (access(path, F_OK) != 0) {
    text_printf(problem,
                "%s: there is no such file: mutants are there in a build with tests alone, "
                "cmake --preset default -DDCIAUTH_TESTS=ON",
                path);
  }
  bool fine = problem->len == 0 && file_read(path, &content, problem) &&
              parse_list(path, &content, out, problem);
  text_free(&content);
  free(path);
  return fine;
}

void mutants_free(mutant_list *list) {
  free(list->items);
  json_free(list->document);
  *list = (mutant_list){0};
}

static bool is_there(const mutant_list *list, const char *name) {
  bool found = strcmp(name, "none") == 0;
  for (size_t i = 0; i < list->num && !found; i++) {
    found = strcmp(list->items[i].name, name) == 0;
  }
  return found;
}

bool mutants_target(const char *name, target *out, text *problem) {
  mutant_list list;
  bool fine = mutants_load(&list, problem);
  if (fine && !is_there(&list, name)) {
    text_printf(problem, MUTANT_PREFIX "%s: no such mutant: see `dciauth-conform list mutants`",
                name);
    fine = false;
  }
  if (fine) {
    out->argv = mem_alloc(3, sizeof *out->argv);
    out->argv[0] = beside_us("dciauth-mutant-shim");
    out->argv[1] = mem_text(name, strlen(name));
  }
  mutants_free(&list);
  return fine;
}

void mutants_put(const mutant_list *list, text *out) {
  for (size_t i = 0; i < list->num; i++) {
    text_printf(out, "%-36s %s\n", list->items[i].name, list->items[i].story);
  }
}
