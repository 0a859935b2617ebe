/* SPDX-License-Identifier: Apache-2.0 */
/* tell.c - the words are those of the terminal (explain.c), without its colours. */
#include "tell.h"

#include "clean.h"
#include "explain.h"

static void put_clean(const text *words, text *out) {
  clean_put_line(out, text_span(words));
}

void tell_place(const entry *e, text *out) {
  text place = {0};
  explain_place(&e->result, &place);
  put_clean(&place, out);
  text_free(&place);
}

void tell_reason(const entry *e, text *out) {
  const outcome *o = &e->result;
  if (outcome_is_failure(o->status)) {
    if (o->excuse != EXCUSE_NONE) {
      text_printf(out, "%s failure: ", excuse_name(o->excuse));
    }
    tell_place(e, out);
    text_puts(out, o->message.len > 0 ? ": " : "");
  } else if (o->status == OUTCOME_DISPUTED) {
    text_printf(out, "disputed, gates nothing; the result is %s",
                o->matched ? "as the suite has it" : "another than the suite's");
    text_puts(out, o->message.len > 0 ? ": " : "");
  } else {
    text_puts(out, outcome_name(o->status));
    text_puts(out, o->message.len > 0 ? ": " : "");
  }
  put_clean(&o->message, out);
}

static void put_line(const char *label, dciauth_span words, text *out) {
  if (words.len > 0) {
    text_printf(out, "  %s  ", label);
    clean_put_line(out, words);
    text_puts(out, "\n");
  }
}

void tell_body(const entry *e, text *out) {
  const outcome *o = &e->result;
  text_puts(out, "  ");
  clean_put_line(out, dciauth_str(e->title));
  if (e->severity[0] != '\0' && strcmp(e->severity, "none") != 0) {
    text_puts(out, " (severity ");
    clean_put_line(out, dciauth_str(e->severity));
    text_puts(out, ")");
  }
  text_puts(out, "\n");
  if (o->expected.len > 0 || o->actual.len > 0) {
    text values = {0};
    explain_put_values(o, &values);
    clean_put(out, text_span(&values));
    text_free(&values);
  }
  put_line("mistake ", text_span(&o->mistake), out);
  put_line("message ", text_span(&o->message), out);
  put_line("why     ", dciauth_str(e->comment), out);
  put_line("again   ", dciauth_str(e->replay), out);
  text noise = {0};
  explain_put_noise(&o->noise, &noise);
  clean_put(out, text_span(&noise));
  text_free(&noise);
}

void tell_problem(const run *r, text *out) {
  if (r->problem[0] != '\0') {
    text_printf(out, "%s%s", r->problem_is_known ? "known problem: " : "", r->problem);
  }
}

void tell_notes(const run *r, text *out) {
  text_puts(out, r->interrupted ? "The run was interrupted.\n" : "");
  text_puts(out, r->stopped ? "The run was stopped at the first failure, as asked.\n" : "");
  if (r->blind) {
    text_printf(out, "A blind run: --seed %zu repeats its order.\n", r->seed);
  }
}

static void put_count(size_t num, const char *words, bool *any, text *out) {
  if (num > 0) {
    text_printf(out, "%s %zu %s", *any ? "," : ":", num, words);
    *any = true;
  }
}

void tell_counts(const tally *t, const char *what, text *out) {
  bool any = false;
  text_printf(out, "%zu %s", t->total, what);
  put_count(t->count[OUTCOME_PASS], "pass", &any, out);
  put_count(tally_news(t), "deviate", &any, out);
  put_count(t->expected, "expected", &any, out);
  put_count(t->known, "known", &any, out);
  put_count(t->count[OUTCOME_NOT_APPLICABLE], "not applicable", &any, out);
  put_count(t->count[OUTCOME_UNREPRESENTABLE], "cannot be expressed", &any, out);
  put_count(t->count[OUTCOME_DISPUTED], "disputed", &any, out);
  put_count(t->count[OUTCOME_VACUOUS], "vacuous", &any, out);
  put_count(t->count[OUTCOME_NOT_RUN], "not run", &any, out);
}

void tell_meanings(const run *r, text *out) {
  bool any = false;
  for (meaning m = 0; m < MEANING_NUM; m++) {
    size_t num = r->authored.meaning[m] + r->sweeps.meaning[m];
    const char *words = meaning_words(m);
    if (num > 0) {
      text_puts(out, any ? "; " : "");
      meaning_put_number(m, num, out);
      text_printf(out, "%s%s", words[0] != '\0' ? ": " : "", words);
      any = true;
    }
  }
}
