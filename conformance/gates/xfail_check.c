/* SPDX-License-Identifier: Apache-2.0 */
/* xfail_check.c - a list of known failures that nobody prunes hides the next one. So an entry must
 * match a vector, that vector must fail, and in the way that the entry tells. What was not selected
 * is not asked. */
#include "xfail_check.h"

#include "memory.h"

#include <stdlib.h>

/* is_area says whether an entry speaks of all vectors of an area. */
static bool is_area(const xfail_entry *e) {
  size_t len = strlen(e->id);
  return len > 2 && strcmp(e->id + len - 2, "/*") == 0;
}

static bool is_named(const xfail_entry *e, const char *id) {
  return is_area(e) ? strncmp(e->id, id, strlen(e->id) - 1) == 0 : strcmp(e->id, id) == 0;
}

static void count_outcome(const xfail_entry *e, size_t index, const outcome *o, xfail_count *c) {
  bool first_wrong = c->wrong == 0;
  if (o->status == OUTCOME_NOT_RUN) {
    c->not_run++;
  } else if (!outcome_is_judged(o->status)) {
    c->first = c->wrong + c->unjudged == 0 ? index : c->first;
    c->unjudged++;
  } else if (xfail_fits(e, o)) {
    c->fitting++;
  } else {
    c->first = first_wrong ? index : c->first;
    c->wrong++;
  }
}

/* look_up says of each entry whom it concerns. */
static void look_up(const xfail *x, const vector_set *set, const result *r, xfail_count *all) {
  for (size_t i = 0; i < x->num; i++) {
    const xfail_entry *e = &x->items[i];
    all[i].applies = e->target == NULL || strcmp(e->target, text_str(&r->name)) == 0;
    all[i].shadowed = is_area(e);
    for (size_t v = 0; v < set->num && all[i].applies && !all[i].known; v++) {
      all[i].known = is_named(e, set->items[v].id);
    }
  }
}

xfail_count *xfail_count_all(const xfail *x, const vector_set *set, const options *o,
                             const result *r) {
  xfail_count *all = mem_alloc(x->num, sizeof *all);
  look_up(x, set, r, all);
  for (size_t i = 0; i < set->num; i++) {
    const xfail_entry *e = xfail_find(x, text_str(&r->name), set->items[i].id);
    if (e != NULL) {
      all[e->index].shadowed = false;
      if (options_select(o, &set->items[i])) {
        count_outcome(e, i, &r->outcomes[i], &all[e->index]);
      }
    }
  }
  return all;
}

bool xfail_holds(const xfail_entry *e, const xfail_count *c) {
  if (!c->applies) {
    return true;
  }
  if (!c->known || c->shadowed || c->wrong > 0) {
    return false;
  }
  bool proved = c->fitting > 0 || c->not_run > 0;
  return is_area(e) ? proved || c->unjudged == 0 : c->unjudged == 0;
}

/* put_words appends "crash", or "ok accept". */
static void put_words(const char *status, const char *got, text *out) {
  text_printf(out, "%s%s%s", status, got != NULL ? " " : "", got != NULL ? got : "");
}

static void put_wrong(const xfail_entry *e, const xfail_count *c, const vector *v, const outcome *o,
                      text *out) {
  text_puts(out, v->id);
  if (c->wrong == 0) {
    text_printf(out, " is %s, which proves nothing", outcome_name(o->status));
  } else if (o->status == OUTCOME_PASS) {
    text_puts(out, " passes");
  } else {
    text_puts(out, " is ");
    put_words(xfail_status(o), xfail_got(o), out);
    text_puts(out, ", not ");
    put_words(e->status, e->got, out);
  }
  if (is_area(e) && c->wrong > 1) {
    text_printf(out, ", and %zu more of %s do not fit", c->wrong - 1, e->id);
  }
  bool gone = c->wrong == 0 || o->status == OUTCOME_PASS;
  text_puts(out, is_area(e) ? ": name those that fail one by one"
                 : gone     ? ": remove the entry"
                            : ": change the entry, if that is meant");
}

static void put_fault(const xfail_entry *e, const xfail_count *c, const vector_set *set,
                      const result *r, text *out) {
  if (!c->known) {
    text_printf(out, "/id: suite %s has no vector %s: mend the id, or remove the entry", set->suite,
                e->id);
  } else if (c->shadowed) {
    text_printf(out, "/id: each vector of %s has an entry of its own: remove this one", e->id);
  } else {
    text_puts(out, ": ");
    put_wrong(e, c, &set->items[c->first], &r->outcomes[c->first], out);
  }
}

void xfail_check(const xfail *x, const vector_set *set, const options *o, const result *r,
                 text *lines) {
  xfail_count *all = xfail_count_all(x, set, o, r);
  for (size_t i = 0; i < x->num; i++) {
    const xfail_entry *e = &x->items[i];
    if (!xfail_holds(e, &all[i])) {
      text_printf(lines, "%s: /%zu", x->path, i);
      put_fault(e, &all[i], set, r, lines);
      text_puts(lines, "\n");
    } else if (e->expired && all[i].applies) {
      text_printf(lines,
                  "%s: /%zu/until: suite %s has reached %s: mend what the entry excuses, or write "
                  "another version\n",
                  x->path, i, set->suite, e->until);
    }
  }
  free(all);
}
