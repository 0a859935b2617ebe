/* SPDX-License-Identifier: Apache-2.0 */
/* table.c - one row a target, and one more where it ran sweeps; below, the deviations by stage and
 * the reasons of what was not judged. */
#include "table.h"

#include "explain.h"
#include "groups.h"
#include "mistake_name.h"
#include "screen.h"
#include "spans.h"
#include "sweeps.h"
#include "visible.h"

enum { NAME_WIDTH = 24, WIDTH = 100 };

typedef struct {
  const char *title;
  outcome_status status;
} column;

static const column columns[] = {
    {"n/a", OUTCOME_NOT_APPLICABLE}, {"unrepr.", OUTCOME_UNREPRESENTABLE},
    {"disputed", OUTCOME_DISPUTED},  {"vacuous", OUTCOME_VACUOUS},
    {"crash", OUTCOME_CRASH},        {"time-out", OUTCOME_TIMEOUT}};

enum { NUM_COLUMNS = sizeof columns / sizeof *columns };

/* extra says which columns stand at the end: those that most runs have no use for. */
typedef struct {
  bool expected, not_run;
} extra;

static void put_header(extra more, text *out) {
  text_printf(out, "%-*s %6s %6s %6s", NAME_WIDTH, "target", "total", "pass", "fail");
  for (size_t i = 0; i < NUM_COLUMNS; i++) {
    text_printf(out, "  %s", columns[i].title);
  }
  text_puts(out, more.expected ? "  expected" : "");
  text_puts(out, more.not_run ? "  not run\n" : "\n");
}

static void put_number(size_t value, const char *title, colour c, text *out) {
  bool coloured = value > 0 && c != COLOUR_OFF;
  text_printf(out, "  %s%*zu%s", coloured ? screen_colour(c) : "", (int)strlen(title), value,
              coloured ? screen_colour(COLOUR_OFF) : "");
}

/* put_name fills a column; one character is one place, of how many bytes ever. */
static void put_name(const char *name, text *out) {
  size_t width = 0;
  for (; *name != '\0' && width < NAME_WIDTH; width++) {
    size_t len = 1;
    while (((unsigned char)name[len] & 0xC0) == 0x80) {
      len++;
    }
    text_put(out, name, len);
    name += len;
  }
  text_printf(out, "%*s", (int)(NAME_WIDTH - width), "");
}

static void put_row(const char *name, const tally *t, extra more, text *out) {
  put_name(name, out);
  text_printf(out, " %6zu", t->total);
  put_number(t->count[OUTCOME_PASS], "pass.", COLOUR_GREEN, out);
  put_number(tally_failed(t), "fail.", COLOUR_RED, out);
  for (size_t i = 0; i < NUM_COLUMNS; i++) {
    bool bad = outcome_is_failure(columns[i].status);
    put_number(t->count[columns[i].status], columns[i].title, bad ? COLOUR_RED : COLOUR_OFF, out);
  }
  if (more.expected) {
    put_number(t->expected, "expected", COLOUR_OFF, out);
  }
  if (more.not_run) {
    put_number(t->count[OUTCOME_NOT_RUN], "not run", COLOUR_RED, out);
  }
  text_puts(out, "\n");
}

/* label_of names the group that a failure belongs to: its stage, without the position; of a yes or
 * no which of the two. */
static void label_of(const outcome *o, text *label) {
  bool either = strcmp(o->stage, "decision") == 0 || strcmp(o->stage, "refusal") == 0;
  text_clear(label);
  text_puts(label, o->stage[0] != '\0' ? o->stage : outcome_name(o->status));
  if (either && o->actual.len > 0) {
    const char *want = text_str(&o->expected);
    text_printf(label, " (%s, not %.*s)", text_str(&o->actual), (int)strcspn(want, ":"), want);
  }
  text_puts(label, o->flaky ? "(flaky)" : "");
}

typedef struct {
  groups failures, expected, known, not_applicable, unrepresentable, disputed, vacuous, warnings;
} findings;

static void sort_outcome(findings *f, const vector *v, const outcome *o, text *label) {
  if (o->excuse != EXCUSE_NONE) {
    label_of(o, label);
    groups_add(o->excuse == EXCUSE_KNOWN ? &f->known : &f->expected, label->ptr, v->id);
  } else if (outcome_is_failure(o->status) && !v->sweep) {
    label_of(o, label);
    groups_add(&f->failures, label->ptr, v->id);
  } else if (o->status == OUTCOME_NOT_APPLICABLE) {
    groups_add(&f->not_applicable, text_str(&o->message), v->id);
  } else if (o->status == OUTCOME_UNREPRESENTABLE) {
    groups_add(&f->unrepresentable, text_str(&o->message), v->id);
  } else if (o->status == OUTCOME_DISPUTED) {
    groups_add(&f->disputed, o->matched ? "as the suite has it" : "otherwise", v->id);
  } else if (o->status == OUTCOME_VACUOUS) {
    groups_add(&f->vacuous, "refused, but so is the valid twin", v->id);
  }
  if (o->warning.len > 0) {
    groups_add(&f->warnings, o->warning.ptr, v->id);
  }
}

