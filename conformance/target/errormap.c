/* SPDX-License-Identifier: Apache-2.0 */
/* errormap.c - classes are checked when the file is read: a misspelt one would turn a right reason
 * into a wrong one. */
#include "errormap.h"

#include "file_read.h"
#include "findings.h"
#include "spans.h"
#include "validate_names.h"

static bool check_classes(const json *list, const place *at) {
  if (json_first(list) == NULL || !json_is_array(list)) {
    return place_blame(at, "an array of error classes belongs here, as in [\"skewed-past\"]");
  }
  bool fine = true;
  size_t i = 0;
  for (const json *e = json_first(list); e != NULL; e = json_next(e)) {
    place element = place_at(at, i++);
    const char *word = json_string(e);
    if (word == NULL) {
      fine = place_blame(&element, "an error class, a string, belongs here");
    } else if (!names_is_class(word)) {
      fine =
          place_blame(&element, "there is no error class '%.60s': see vectors/errors.json", word);
    }
  }
  return fine;
}

static bool check(const json *document, const place *at) {
  if (!json_is_object(document)) {
    return place_blame(at, "an object belongs here, its keys the library's errors");
  }
  bool fine = true;
  for (const json *m = json_first(document); m != NULL; m = json_next(m)) {
    place member = place_of(at, json_key(m));
    fine = check_classes(m, &member) && fine;
  }
  return fine;
}

static json *parse(const char *path, text *problem) {
  text content = {0};
  json_error error;
  json *document = NULL;
  if (file_read(path, &content, problem)) {
    document = json_parse(text_span(&content), &error);
    if (document == NULL) {
      json_error_put(problem, path, &error);
    }
  }
  text_free(&content);
  return document;
}

bool errormap_read(const char *path, errormap *out, text *problem) {
  *out = (errormap){parse(path, problem)};
  if (out->document == NULL) {
    return false;
  }
  findings found = {0};
  place root = {&found, path, ""};
  bool fine = check(out->document, &root);
  if (!fine) { /* without the last line feed */
    text_put(problem, found.lines.ptr, found.lines.len - 1);
    errormap_free(out);
  }
  findings_free(&found);
  return fine;
}

void errormap_free(errormap *map) {
  json_free(map->document);
  *map = (errormap){0};
}

/* find_whole returns the member whose key is the native error. */
static const json *find_whole(const json *document, dciauth_span native) {
  const json *m = json_first(document);
  while (m != NULL && !spans_equal(dciauth_str(json_key(m)), native)) {
    m = json_next(m);
  }
  return m;
}

/* find_beginning returns the member whose key, without the '*' at its end, is the longest that the
 * native error begins with. */
static const json *find_beginning(const json *document, dciauth_span native) {
  const json *found = NULL;
  size_t longest = 0;
  for (const json *m = json_first(document); m != NULL; m = json_next(m)) {
    const char *key = json_key(m);
    size_t len = strlen(key);
    bool begins = len > longest && key[len - 1] == '*' && len - 1 <= native.len &&
                  spans_equal(dciauth_bytes(key, len - 1), dciauth_bytes(native.ptr, len - 1));
    found = begins ? m : found;
    longest = begins ? len : longest;
  }
  return found;
}

const json *errormap_find(const errormap *map, dciauth_span native) {
  const json *whole = find_whole(map->document, native);
  return whole != NULL ? whole : find_beginning(map->document, native);
}
