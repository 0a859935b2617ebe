/* SPDX-License-Identifier: Apache-2.0 */
/* vector_folder.c - walks the folder of vectors: <profile>/<area>.json. */
#include "vector_folder.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

static bool is_directory(const char *path) {
  struct stat info;
  return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool ends_in_json(const char *name) {
  size_t len = strlen(name);
  return len > 5 && strcmp(name + len - 5, ".json") == 0;
}

static void free_entries(struct dirent **entries, int num) {
  for (int i = 0; i < num; i++) {
    free(entries[i]);
  }
  free(entries);
}

bool vector_folder_walk_top(const char *dir, vector_visit visit, void *arg) {
  struct dirent **entries = NULL;
  int num = scandir(dir, &entries, NULL, alphasort);
  bool goes_on = num >= 0 || visit(dir, false, arg);
  for (int i = 0; i < num && goes_on; i++) {
    text path = {0};
    text_printf(&path, "%s/%s", dir, entries[i]->d_name);
    if (ends_in_json(entries[i]->d_name) && !is_directory(path.ptr)) {
      goes_on = visit(path.ptr, true, arg);
    }
    text_free(&path);
  }
  free_entries(entries, num);
  return goes_on;
}

bool vector_folder_walk(const char *dir, vector_visit visit, void *arg, text *problem) {
  struct dirent **entries = NULL;
  int num = scandir(dir, &entries, NULL, alphasort);
  bool goes_on = num >= 0;
  if (!goes_on) {
    text_printf(problem, "%s: no such folder: name the folder of vectors with --vectors DIR", dir);
  }
  for (int i = 0; i < num && goes_on; i++) {
    const char *name = entries[i]->d_name;
    text path = {0};
    text_printf(&path, "%s/%s", dir, name);
    if (name[0] != '.' && strcmp(name, "schema") != 0 && is_directory(path.ptr)) {
      goes_on = vector_folder_walk_top(path.ptr, visit, arg);
    }
    text_free(&path);
  }
  free_entries(entries, num);
  return goes_on;
}
