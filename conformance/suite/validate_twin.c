/* SPDX-License-Identifier: Apache-2.0 */
/* validate_twin.c - what tests say of each other: ids, twins, recipes, conflicts. */
#include "memory.h"
#include "validate.h"

#include <stdlib.h>

static int compare_ids(const void *a, const void *b) {
  const subject *x = *(const subject *const *)a, *y = *(const subject *const *)b;
  int order = strcmp(x->id, y->id);
  return order != 0 ? order : (x > y) - (x < y);
}

static void check_unique(const subject *s, const subject *before, const names *known) {
  place at = place_of(&s->at, "id");
  if (before != NULL && strcmp(before->id, s->id) == 0) {
    bool same_file = before->at.out == s->at.out;
    place_blame(&at, "%.80s is also at %s%s%s: rename one", s->id, same_file ? "" : before->at.file,
                same_file ? "" : ", ", before->at.pointer);
  }
  if (known->registry[NAMES_RETIRED] != NULL && names_known(known, NAMES_RETIRED, s->id)) {
    place_blame(&at, "%.80s is retired in retired.json: an id never comes back", s->id);
  }
}

void validate_index(validation *v) {
  v->ids = mem_alloc(v->num_subjects, sizeof *v->ids);
  for (size_t i = 0; i < v->num_subjects; i++) {
    if (v->subjects[i].id != NULL) {
      v->ids[v->num_ids++] = &v->subjects[i];
    }
  }
  qsort(v->ids, v->num_ids, sizeof *v->ids, compare_ids);
  for (size_t i = 0; i < v->num_ids; i++) {
    check_unique(v->ids[i], i > 0 ? v->ids[i - 1] : NULL, &v->known);
  }
}

static int compare_key(const void *key, const void *element) {
  return strcmp(key, (*(const subject *const *)element)->id);
}

/* find returns the test of an id, or NULL. */
static const subject *find(const validation *v, const char *id) {
  const subject **found = bsearch(id, v->ids, v->num_ids, sizeof *v->ids, compare_key);
  return found != NULL ? *found : NULL;
}

static bool is_result(const subject *s, const char *word) {
  const char *result = json_str(s->test, "result");
  return result != NULL && strcmp(result, word) == 0;
}

static void check_twin(const subject *s, const char *id, const validation *v) {
  const subject *twin = find(v, id);
  place at = place_of(&s->at, "twin");
  if (twin == NULL) {
    place_blame(&at, "there is no test %.80s: name one that is valid", id);
  } else if (!is_result(twin, "valid")) {
    place_blame(&at, "%.80s is no valid test: name one that is", id);
  }
}

static void check_recipe(const subject *s, const char *twin) {
  const char *base = json_str(json_get(s->test, "recipe"), "base");
  place at = place_of(&s->at, "recipe"), below = place_of(&at, "base");
  if (base == NULL) {
    place_blame(&at, "missing: say how the twin was changed");
  } else if (strcmp(base, twin) != 0) {
    place_blame(&below, "not the twin, which is %.80s: mend one of them", twin);
  }
}

static bool names_in_return(const subject *other, const char *id) {
  const json *list = json_get(other->test, "conflicts_with");
  for (const json *e = json_first(list); e != NULL; e = json_next(e)) {
    if (json_string(e) != NULL && strcmp(json_string(e), id) == 0) {
      return true;
    }
  }
  return false;
}

static void check_conflicts(const subject *s, const validation *v) {
  const json *list = json_get(s->test, "conflicts_with");
  place at = place_of(&s->at, "conflicts_with");
  size_t i = 0;
  for (const json *e = json_first(list); e != NULL; e = json_next(e)) {
    place below = place_at(&at, i++);
    const subject *other = find(v, json_string(e));
    if (other == NULL || !names_in_return(other, s->id)) {
      place_blame(&below, "%s: a conflict is named on both sides",
                  other == NULL ? "there is no such test" : "it does not name this one");
    }
  }
}

void validate_twin(const subject *s, const validation *v) {
  const char *twin = json_str(s->test, "twin");
  place at = place_of(&s->at, "twin");
  check_conflicts(s, v);
  if (twin != NULL) {
    check_twin(s, twin, v);
    check_recipe(s, twin);
  } else if (strcmp(s->op, "verify") == 0 && is_result(s, "invalid")) {
    place_blame(&at,
                "missing: a refusal counts only beside a valid test that differs by one defect");
  }
}
