/* SPDX-License-Identifier: Apache-2.0 */
/* vectors.c - loads a folder of vectors and ties the tests together: ids are unique, twins exist.
 */
#include "vectors.h"

#include "memory.h"
#include "vector_file.h"
#include "vector_folder.h"
#include "visible.h"

#include <stdlib.h>

/* loading is what a visit needs. */
typedef struct {
  vector_set *set;
  text *problem;
} loading;

static bool load_file(const char *path, bool readable, void *arg) {
  const loading *l = arg;
  if (!readable) {
    text_printf(l->problem, "%s: cannot be read as a folder", path);
    return false;
  }
  return vector_file_read(path, l->set, l->problem);
}

static int compare_entries(const void *a, const void *b) {
  return strcmp(((const vector_entry *)a)->id, ((const vector_entry *)b)->id);
}

static void sort_ids(vector_set *set) {
  set->ids = mem_alloc(set->num, sizeof *set->ids);
  for (size_t i = 0; i < set->num; i++) {
    set->ids[i] = (vector_entry){set->items[i].id, i};
  }
  qsort(set->ids, set->num, sizeof *set->ids, compare_entries);
}

size_t vectors_area_len(const char *id) {
  const char *slash = strrchr(id, '/');
  return slash != NULL ? (size_t)(slash - id) : 0;
}

bool vectors_same_area(const char *a, const char *b) {
  size_t len = vectors_area_len(a);
  return len == vectors_area_len(b) && strncmp(a, b, len) == 0;
}

long vectors_find(const vector_set *set, const char *id) {
  vector_entry key = {id, 0};
  const vector_entry *found = bsearch(&key, set->ids, set->num, sizeof *set->ids, compare_entries);
  return found != NULL ? (long)found->index : NO_TWIN;
}

/* check_ids: no id is there twice. */
static bool check_ids(const vector_set *set, text *problem) {
  for (size_t i = 1; i < set->num; i++) {
    const char *id = set->ids[i].id;
    if (strcmp(set->ids[i - 1].id, id) == 0) {
      text_printf(problem, "%s: the id %s is there twice: rename one",
                  set->items[set->ids[i].index].file, id);
      return false;
    }
  }
  return true;
}

static bool link_twins(vector_set *set, text *problem) {
  for (size_t i = 0; i < set->num; i++) {
    vector *v = &set->items[i];
    const char *twin = json_str(v->test, "twin");
    v->twin = twin != NULL ? vectors_find(set, twin) : NO_TWIN;
    bool valid = v->twin != NO_TWIN && !set->items[v->twin].invalid;
    if (twin != NULL && v->invalid && (!valid || v->twin == (long)i)) {
      text_printf(problem, "%s: %s: the twin ", v->file, v->id);
      visible_put(problem, dciauth_str(twin), 80);
      text_puts(problem, " is no valid test: name one that is");
      return false;
    }
  }
  return true;
}

bool vectors_load(const char *dir, vector_set *set, text *problem) {
  *set = (vector_set){.suite = "0"};
  loading l = {set, problem};
  if (!vector_folder_walk(dir, load_file, &l, problem)) {
    return false;
  }
  if (set->num == 0) {
    text_printf(problem, "%s: holds no <profile>/<area>.json with tests", dir);
    return false;
  }
  sort_ids(set);
  return check_ids(set, problem) && link_twins(set, problem);
}

void vectors_free(vector_set *set) {
  for (size_t i = 0; i < set->num_documents; i++) {
    json_free(set->documents[i]);
    free(set->files[i]);
  }
  free(set->documents);
  free(set->files);
  free(set->items);
  free(set->ids);
  *set = (vector_set){0};
}
