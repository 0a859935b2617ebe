/* SPDX-License-Identifier: Apache-2.0 */
/* markdown.c - a summary that GitHub shows below a job, which takes 1 MiB: the table, and of each
 * target the first failures. */
#include "clean.h"
#include "matrix.h"
#include "sweep_words.h"
#include "tell.h"
#include "writers.h"

enum { MOST_TOLD = 20, MOST_MISTAKES = 10 };

/* put_words: a backslash makes what means something within a line plain text, in a table too. */
static void put_words(const char *words, text *out) {
  text clean = {0};
  clean_put_line(&clean, dciauth_str(words));
  for (size_t i = 0; i < clean.len; i++) {
    if (strchr("\\`*_[]<>|~@&", clean.ptr[i]) != NULL) {
      text_puts(out, "\\");
    }
    text_put(out, clean.ptr + i, 1);
  }
  text_free(&clean);
}

static void put_number(size_t num, bool bad, text *out) {
  bool strong = bad && num > 0;
  text_printf(out, " %s%zu%s |", strong ? "**" : "", num, strong ? "**" : "");
}

/* extra says which columns there are that most reports have no use for. */
typedef struct {
  bool expected, known;
} extra;

static extra extra_of(const runs *all) {
  extra more = {false, false};
  for (size_t i = 0; i < all->num; i++) {
    const run *r = &all->items[i];
    more.expected = more.expected || r->authored.expected + r->sweeps.expected > 0;
    more.known = more.known || r->authored.known + r->sweeps.known > 0;
  }
  return more;
}

static void put_row(const char *name, bool sweeps, const tally *t, extra more, text *out) {
  text_puts(out, "| ");
  put_words(name, out);
  text_puts(out, sweeps ? ", sweeps |" : " |");
  put_number(t->total, false, out);
  put_number(t->count[OUTCOME_PASS], false, out);
  put_number(tally_news(t), true, out);
  if (more.expected) {
    put_number(t->expected, false, out);
  }
  if (more.known) {
    put_number(t->known, false, out);
  }
  put_number(t->count[OUTCOME_NOT_APPLICABLE], false, out);
  put_number(t->count[OUTCOME_UNREPRESENTABLE], false, out);
  put_number(t->count[OUTCOME_DISPUTED], false, out);
  put_number(t->count[OUTCOME_VACUOUS], false, out);
  put_number(t->count[OUTCOME_NOT_RUN], true, out);
  text_puts(out, "\n");
}

static void put_table(const runs *all, text *out) {
  extra more = extra_of(all);
  text_printf(out,
              "| target | vectors | pass | deviate |%s%s not applicable | cannot be expressed | "
              "disputed | vacuous | not run |\n"
              "| :-- | --: | --: | --: |%s%s --: | --: | --: | --: | --: |\n",
              more.expected ? " expected |" : "", more.known ? " known |" : "",
              more.expected ? " --: |" : "", more.known ? " --: |" : "");
  for (size_t i = 0; i < all->num; i++) {
    const run *r = &all->items[i];
    put_row(r->label, false, &r->authored, more, out);
    if (r->sweeps.total > 0) {
      put_row(r->label, true, &r->sweeps, more, out);
    }
  }
}

/* put_fenced: a fence is longer than every run of backticks in what it holds. */
static void put_fenced(const text *content, text *out) {
  size_t longest = 2, now = 0;
  for (size_t i = 0; i < content->len; i++) {
    now = content->ptr[i] == '`' ? now + 1 : 0;
    longest = now > longest ? now : longest;
  }
  text fence = {0};
  for (size_t i = 0; i <= longest; i++) {
    text_puts(&fence, "`");
  }
  text_printf(out, "%stext\n%s%s\n\n", text_str(&fence), text_str(content), text_str(&fence));
  text_free(&fence);
}

static void put_entry(const entry *e, text *out) {
  text body = {0};
  clean_put_line(&body, dciauth_str(e->id));
  text_puts(&body, " at ");
  tell_place(e, &body);
  text_puts(&body, "\n");
  tell_body(e, &body);
  put_fenced(&body, out);
  text_free(&body);
}

