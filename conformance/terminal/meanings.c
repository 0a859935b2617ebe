/* SPDX-License-Identifier: Apache-2.0 */
/* meanings.c - what the numbers of the table mean. */
#include "meanings.h"

#include "explain.h"
#include "screen.h"

enum { MAX_IDS = 6, WIDTH = 100 };

/* collected are the outcomes of one meaning. */
typedef struct {
  text ids; /* the first few, with ", " between them */
  size_t num;
} collected;

static void collect(collected *c, const char *id) {
  if (c->num < MAX_IDS) {
    text_printf(&c->ids, "%s%s", c->num > 0 ? ", " : "", id);
  }
  c->num++;
}

static void put_line(meaning m, const collected *c, text *out) {
  text number = {0}, rest = {0};
  bool alarming = m <= MEANING_VIEW;
  meaning_put_number(m, c->num, &number);
  text_printf(out, "  %s%s%s", alarming ? screen_colour(COLOUR_RED) : "", text_str(&number),
              alarming ? screen_colour(COLOUR_OFF) : "");
  text_puts(out, meaning_words(m)[0] != '\0' ? ":" : "");
  text_printf(&rest, "%s%s(%s", meaning_words(m), meaning_words(m)[0] != '\0' ? " " : "",
              text_str(&c->ids));
  if (c->num > MAX_IDS) {
    text_printf(&rest, " and %zu more", c->num - MAX_IDS);
  }
  text_puts(&rest, ")");
  explain_put_wrapped(text_str(&rest), number.len + 3, 5, WIDTH, out);
  text_free(&number);
  text_free(&rest);
}

void meanings_put(const result *r, const vector_set *set, const options *o, bool of_sweeps,
                  text *out) {
  collected all[MEANING_NUM] = {{{0}, 0}};
  for (size_t i = 0; i < set->num; i++) {
    const vector *v = &set->items[i];
    meaning m = meaning_of(v->severity, &r->outcomes[i]);
    if (m != MEANING_NONE && v->sweep == of_sweeps && options_select(o, v)) {
      collect(&all[m], v->id);
    }
  }
  for (meaning m = 0; m < MEANING_NUM; m++) {
    if (all[m].num > 0) {
      put_line(m, &all[m], out);
    }
    text_free(&all[m].ids);
  }
}
