/* SPDX-License-Identifier: Apache-2.0 */
/* kill_report.c - the matrix of mutants for a page and for a program. */
#include "json_out.h"
#include "kill_matrix.h"

static bool is_shown(const kill_matrix *m, size_t group) {
  return kill_matrix_sum_of(m, group).killed > 0;
}

static void put_head(const kill_matrix *m, text *out) {
  text_puts(out, "| mutant | story |");
  for (size_t g = 0; g < m->groups->num; g++) {
    if (is_shown(m, g)) {
      text_puts(out, " ");
      kill_matrix_put_group(&m->groups->items[g], out);
      text_puts(out, " |");
    }
  }
  text_puts(out, "\n| :-- | :-- |");
  for (size_t g = 0; g < m->groups->num; g++) {
    text_puts(out, is_shown(m, g) ? " --: |" : "");
  }
  text_puts(out, "\n");
}

/* put_words: what means something within a cell is made plain text. */
static void put_words(const char *words, text *out) {
  for (const char *c = words; *c != '\0'; c++) {
    text_puts(out, strchr("\\`*_[]<>|~@&", *c) != NULL ? "\\" : "");
    text_put(out, c, 1);
  }
}

static void put_row(const kill_matrix *m, const kill_row *row, text *out) {
  bool lives = row->total == 0;
  text_printf(out, "| %s%s%s | ", lives ? "**" : "", row->mutant->name,
              lives ? (row->problem.len > 0 ? "** was not run" : "** survived") : "");
  put_words(row->mutant->story, out);
  if (row->mutant->see[0] != '\0') {
    text_puts(out, " (");
    put_words(row->mutant->see, out);
    text_puts(out, ")");
  }
  text_puts(out, " |");
  for (size_t g = 0; g < m->groups->num; g++) {
    if (is_shown(m, g) && row->by_group[g] > 0) {
      text_printf(out, " %zu |", row->by_group[g]);
    } else if (is_shown(m, g)) {
      text_puts(out, " |");
    }
  }
  text_puts(out, "\n");
}

void kill_report_put_markdown(const kill_matrix *m, text *out) {
  kill_matrix_put_sum(m, out);
  text_puts(out, "\n");
  put_head(m, out);
  for (size_t i = 0; i < m->num; i++) {
    put_row(m, &m->rows[i], out);
  }
}

static void put_json_row(const kill_matrix *m, const kill_row *row, text *out) {
  out_open(out, '{');
  out_member(out, "name", row->mutant->name);
  out_member(out, "area", row->mutant->area);
  out_member(out, "story", row->mutant->story);
  if (row->mutant->see[0] != '\0') {
    out_member(out, "see", row->mutant->see);
  }
  bool ran = row->problem.len == 0;
  out_member(out, "status", row->total > 0 ? "killed" : ran ? "survived" : "not_run");
  if (!ran) {
    out_member(out, "problem", row->problem.ptr);
  }
  out_key(out, "kills");
  out_open(out, '{');
  for (size_t g = 0; g < m->groups->num; g++) {
    if (row->by_group[g] > 0) {
      text name = {0};
      kill_matrix_put_group(&m->groups->items[g], &name);
      out_number(out, name.ptr, (long long)row->by_group[g]);
      text_free(&name);
    }
  }
  out_close(out, '}');
  out_close(out, '}');
}

void kill_report_put_json(const kill_matrix *m, text *out) {
  out_open(out, '{');
  out_key(out, "groups");
  out_open(out, '{');
  for (size_t g = 0; g < m->groups->num; g++) {
    text name = {0};
    kill_matrix_put_group(&m->groups->items[g], &name);
    out_number(out, name.ptr, (long long)m->groups->items[g].num);
    text_free(&name);
  }
  out_close(out, '}');
  out_key(out, "mutants");
  out_open(out, '[');
  for (size_t i = 0; i < m->num; i++) {
    put_json_row(m, &m->rows[i], out);
  }
  out_close(out, ']');
  if (m->left > 0) {
    out_key(out, "interrupted");
    text_puts(out, "true");
  }
  out_close(out, '}');
  text_puts(out, "\n");
}
