/* SPDX-License-Identifier: Apache-2.0 */
/* sweep_words.c - 256 failures of one cause are a few ranges. */
#include "sweep_words.h"

typedef struct {
  const entry *first, *last;
  size_t num;
} range;

static void put_range(const range *r, text *out) {
  if (r->num == 0) {
    return;
  }
  text_puts(out, out->len > 0 ? ", " : "");
  text_puts(out, entry_name(r->first));
  if (r->num > 1) {
    text_printf(out, "%s%s", r->num > 2 ? " … " : ", ", entry_name(r->last));
  }
  if (r->num > 2) {
    text_printf(out, " (%zu)", r->num);
  }
}

static bool is_in_row(const sweep *s, size_t i) {
  return s->matrix->group[s->column][i] == s->row;
}

static bool is_failure(const sweep *s, const entry *e) {
  return outcome_is_failure(e->result.status) && e->result.excuse == s->excuse;
}

void sweep_put_failed(const run *r, const sweep *s, text *out) {
  text words = {0};
  range now = {0};
  for (size_t i = 0; i < r->num; i++) {
    const entry *e = &r->entries[i];
    if (!is_in_row(s, i)) {
      continue;
    }
    if (is_failure(s, e)) {
      now = (range){now.num > 0 ? now.first : e, e, now.num + 1};
    } else {
      put_range(&now, &words);
      now = (range){0};
    }
  }
  put_range(&now, &words);
  text_put_span(out, text_span(&words));
  text_free(&words);
}

const entry *sweep_first_failed(const run *r, const sweep *s) {
  for (size_t i = 0; i < r->num; i++) {
    if (is_in_row(s, i) && is_failure(s, &r->entries[i])) {
      return &r->entries[i];
    }
  }
  return NULL;
}
