/* SPDX-License-Identifier: Apache-2.0 */
/* html_notes.c - reasons and how often: what was not judged is counted and shown, or a pass would
 * mean less than it says. */
#include "html.h"

static void put_groups(const char *title, groups *g, text *out) {
  size_t num = 0;
  for (size_t i = 0; i < g->num; i++) {
    num += g->items[i].num;
  }
  if (num > 0) {
    text_printf(out, "<details class=\"notes\"><summary>%s: %zu</summary>\n<ul>\n", title, num);
  }
  for (size_t i = 0; i < g->num; i++) {
    const group *its = &g->items[i];
    text_printf(out, "<li><span class=\"n\">%zu</span> ", its->num);
    html_span(text_span(&its->label), out);
    text_puts(out, " <span class=\"ids\">");
    html_span(text_span(&its->ids), out);
    text_puts(out, "</span></li>\n");
  }
  text_puts(out, num > 0 ? "</ul></details>\n" : "");
  groups_free(g);
}

static const char *or_word(const text *words, const char *other) {
  return words->len > 0 ? text_str(words) : other;
}

void html_notes(const run *r, text *out) {
  groups skipped = {0}, unable = {0}, disputed = {0}, remarks = {0}, not_run = {0};
  for (size_t i = 0; i < r->num; i++) {
    const entry *e = &r->entries[i];
    const outcome *o = &e->result;
    if (o->status == OUTCOME_NOT_APPLICABLE) {
      groups_add(&skipped, or_word(&o->message, "not applicable"), e->id);
    } else if (o->status == OUTCOME_UNREPRESENTABLE) {
      groups_add(&unable, or_word(&o->message, "the library's types cannot carry it"), e->id);
    } else if (o->status == OUTCOME_DISPUTED) {
      groups_add(&disputed, o->matched ? "as the suite has it" : "otherwise", e->id);
    } else if (o->status == OUTCOME_NOT_RUN) {
      groups_add(&not_run,
                 r->stopped ? "the run was stopped at the first failure"
                            : "the target was lost before, or the run interrupted",
                 e->id);
    }
    if (o->warning.len > 0) {
      groups_add(&remarks, text_str(&o->warning), e->id);
    }
  }
  put_groups("Not run", &not_run, out);
  put_groups("Not applicable", &skipped, out);
  put_groups("Cannot be expressed", &unable, out);
  put_groups("Disputed, gates nothing", &disputed, out);
  put_groups("Remarks", &remarks, out);
}
