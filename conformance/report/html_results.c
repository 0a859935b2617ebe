/* SPDX-License-Identifier: Apache-2.0 */
/* html_results.c - a row for each run. On a narrow screen a row becomes a card, and data-label says
 * there what the head says here. */
#include "html.h"

/* put_bar: widths are attributes of SVG, for the policy forbids styles in elements. */
static void put_bar(const tally *t, text *out) {
  double all = t->total > 0 ? (double)t->total : 1;
  double pass = 100 * (double)t->count[OUTCOME_PASS] / all, bad = 100 * (double)tally_bad(t) / all;
  text_printf(out,
              "<td class=\"share\"><svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" "
              "aria-hidden=\"true\"><rect class=\"rest\" width=\"100\" height=\"8\"/>"
              "<rect class=\"pass\" width=\"%.2f\" height=\"8\"/>"
              "<rect class=\"bad\" x=\"%.2f\" width=\"%.2f\" height=\"8\"/></svg></td>",
              pass, pass, bad);
}

static void put_number(const char *label, size_t num, const char *kind, text *out) {
  text_printf(out, "<td data-label=\"%s\" class=\"%s\">%zu</td>", label, num > 0 ? kind : "zero",
              num);
}

static void put_sweeps(const tally *t, text *out) {
  text_puts(out, "<td data-label=\"sweeps\" class=\"sweeps");
  text_puts(out, t->total == 0 ? " zero\">–" : tally_bad(t) > 0 ? " bad\">" : "\">");
  if (t->total > 0) {
    text_printf(out, "%zu<small>/%zu</small>",
                tally_bad(t) > 0 ? tally_bad(t) : t->count[OUTCOME_PASS], t->total);
    text_puts(out, tally_bad(t) > 0 ? " deviate" : " pass");
  }
  text_puts(out, "</td>");
}

static void put_row(const run *r, size_t column, text *out) {
  const tally *t = &r->authored;
  text_printf(out, "<tr><th scope=\"row\"><a href=\"#t%zu\">", column + 1);
  html_text(r->label, out);
  text_puts(out, "</a></th>");
  put_bar(t, out);
  put_number("vectors", t->total, "", out);
  put_number("pass", t->count[OUTCOME_PASS], "pass", out);
  put_number("deviate", tally_bad(t), "bad", out);
  put_number("not applicable", t->count[OUTCOME_NOT_APPLICABLE], "", out);
  put_number("cannot express", t->count[OUTCOME_UNREPRESENTABLE], "", out);
  put_number("disputed", t->count[OUTCOME_DISPUTED], "", out);
  put_number("vacuous", t->count[OUTCOME_VACUOUS], "odd", out);
  put_number("not run", t->count[OUTCOME_NOT_RUN], "bad", out);
  put_sweeps(&r->sweeps, out);
  text_puts(out, "</tr>\n");
}

void html_results(const page *p, text *out) {
  for (size_t i = 0; i < p->all->num; i++) {
    put_row(&p->all->items[i], i, out);
  }
}
