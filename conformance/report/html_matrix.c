/* SPDX-License-Identifier: Apache-2.0 */
/* html_matrix.c - a cell says with a sign, a number and a shade how a group went, and leads to what
 * deviates there. */
#include "html.h"
#include "tell.h"

/* shade is 1 to 4: a few, a third, two thirds, all of what was judged deviates. */
static int shade(const tally *t) {
  size_t bad = tally_news(t), of = tally_judged(t);
  return 10 * bad <= of ? 1 : 3 * bad <= of ? 2 : 3 * bad <= 2 * of ? 3 : 4;
}

static bool is_told(const tally *t) {
  return tally_bad(t) + t->count[OUTCOME_VACUOUS] > 0 ||
         t->count[OUTCOME_DISPUTED] > t->disputed_matched;
}

static void put_sign(const tally *t, text *out) {
  if (tally_news(t) > 0) {
    text_printf(out, "<b>%zu</b><small>/%zu</small>", tally_news(t), tally_judged(t));
  } else if (tally_excused(t) > 0) {
    text_printf(out, "(%zu)<small>/%zu</small>", tally_excused(t), tally_judged(t));
  } else if (t->count[OUTCOME_PASS] > 0) {
    text_printf(out, "<i>✓</i>%zu", t->count[OUTCOME_PASS]);
  } else {
    text_puts(out, t->count[OUTCOME_NOT_RUN] + t->count[OUTCOME_VACUOUS] > 0 ? "?" : "–");
  }
}

static void put_class(const tally *t, text *out) {
  if (tally_news(t) > 0) {
    text_printf(out, "bad bad%d", shade(t));
  } else if (tally_excused(t) > 0) {
    text_puts(out, "excused");
  } else if (t->count[OUTCOME_NOT_RUN] + t->count[OUTCOME_VACUOUS] > 0) {
    text_puts(out, "odd");
  } else {
    text_puts(out, t->count[OUTCOME_PASS] > 0 ? "pass" : "none");
  }
}

/* put_cell: the sign is for the eye, the counts are for the ear and the pointer. */
static void put_cell(const page *p, size_t row, size_t column, text *out) {
  const tally *t = matrix_cell(p->matrix, row, column);
  bool link = is_told(t);
  text words = {0};
  tell_counts(t, p->matrix->sweeps[row] ? "in the sweep" : "vectors", &words);
  text_puts(out, "<td class=\"");
  put_class(t, out);
  text_printf(out, "\" title=\"%s\">", text_str(&words));
  if (link) {
    text_printf(out, "<a href=\"#t%zu-g%zu\">", column + 1, row + 1);
  }
  text_puts(out, "<span aria-hidden=\"true\">");
  put_sign(t, out);
  text_printf(out, "</span><span class=\"vh\">%s</span>%s</td>", text_str(&words),
              link ? "</a>" : "");
  text_free(&words);
}

static void put_head(const page *p, text *out) {
  text_puts(out, "<thead><tr><th scope=\"col\">group</th>");
  for (size_t i = 0; i < p->all->num; i++) {
    text_printf(out, "<th scope=\"col\"><a href=\"#t%zu\">", i + 1);
    html_text(p->all->items[i].label, out);
    text_puts(out, "</a></th>");
  }
  text_puts(out, "</tr></thead>\n");
}

static size_t profile_len(const char *name) {
  return strcspn(name, "/");
}

static bool is_same_profile(const char *a, const char *b) {
  return profile_len(a) == profile_len(b) && strncmp(a, b, profile_len(a)) == 0;
}

static void put_profile(const page *p, const char *name, bool first, text *out) {
  text_puts(out, first ? "<tbody>" : "</tbody>\n<tbody>");
  text_puts(out, "<tr class=\"profile\"><th scope=\"rowgroup\">");
  html_span(dciauth_bytes(name, profile_len(name)), out);
  text_printf(out, "</th><td colspan=\"%zu\"></td></tr>\n", p->all->num);
}

static void put_group(const page *p, size_t row, text *out) {
  const char *name = p->matrix->groups[row];
  size_t skip = profile_len(name);
  text_printf(out, "<tr%s><th scope=\"row\">", p->matrix->sweeps[row] ? " class=\"sweep\"" : "");
  html_text(name + skip + (name[skip] == '/' ? 1 : 0), out);
  text_puts(out, "</th>");
  for (size_t i = 0; i < p->all->num; i++) {
    put_cell(p, row, i, out);
  }
  text_puts(out, "</tr>\n");
}

void html_matrix(const page *p, text *out) {
  const char *last = NULL;
  size_t left_out = 0;
  text_puts(out, "<table class=\"matrix\">\n");
  put_head(p, out);
  for (size_t g = 0; g < p->matrix->num; g++) {
    const char *name = p->matrix->groups[g];
    if (!matrix_applies(p->matrix, g)) {
      left_out++;
      continue;
    }
    if (last == NULL || !is_same_profile(last, name)) {
      put_profile(p, name, last == NULL, out);
    }
    last = name;
    put_group(p, g, out);
  }
  text_puts(out, last != NULL ? "</tbody></table>\n" : "</table>\n");
  if (left_out > 0) {
    text_printf(out, "<p class=\"note\">%zu more group%s to none of these implementations.</p>\n",
                left_out, left_out == 1 ? " applies" : "s apply");
  }
}
