/* SPDX-License-Identifier: Apache-2.0 */
/* json_keys.c - most objects are small, and all of a request and an answer are looked at. */
#include "json_keys.h"

#include "memory.h"

#include <stdio.h>
#include <stdlib.h>

static int compare_keys(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* repeats_a_key puts the keys into a table by their hashes: no time for a sort where 35 keys come
 * with every request. */
static bool repeats_a_key(const json *object) {
  enum { PLACES = 256 };
  const char *places[PLACES] = {NULL};
  for (const json *m = json_first(object); m != NULL; m = json_next(m)) {
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (const char *c = json_key(m); *c != '\0'; c++) {
      hash = (hash ^ (uint8_t)*c) * 16777619u;
    }
    size_t at = (hash ^ hash >> 16) % PLACES;
    for (; places[at] != NULL; at = (at + 1) % PLACES) {
      if (strcmp(places[at], json_key(m)) == 0) {
        return true;
      }
    }
    places[at] = json_key(m);
  }
  return false;
}

/* find_repeated returns a key that an object holds twice, or NULL. Sorted, for a shim may send a
 * million of them. */
static const char *find_repeated(const json *object) {
  size_t num = json_count(object), i = 0;
  const char **keys = mem_alloc(num, sizeof *keys);
  for (const json *m = json_first(object); m != NULL; m = json_next(m)) {
    keys[i++] = json_key(m);
  }
  qsort(keys, num, sizeof *keys, compare_keys);
  const char *found = NULL;
  for (i = 1; i < num && found == NULL; i++) {
    found = strcmp(keys[i - 1], keys[i]) == 0 ? keys[i] : NULL;
  }
  free(keys);
  return found;
}

static bool is_repeating(const json *object) {
  enum { MOST = 128 }; /* that the table is fast for */
  size_t num = json_count(object);
  return num > MOST ? find_repeated(object) != NULL : num > 1 && repeats_a_key(object);
}

static bool has_repeated_key(const json *value) {
  if (json_is_object(value) && is_repeating(value)) {
    return true;
  }
  const json *m = json_first(value);
  while (m != NULL && (json_first(m) == NULL || !has_repeated_key(m))) {
    m = json_next(m);
  }
  return m != NULL;
}

/* name_repeated_key fills the error with the first of them. */
static bool name_repeated_key(const json *value, const char *pointer, json_error *error) {
  const char *key = json_is_object(value) ? find_repeated(value) : NULL;
  if (key != NULL) {
    snprintf(error->pointer, sizeof error->pointer, "%s", pointer);
    json_pointer_add(error->pointer, sizeof error->pointer, dciauth_str(key));
    snprintf(error->what, sizeof error->what, "the key is there twice: remove one");
    return true;
  }
  size_t index = 0;
  for (const json *m = json_first(value); m != NULL; m = json_next(m), index++) {
    if (json_first(m) == NULL) {
      continue;
    }
    char below[sizeof error->pointer], number[24];
    snprintf(below, sizeof below, "%s", pointer);
    snprintf(number, sizeof number, "%zu", index);
    json_pointer_add(below, sizeof below,
                     dciauth_str(json_is_object(value) ? json_key(m) : number));
    if (name_repeated_key(m, below, error)) {
      return true;
    }
  }
  return false;
}

bool json_repeats_a_key(const json *root, json_error *error) {
  return has_repeated_key(root) && name_repeated_key(root, "", error);
}
