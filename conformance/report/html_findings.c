/* SPDX-License-Identifier: Apache-2.0 */
/* html_findings.c - by run, then by group. Of a sweep one failure stands for all. */
#include "html.h"
#include "sweep_words.h"
#include "tell.h"

/* MOST_MISTAKES are named for a run. */
enum { MOST_MISTAKES = 12 };

static void put_mistakes(const run *r, text *out) {
  groups found;
  mistakes_of(r, &found);
  if (found.num > 0) {
    text_puts(out, "<h3 class=\"known\">Known mistakes</h3>\n<ul class=\"mistakes\">\n");
  }
  for (size_t i = 0; i < found.num && i < MOST_MISTAKES; i++) {
    text_printf(out, "<li><span class=\"n\">%zu</span> ", found.items[i].num);
    html_text(text_str(&found.items[i].label), out);
    text_puts(out, "</li>\n");
  }
  if (found.num > MOST_MISTAKES) {
    text_printf(out, "<li>and %zu more names</li>\n", found.num - MOST_MISTAKES);
  }
  text_puts(out, found.num > 0 ? "</ul>\n" : "");
  groups_free(&found);
}

/* put_sweep: the entry of the first failure, with the names of all. */
static void put_sweep(const page *p, size_t column, size_t row, text *out) {
  const run *r = &p->all->items[column];
  const entry *e = sweep_first_failed(r, p->matrix, column, row);
  const tally *t = matrix_cell(p->matrix, row, column);
  text words = {0};
  if (e == NULL) {
    return;
  }
  sweep_put_failed(r, p->matrix, column, row, &words);
  text_printf(out,
              "<details class=\"entry sweep\" data-run=\"%zu\" data-status=\"%s\"><summary>"
              "<span class=\"status\">sweep</span> <span class=\"id\">%zu of %zu deviate</span> "
              "<span class=\"what\">",
              column + 1, outcome_name(e->result.status), tally_bad(t), tally_judged(t));
  html_span(text_span(&words), out);
  text_puts(out,
            "</span></summary>\n<div class=\"body\"><p class=\"first\">The first of them, <b>");
  html_text(entry_name(e), out);
  text_puts(out, "</b>:</p>\n");
  html_facts(e, out);
  text_puts(out, "</div></details>\n");
  text_free(&words);
}

static void put_entries(const page *p, size_t column, size_t row, text *out) {
  const run *r = &p->all->items[column];
  for (size_t i = 0; i < r->num; i++) {
    if (p->matrix->group[column][i] == row && entry_is_told(&r->entries[i])) {
      html_entry(&r->entries[i], column, out);
    }
  }
}

static void put_group(const page *p, size_t column, size_t row, text *out) {
  const tally *t = matrix_cell(p->matrix, row, column);
  size_t soft = t->count[OUTCOME_VACUOUS] + t->count[OUTCOME_DISPUTED] - t->disputed_matched;
  if (tally_bad(t) + soft == 0) {
    return;
  }
  text_printf(out, "<section class=\"group\" id=\"t%zu-g%zu\">\n<h3>", column + 1, row + 1);
  html_text(p->matrix->groups[row], out);
  text_puts(out, " <span class=\"of\">");
  if (tally_bad(t) > 0) {
    text_printf(out, "%zu of %zu deviate", tally_bad(t), tally_judged(t));
  } else {
    text_puts(out, "nothing that gates");
  }
  text_puts(out, "</span></h3>\n");
  if (p->matrix->sweeps[row]) {
    put_sweep(p, column, row, out);
  } else {
    put_entries(p, column, row, out);
  }
  text_puts(out, "</section>\n");
}

static void put_counts(const tally *t, const char *what, text *out) {
  if (t->total > 0) {
    text_puts(out, "<p class=\"counts\">");
    tell_counts(t, what, out);
    text_puts(out, ".</p>\n");
  }
}

static void put_run(const page *p, size_t column, text *out) {
  const run *r = &p->all->items[column];
  text_printf(out, "<section class=\"run\" id=\"t%zu\" data-run=\"%zu\">\n<h2>", column + 1,
              column + 1);
  html_text(r->label, out);
  text_puts(out, "</h2>\n");
  put_counts(&r->authored, "vectors", out);
  put_counts(&r->sweeps, "in sweeps", out);
  if (r->problem[0] != '\0') {
    text_puts(out, "<p class=\"problem\">");
    html_text(r->problem, out);
    text_puts(out, "</p>\n");
  }
  if (r->interrupted) {
    text_puts(out, "<p class=\"problem\">The run was interrupted.</p>\n");
  }
  put_mistakes(r, out);
  for (size_t g = 0; g < p->matrix->num; g++) {
    put_group(p, column, g, out);
  }
  html_notes(r, out);
  text_puts(out, "</section>\n");
}

void html_findings(const page *p, text *out) {
  for (size_t i = 0; i < p->all->num; i++) {
    put_run(p, i, out);
  }
}