static void put_entries(const run *r, text *out) {
  size_t num = 0;
  for (size_t i = 0; i < r->num; i++) {
    const entry *e = &r->entries[i];
    if (!e->sweep && outcome_is_news(&e->result) && num++ < MOST_TOLD) {
      put_entry(e, out);
    }
  }
  if (num > MOST_TOLD) {
    text_printf(out, "%zu more are in the other reports.\n\n", num - MOST_TOLD);
  }
}

static void put_sweeps(const run *r, const matrix *m, size_t column, text *out) {
  for (size_t g = 0; g < m->num; g++) {
    const tally *t = matrix_cell(m, g, column);
    sweep s = {m, column, g, EXCUSE_NONE};
    if (m->sweeps[g] && tally_news(t) > 0) {
      text words = {0};
      text_puts(out, "- ");
      put_words(m->groups[g], out);
      text_printf(out, ": %zu of %zu deviate: ", tally_news(t), t->total);
      sweep_put_failed(r, &s, &words);
      put_words(text_str(&words), out);
      text_puts(out, "\n");
      text_free(&words);
    }
  }
  text_puts(out, "\n");
}

static void put_mistakes(const run *r, text *out) {
  groups found;
  mistakes_of(r, true, &found);
  for (size_t i = 0; i < found.num && i < MOST_MISTAKES; i++) {
    text_puts(out, i == 0 ? "They look like: " : ", ");
    put_words(text_str(&found.items[i].label), out);
    text_printf(out, " (%zu)", found.items[i].num);
  }
  text_puts(out, found.num > 0 ? "\n\n" : "");
  groups_free(&found);
}

/* put_whole tells what is to be known of the run as a whole. */
static void put_whole(const run *r, text *out) {
  text words = {0}, clean = {0};
  tell_problem(r, &words);
  text_puts(&words, words.len > 0 ? "\n" : "");
  text_printf(&words, "%s%s", r->gates, r->gates[0] != '\0' ? "\n" : "");
  tell_notes(r, &words);
  if (words.len > 0) {
    text_puts(out, "\n**");
    put_words(r->label, out);
    text_puts(out, "**:\n\n");
    clean_put(&clean, text_span(&words));
    put_fenced(&clean, out);
  }
  text_free(&words);
  text_free(&clean);
}

/* put_meanings stands outside of what is folded: it is what a reader must not miss. */
static void put_meanings(const run *r, text *out) {
  text words = {0};
  tell_meanings(r, &words);
  if (words.len > 0) {
    text_puts(out, "\n**");
    put_words(r->label, out);
    text_printf(out, "**: %s\n", words.ptr);
  }
  text_free(&words);
}

static void put_run(const run *r, const matrix *m, size_t column, text *out) {
  put_whole(r, out);
  put_meanings(r, out);
  if (run_news(r) > 0) {
    text label = {0};
    clean_put_line(&label, dciauth_str(r->label)); /* an empty line would end the element */
    text_puts(out, "\n<details><summary>");
    clean_put_html(out, text_span(&label));
    text_free(&label);
    text_printf(out, ": %zu deviate</summary>\n\n", run_news(r));
    put_mistakes(r, out);
    put_entries(r, out);
    put_sweeps(r, m, column, out);
    text_puts(out, "</details>\n");
  }
}

bool write_markdown(const runs *all, text *out) {
  matrix m;
  size_t bad = 0;
  for (size_t i = 0; i < all->num; i++) {
    bad += run_is_bad(&all->items[i]) ? 1 : 0;
  }
  text_printf(out, "## Conformance: %zu of %zu without %sdeviations\n\n", all->num - bad, all->num,
              runs_excused(all) > 0 ? "new " : "");
  put_table(all, out);
  matrix_make(all, &m);
  for (size_t i = 0; i < all->num; i++) {
    put_run(&all->items[i], &m, i, out);
  }
  matrix_free(&m);
  return true;
}
