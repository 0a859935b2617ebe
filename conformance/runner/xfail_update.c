/* SPDX-License-Identifier: Apache-2.0 */
/* xfail_update.c - one entry a line, in the old order and the new ones behind, so that a reviewer
 * sees in a diff what was excused. */
#include "xfail_update.h"

#include "json_out.h"
#include "memory.h"
#include "semver.h"
#include "xfail_check.h"

#include <stdlib.h>

typedef struct {
  const xfail *old;
  const vector_set *set;
  const options *options;
  const result *results;
  size_t num;
  xfail_count **counts; /* of each result */
  text *out;
  size_t written;
  xfail_change *change;
} update;

static void begin_entry(update *u) {
  text_puts(u->out, u->written++ > 0 ? ",\n " : "\n ");
}

/* put_optional appends a member that may be null. */
static void put_optional(text *out, const char *key, const char *value) {
  if (value != NULL) {
    out_member(out, key, value);
  } else {
    out_key(out, key);
    text_puts(out, "null");
  }
}

/* put_failure appends an entry. What an author has added to `old`, if there is one, stays. */
static void put_failure(update *u, const vector *v, const char *target, const char *status,
                        const char *got, const json *old, const char *reason) {
  text line = {0};
  const char *since = semver_is(u->set->suite) ? u->set->suite : NULL;
  out_open(&line, '{');
  out_member(&line, "id", v->id);
  if (target != NULL) {
    out_member(&line, "target", target);
  }
  out_member(&line, "status", status);
  put_optional(&line, "got", got);
  out_member(&line, "reason", old != NULL ? json_str(old, "reason") : reason);
  put_optional(&line, "issue", json_str(old, "issue"));
  put_optional(&line, "since", old != NULL ? json_str(old, "since") : since);
  put_optional(&line, "until", json_str(old, "until"));
  out_close(&line, '}');
  begin_entry(u);
  text_put_span(u->out, text_span(&line));
  text_free(&line);
}

/* reason_of: what the run has to say of a failure, until somebody knows better. */
static const char *reason_of(const vector *v, const outcome *o) {
  if (o->mistake.len > 0) {
    return o->mistake.ptr;
  }
  return o->message.len > 0 ? o->message.ptr : v->title;
}

/* replace writes what is left of an entry that does not hold: its vectors that fail, as they do
 * now, and those that this run did not look at. */
static void replace(update *u, const xfail_entry *e, const result *r) {
  const char *target = e->target != NULL ? e->target : u->num > 1 ? text_str(&r->name) : NULL;
  for (size_t i = 0; i < u->set->num; i++) {
    const vector *v = &u->set->items[i];
    const outcome *o = &r->outcomes[i];
    if (xfail_find(u->old, text_str(&r->name), v->id) != e) {
      continue;
    }
    if (!options_select(u->options, v)) {
      put_failure(u, v, target, e->status, e->got, e->node, "");
    } else if (outcome_is_failure(o->status)) {
      put_failure(u, v, target, xfail_status(o), xfail_got(o), e->node, "");
    }
  }
}

static bool holds(const update *u, const xfail_entry *e) {
  bool fine = true;
  for (size_t i = 0; i < u->num && fine; i++) {
    fine = xfail_holds(e, &u->counts[i][e->index]);
  }
  return fine;
}

static void carry_over(update *u, const xfail_entry *e) {
  if (holds(u, e)) {
    begin_entry(u);
    json_print(e->node, u->out);
    return;
  }
  size_t before = u->written;
  for (size_t i = 0; i < u->num; i++) {
    if (u->counts[i][e->index].applies) {
      replace(u, e, &u->results[i]);
    }
  }
  *(u->written > before ? &u->change->changed : &u->change->dropped) += 1;
}

static void add_new(update *u, const result *r) {
  for (size_t i = 0; i < u->set->num; i++) {
    const vector *v = &u->set->items[i];
    const outcome *o = &r->outcomes[i];
    if (options_select(u->options, v) && outcome_is_failure(o->status) &&
        xfail_find(u->old, text_str(&r->name), v->id) == NULL) {
      put_failure(u, v, u->num > 1 ? text_str(&r->name) : NULL, xfail_status(o), xfail_got(o), NULL,
                  reason_of(v, o));
      u->change->added++;
    }
  }
}

void xfail_put_updated(const xfail *x, const vector_set *set, const options *o,
                       const result *results, size_t num, text *out, xfail_change *change) {
  update u = {x, set, o, results, num, mem_alloc(num, sizeof(xfail_count *)), out, 0, change};
  *change = (xfail_change){0};
  text_puts(out, "[");
  for (size_t i = 0; i < num; i++) {
    u.counts[i] = xfail_count_all(x, set, o, &results[i]);
  }
  for (size_t i = 0; i < x->num; i++) {
    carry_over(&u, &x->items[i]);
  }
  for (size_t i = 0; i < num; i++) {
    add_new(&u, &results[i]);
    free(u.counts[i]);
  }
  free(u.counts);
  text_puts(out, u.written > 0 ? "\n]\n" : "]\n");
}
