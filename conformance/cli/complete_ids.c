/* SPDX-License-Identifier: Apache-2.0 */
/* complete_ids.c - the part of complete.c that knows the vectors. */
#include "complete_ids.h"

#include "profiles.h"
#include "vectors.h"

#include <stdio.h>

/* range is the ids that begin with what was typed: from `first`, `num` of them. */
typedef struct {
  const vector_entry *first;
  size_t num;
} range;

static range find_ids(const vector_set *set, const char *typed) {
  range r = {set->ids, 0};
  for (size_t i = 0; i < set->num; i++) {
    bool fits = strncmp(set->ids[i].id, typed, strlen(typed)) == 0;
    r.first = fits && r.num == 0 ? &set->ids[i] : r.first;
    r.num += fits ? 1 : 0;
  }
  return r;
}

/* shared_len is how far all ids of a range are the same, up to a slash. They are sorted. */
static size_t shared_len(range r) {
  const char *a = r.first[0].id, *b = r.first[r.num - 1].id;
  size_t len = 0;
  while (a[len] != '\0' && a[len] == b[len]) {
    len++;
  }
  while (len > 0 && a[len - 1] != '/') {
    len--;
  }
  return len;
}

static void put_range(const vector_set *set, range r, ids_found *found, const void *arg) {
  size_t shared = shared_len(r), len = 0;
  for (size_t i = 0; i < r.num; i++) {
    const char *id = r.first[i].id;
    if (i > 0 && strncmp(id, r.first[i - 1].id, len) == 0 && id[len - 1] == '/') {
      continue;
    }
    len = shared + strcspn(id + shared, "/");
    bool whole = id[len] == '\0';
    len += whole ? 0 : 1;
    text part = {0};
    text_put(&part, id, len);
    found(arg, part.ptr, whole ? set->items[r.first[i].index].title : "");
    text_free(&part);
  }
}

void complete_ids(const char *vectors, const char *profiles, const char *typed, ids_found *found,
                  const void *arg) {
  vector_set set = {0};
  text problem = {0};
  bool fine = profiles == NULL || profiles_load(profiles, &problem);
  if (fine && vectors_load(vectors, &set, &problem)) {
    range r = find_ids(&set, typed);
    if (r.num > 0) {
      put_range(&set, r, found, arg);
    }
  } else {
    fprintf(stderr, "dciauth-conform: %s\n", problem.ptr);
  }
  vectors_free(&set);
  profiles_free();
  text_free(&problem);
}