static void put_groups(const char *title, groups *g, bool with_ids, text *out) {
  if (g->num > 0) {
    text_printf(out, "  %s:\n", title);
    groups_put(g, "    ", with_ids, out);
  }
  groups_free(g);
}

static void put_sweeps(const result *r, const vector_set *set, const options *o, text *out) {
  sweeps all;
  bool any = false;
  sweeps_collect(set, r->outcomes, o, &all);
  for (size_t i = 0; i < all.num; i++) {
    if (all.items[i].failed > 0) {
      text_puts(out, any ? "    " : "  deviates:\n    ");
      sweeps_put_failed(&all.items[i], set, out);
      text_puts(out, "\n");
      any = true;
    }
  }
  sweeps_free(&all);
}

static void put_mistakes(const result *r, const vector_set *set, const options *o, bool of_sweeps,
                         text *out) {
  text words = {0};
  mistake_put_counts(set, o, r->outcomes, of_sweeps, &words);
  if (words.len > 0) {
    text_puts(out, " ");
    explain_put_wrapped(text_str(&words), 1, 5, WIDTH, out);
  }
  text_free(&words);
}

static void put_gates(const result *r, text *out) {
  for (dciauth_span left = text_span(&r->gate); left.len > 0;) {
    text_printf(out, "  %s", screen_colour(COLOUR_RED));
    visible_put(out, spans_cut(&left, '\n'), SIZE_MAX);
    text_printf(out, "%s\n", screen_colour(COLOUR_OFF));
  }
}

/* put_findings: what stands behind one row of numbers. */
static void put_findings(const result *r, const vector_set *set, const options *o, bool of_sweeps,
                         text *out) {
  findings f = {0};
  text label = {0};
  for (size_t i = 0; i < set->num; i++) {
    if (set->items[i].sweep == of_sweeps && options_select(o, &set->items[i])) {
      sort_outcome(&f, &set->items[i], &r->outcomes[i], &label);
    }
  }
  size_t mark = out->len;
  text_printf(out, "\n%s%s\n", text_str(&r->title), of_sweeps ? ", sweeps" : "");
  size_t body = out->len;
  if (r->problem.len > 0 && !of_sweeps) {
    text_printf(out, "  %s%s%s\n", screen_colour(COLOUR_RED), r->problem.ptr,
                screen_colour(COLOUR_OFF));
  }
  if (!of_sweeps) {
    put_gates(r, out);
  }
  if (of_sweeps) {
    put_sweeps(r, set, o, out);
  }
  put_groups("deviates at", &f.failures, true, out);
  put_mistakes(r, set, o, of_sweeps, out);
  put_groups("expected failures", &f.expected, false, out);
  put_groups("known failures", &f.known, false, out);
  put_groups("disputed vectors, which gate nothing", &f.disputed, true, out);
  put_groups("vacuous", &f.vacuous, true, out);
  put_groups("unrepresentable", &f.unrepresentable, false, out);
  put_groups("not applicable", &f.not_applicable, false, out);
  put_groups("remarks", &f.warnings, true, out);
  if (out->len == body) {
    text_cut(out, mark); /* nothing to say */
  }
  text_free(&label);
}

void table_put(const result *results, size_t num, const vector_set *set, const options *o,
               text *out) {
  extra more = {o->xfail != NULL || o->update_xfail != NULL, false};
  for (size_t i = 0; i < num; i++) {
    more.not_run = more.not_run || results[i].authored.count[OUTCOME_NOT_RUN] > 0 ||
                   results[i].sweeps.count[OUTCOME_NOT_RUN] > 0;
  }
  put_header(more, out);
  for (size_t i = 0; i < num; i++) {
    put_row(text_str(&results[i].title), &results[i].authored, more, out);
    if (results[i].sweeps.total > 0) {
      put_row("  sweeps", &results[i].sweeps, more, out);
    }
  }
  for (size_t i = 0; i < num; i++) {
    put_findings(&results[i], set, o, false, out);
    put_findings(&results[i], set, o, true, out);
  }
}
