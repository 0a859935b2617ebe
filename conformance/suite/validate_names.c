/* SPDX-License-Identifier: Apache-2.0 */
/* validate_names.c - registries as they stand beside vectors, and the library's own tables. */
#include "validate_names.h"

#include "profiles.h"

/* A registry is an object, whose keys are the names, or an array of objects with a name each. */
static const struct {
  const char *file, *key; /* key: NULL for an object */
} kinds[NAMES_NUM] = {{"profiles.json", "name"},
                      {"features.json", NULL},
                      {"knobs.json", NULL},
                      {"errors.json", "class"},
                      {"retired.json", "id"}};

const char *names_file(names_kind kind) {
  return kinds[kind].file;
}

static bool has_form(names_kind kind, const json *document, const place *at) {
  const char *key = kinds[kind].key;
  if (key == NULL) {
    return json_is_object(document) ||
           place_blame(at, "an object belongs here, its keys the names");
  }
  if (!json_is_array(document)) {
    return place_blame(at, "an array belongs here, of objects with '%s'", key);
  }
  bool fine = true;
  size_t i = 0;
  for (const json *e = json_first(document); e != NULL; e = json_next(e)) {
    place element = place_at(at, i++), below = place_of(&element, key);
    fine = (json_str(e, key) != NULL || place_blame(&below, "missing: add it")) && fine;
  }
  return fine;
}

void names_take(names *n, names_kind kind, json *document, const place *at) {
  if (n->registry[kind] != NULL || !has_form(kind, document, at)) {
    json_free(document);
    return;
  }
  n->registry[kind] = document;
}

void names_free(names *n) {
  for (size_t i = 0; i < NAMES_NUM; i++) {
    json_free(n->registry[i]);
  }
  *n = (names){0};
}

bool names_is_class(const char *name) {
  static const char *const classes[] = {
#define DCIAUTH_X(id, word, sentence) word,
      DCIAUTH_STATUS_LIST(DCIAUTH_X)
#undef DCIAUTH_X
  };
  size_t i = 0;
  while (i < sizeof classes / sizeof *classes && strcmp(classes[i], name) != 0) {
    i++;
  }
  return i < sizeof classes / sizeof *classes;
}

static bool is_of_library(names_kind kind, const char *name) {
  return (kind == NAMES_ERRORS && names_is_class(name)) ||
         (kind == NAMES_PROFILES && profiles_find(dciauth_str(name)) != NULL);
}

bool names_known(const names *n, names_kind kind, const char *name) {
  const json *registry = n->registry[kind];
  const char *key = kinds[kind].key;
  if (key == NULL) {
    return registry == NULL || json_get(registry, name) != NULL;
  }
  for (const json *e = json_first(registry); e != NULL; e = json_next(e)) {
    if (strcmp(json_str(e, key), name) == 0) {
      return true;
    }
  }
  return is_of_library(kind, name);
}
