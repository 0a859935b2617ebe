/* SPDX-License-Identifier: Apache-2.0 */
/* html_results.c - a row for each run; a column that is 0 in all of them is left out. On a narrow
 * screen a row becomes a card, and data-label says there what the head says here. */
#include "html.h"

static size_t num_pass(const tally *t) {
  return t->count[OUTCOME_PASS];
}

static size_t num_expected(const tally *t) {
  return t->expected;
}

static size_t num_known(const tally *t) {
  return t->known;
}

static size_t num_not_applicable(const tally *t) {
  return t->count[OUTCOME_NOT_APPLICABLE];
}

static size_t num_unrepresentable(const tally *t) {
  return t->count[OUTCOME_UNREPRESENTABLE];
}

static size_t num_disputed(const tally *t) {
  return t->count[OUTCOME_DISPUTED];
}

static size_t num_vacuous(const tally *t) {
  return t->count[OUTCOME_VACUOUS];
}

static size_t num_not_run(const tally *t) {
  return t->count[OUTCOME_NOT_RUN];
}

static size_t num_all(const tally *t) {
  return t->total;
}

typedef struct {
  const char *title, *class;
  size_t (*num)(const tally *t);
  bool always;
} column;

static const column columns[] = {{"vectors", "", num_all, true},
                                 {"pass", "pass", num_pass, true},
                                 {"deviate", "bad", tally_news, true},
                                 {"expected", "", num_expected, false},
                                 {"known", "", num_known, false},
                                 {"not applicable", "", num_not_applicable, false},
                                 {"cannot express", "", num_unrepresentable, false},
                                 {"disputed", "", num_disputed, false},
                                 {"vacuous", "odd", num_vacuous, false},
                                 {"not run", "bad", num_not_run, false}};

enum { NUM_COLUMNS = sizeof columns / sizeof *columns };

static bool is_shown(const page *p, const column *c) {
  bool any = c->always;
  for (size_t i = 0; i < p->all->num && !any; i++) {
    any = c->num(&p->all->items[i].authored) > 0;
  }
  return any;
}

static bool has_sweeps(const page *p) {
  bool any = false;
  for (size_t i = 0; i < p->all->num && !any; i++) {
    any = p->all->items[i].sweeps.total > 0;
  }
  return any;
}

static void put_head(const page *p, text *out) {
  text_puts(out, "<thead><tr><th scope=\"col\">implementation</th>"
                 "<th scope=\"col\"><span class=\"vh\">share</span></th>");
  for (size_t i = 0; i < NUM_COLUMNS; i++) {
    if (is_shown(p, &columns[i])) {
      text_printf(out, "<th scope=\"col\">%s</th>", columns[i].title);
    }
  }
  text_puts(out, has_sweeps(p) ? "<th scope=\"col\">sweeps</th>" : "");
  text_puts(out, "</tr></thead>\n");
}

/* put_bar: widths are attributes of SVG, for the policy forbids styles in elements. */
static void put_bar(const tally *t, text *out) {
  double all = t->total > 0 ? (double)t->total : 1;
  double pass = 100 * (double)num_pass(t) / all, bad = 100 * (double)tally_news(t) / all;
  double excused = 100 * (double)tally_excused(t) / all;
  text_printf(out,
              "<td class=\"share\"><svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" "
              "aria-hidden=\"true\"><rect class=\"rest\" width=\"100\" height=\"8\"/>"
              "<rect class=\"pass\" width=\"%.2f\" height=\"8\"/>"
              "<rect class=\"bad\" x=\"%.2f\" width=\"%.2f\" height=\"8\"/>"
              "<rect class=\"excused\" x=\"%.2f\" width=\"%.2f\" height=\"8\"/></svg></td>",
              pass, pass, bad, pass + bad, excused);
}

/* put_sweeps: what has an excuse stands in brackets, as in the groups. */
static void put_sweeps(const tally *t, text *out) {
  size_t bad = tally_news(t), excused = tally_excused(t), judged = tally_judged(t);
  const char *kind = judged == 0 ? " zero" : bad > 0 ? " bad" : "";
  text_printf(out, "<td data-label=\"sweeps\" class=\"sweeps%s\">", kind);
  if (judged == 0) {
    text_puts(out, "–</td>");
    return;
  }
  bool brackets = bad == 0 && excused > 0;
  size_t num = bad > 0 ? bad : excused > 0 ? excused : num_pass(t);
  text_printf(out, "<span>%s%zu%s<small>/%zu</small> %s</span></td>", brackets ? "(" : "", num,
              brackets ? ")" : "", judged, bad + excused > 0 ? "deviate" : "pass");
}

/* badge_of: what makes a run fail though no number is red. */
static const char *badge_of(const run *r) {
  if (r->problem[0] != '\0' && !r->problem_is_known) {
    return " <span class=\"bad\">problem</span>";
  }
  return r->gates[0] != '\0' ? " <span class=\"bad\">gates</span>" : "";
}

static void put_row(const page *p, size_t row, text *out) {
  const run *r = &p->all->items[row];
  text_printf(out, "<tr><th scope=\"row\"><a href=\"#t%zu\">", row + 1);
  html_text(r->label, out);
  text_printf(out, "</a>%s</th>", badge_of(r));
  put_bar(&r->authored, out);
  for (size_t i = 0; i < NUM_COLUMNS; i++) {
    const column *c = &columns[i];
    size_t num = c->num(&r->authored);
    if (is_shown(p, c)) {
      text_printf(out, "<td data-label=\"%s\" class=\"%s\">%zu</td>", c->title,
                  num > 0 ? c->class : "zero", num);
    }
  }
  if (has_sweeps(p)) {
    put_sweeps(&r->sweeps, out);
  }
  text_puts(out, "</tr>\n");
}

void html_results(const page *p, text *out) {
  text_puts(out, "<table class=\"results\">\n");
  put_head(p, out);
  text_puts(out, "<tbody>\n");
  for (size_t i = 0; i < p->all->num; i++) {
    put_row(p, i, out);
  }
  text_puts(out, "</tbody></table>\n");
}
