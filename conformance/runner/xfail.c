/* SPDX-License-Identifier: Apache-2.0 */
/* xfail.c - which entry speaks of a vector, and does it say what happened? */
#include "xfail.h"

#include "memory.h"

#include <stdlib.h>

void xfail_free(xfail *x) {
  json_free(x->document);
  free(x->items);
  free(x->sorted);
  *x = (xfail){0};
}

int xfail_compare(const xfail_entry *a, const xfail_entry *b) {
  int order = strcmp(a->id, b->id);
  if (order != 0 || (a->target == NULL && b->target == NULL)) {
    return order;
  }
  if (a->target == NULL || b->target == NULL) {
    return a->target == NULL ? -1 : 1;
  }
  return strcmp(a->target, b->target);
}

static int compare_key(const void *key, const void *item) {
  return xfail_compare(key, *(const xfail_entry *const *)item);
}

static const xfail_entry *find_exactly(const xfail *x, const char *target, const char *id) {
  const xfail_entry key = {.id = id, .target = target};
  const xfail_entry **found =
      x->num > 0 ? bsearch(&key, x->sorted, x->num, sizeof *x->sorted, compare_key) : NULL;
  return found != NULL ? *found : NULL;
}

static const xfail_entry *find_either(const xfail *x, const char *target, const char *id) {
  const xfail_entry *found = find_exactly(x, target, id);
  return found != NULL ? found : find_exactly(x, NULL, id);
}

const xfail_entry *xfail_find(const xfail *x, const char *target, const char *id) {
  const xfail_entry *found = find_either(x, target, id);
  char *area = mem_text(id, strlen(id) + 1); /* room for the asterisk */
  for (char *slash = strrchr(area, '/'); found == NULL && slash != NULL;
       slash = strrchr(area, '/')) {
    strcpy(slash, "/*");
    found = find_either(x, target, area);
    *slash = '\0';
  }
  free(area);
  return found;
}

const char *xfail_status(const outcome *o) {
  return o->answered != NULL ? o->answered : outcome_name(o->status);
}

const char *xfail_got(const outcome *o) {
  if (o->status == OUTCOME_CRASH) {
    return o->flaky ? "flaky" : NULL;
  }
  if (o->status != OUTCOME_FAIL || strcmp(o->stage, xfail_status(o)) == 0) {
    return NULL; /* the stages `raised` and `unsupported` are statuses */
  }
  bool either = strcmp(o->stage, "decision") == 0 || strcmp(o->stage, "refusal") == 0;
  return either && o->actual.len > 0 ? o->actual.ptr : o->stage;
}

bool xfail_fits(const xfail_entry *e, const outcome *o) {
  const char *got = xfail_got(o);
  bool same_got = got == NULL || e->got == NULL ? got == e->got : strcmp(got, e->got) == 0;
  return outcome_is_failure(o->status) && same_got && strcmp(e->status, xfail_status(o)) == 0;
}
