/* SPDX-License-Identifier: Apache-2.0 */
/* html_findings.c - by run, then by group. Of a sweep one failure stands for all, and one for those
 * with an excuse. */
#include "html.h"
#include "sweep_words.h"
#include "tell.h"

/* MOST_MISTAKES are named for a run. */
enum { MOST_MISTAKES = 12 };

static void put_mistakes(const run *r, text *out) {
  groups found;
  mistakes_of(r, false, &found);
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

static size_t num_of(const tally *t, excuse_kind excuse) {
  return excuse == EXCUSE_EXPECTED ? t->expected
         : excuse == EXCUSE_KNOWN  ? t->known
                                   : tally_news(t);
}

/* put_sweep: the entry of the first failure, with the names of all that have this excuse. */
static void put_sweep(const page *p, const sweep *s, text *out) {
  const run *r = &p->all->items[s->column];
  const entry *e = sweep_first_failed(r, s);
  const tally *t = matrix_cell(p->matrix, s->row, s->column);
  text words = {0};
  if (e == NULL) {
    return;
  }
  sweep_put_failed(r, s, &words);
  text_printf(out,
              "<details class=\"entry %s\" data-run=\"%zu\" data-status=\"%s\"><summary>"
              "<span class=\"status\">sweep</span>",
              s->excuse == EXCUSE_NONE ? "sweep" : "sweep excused", s->column + 1,
              html_status(&e->result));
  html_excuse(&e->result, out);
  text_printf(out, " <span class=\"id\">%zu of %zu deviate</span> <span class=\"what\">",
              num_of(t, s->excuse), tally_judged(t));
  html_span(text_span(&words), out);
  text_puts(out,
            "</span></summary>\n<div class=\"body\"><p class=\"first\">The first of them, <b>");
  html_text(entry_name(e), out);
  text_puts(out, "</b>:</p>\n");
  html_facts(e, out);
  text_puts(out, "</div></details>\n");
  text_free(&words);
}

static void put_sweeps(const page *p, size_t column, size_t row, text *out) {
  for (int excuse = 0; excuse < EXCUSE_NUM; excuse++) {
    sweep s = {p->matrix, column, row, (excuse_kind)excuse};
    put_sweep(p, &s, out);
  }
}

static void put_entries(const page *p, size_t column, size_t row, text *out) {
  const run *r = &p->all->items[column];
  for (size_t i = 0; i < r->num; i++) {
    if (p->matrix->group[column][i] == row && entry_is_told(&r->entries[i])) {
      html_entry(&r->entries[i], column, out);
    }
  }
}

/* put_numbers appends "2 of 52 deviate, 3 expected". */
static void put_numbers(const tally *t, text *out) {
  const char *comma = tally_news(t) > 0 ? ", " : "";
  if (tally_bad(t) == 0) {
    text_puts(out, "nothing that gates");
  }
  if (tally_news(t) > 0) {
    text_printf(out, "%zu of %zu deviate", tally_news(t), tally_judged(t));
  }
  for (int i = EXCUSE_EXPECTED; i < EXCUSE_NUM; i++) {
    size_t num = num_of(t, (excuse_kind)i);
    if (num > 0) {
      text_printf(out, "%s%zu %s", comma, num, excuse_name((excuse_kind)i));
      comma = ", ";
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
  put_numbers(t, out);
  text_puts(out, "</span></h3>\n");
  if (p->matrix->sweeps[row]) {
    put_sweeps(p, column, row, out);
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

static void put_words(const char *class, const char *words, text *out) {
  if (words[0] != '\0') {
    text_printf(out, "<p class=\"%s\">", class);
    html_text(words, out);
    text_puts(out, "</p>\n");
  }
}

/* put_whole tells what is to be known of the run as a whole. */
static void put_whole(const run *r, text *out) {
  text problem = {0}, notes = {0}, meanings = {0};
  tell_problem(r, &problem);
  tell_meanings(r, &meanings);
  tell_notes(r, &notes);
  put_words(r->problem_is_known ? "problem excused" : "problem", text_str(&problem), out);
  put_words("problem", r->gates, out);
  put_words("meanings", text_str(&meanings), out);
  put_words(r->interrupted ? "problem" : "problem excused", text_str(&notes), out);
  text_free(&problem);
  text_free(&notes);
  text_free(&meanings);
}

static void put_run(const page *p, size_t column, text *out) {
  const run *r = &p->all->items[column];
  text_printf(out, "<section class=\"run\" id=\"t%zu\" data-run=\"%zu\">\n<h2>", column + 1,
              column + 1);
  html_text(r->label, out);
  text_puts(out, "</h2>\n");
  put_counts(&r->authored, "vectors", out);
  put_counts(&r->sweeps, "in sweeps", out);
  put_whole(r, out);
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
