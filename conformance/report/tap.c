/* SPDX-License-Identifier: Apache-2.0 */
/* tap.c - TAP 14: a line for each vector of each target, and below a failure what there is of it,
 * in YAML. */
#include "clean.h"
#include "tell.h"
#include "writers.h"

/* put_escaped: a '#' would begin a directive. */
static void put_escaped(dciauth_span words, text *out) {
  text clean = {0};
  clean_put_line(&clean, words);
  for (size_t i = 0; i < clean.len; i++) {
    if (clean.ptr[i] == '#' || clean.ptr[i] == '\\') {
      text_puts(out, "\\");
    }
    text_put(out, clean.ptr + i, 1);
  }
  text_free(&clean);
}

static void put_block(const text *words, text *out) {
  dciauth_span left = text_span(words);
  while (left.len > 0) {
    const uint8_t *end = memchr(left.ptr, '\n', left.len);
    size_t len = end != NULL ? (size_t)(end - left.ptr) : left.len;
    text_puts(out, "    ");
    text_put(out, left.ptr, len);
    text_puts(out, "\n");
    size_t used = end != NULL ? len + 1 : len;
    left = dciauth_bytes(left.ptr + used, left.len - used);
  }
}

/* put_yaml: the lines of a block scalar begin in column 4, and the number says so, for the first
 * of them may begin with blanks. */
static void put_yaml(const char *status, const text *words, text *out) {
  text_printf(out, "  ---\n  status: %s\n  message: |2\n", status);
  put_block(words, out);
  text_puts(out, "  ...\n");
}

typedef struct {
  size_t num;
  text *out;
} tap;

static void put_head(tap *t, bool fine, const run *r, const char *what) {
  text_printf(t->out, "%sok %zu - ", fine ? "" : "not ", ++t->num);
  put_escaped(dciauth_str(r->label), t->out);
  text_puts(t->out, ": ");
  put_escaped(dciauth_str(what), t->out);
}

static void put_problem(tap *t, const run *r) {
  text words = {0};
  put_head(t, false, r, "starts and ends well");
  text_puts(t->out, "\n");
  clean_put_line(&words, dciauth_str(r->problem));
  put_yaml("target", &words, t->out);
  text_free(&words);
}

static void put_entry(tap *t, const run *r, const entry *e) {
  outcome_status status = e->result.status;
  bool bad = outcome_is_failure(status) || status == OUTCOME_NOT_RUN;
  text words = {0};
  put_head(t, !bad, r, e->id);
  if (!bad && status != OUTCOME_PASS) {
    tell_reason(e, &words);
    text_puts(t->out, " # SKIP ");
    put_escaped(text_span(&words), t->out);
  }
  text_puts(t->out, "\n");
  if (bad) {
    tell_reason(e, &words);
    text_puts(&words, "\n");
    tell_body(e, &words);
    put_yaml(outcome_name(status), &words, t->out);
  }
  text_free(&words);
}

bool write_tap(const runs *all, text *out) {
  tap t = {0, out};
  size_t total = 0;
  for (size_t i = 0; i < all->num; i++) {
    total += all->items[i].num + (all->items[i].problem[0] != '\0' ? 1 : 0);
  }
  text_printf(out, "TAP version 14\n1..%zu\n", total);
  for (size_t i = 0; i < all->num; i++) {
    const run *r = &all->items[i];
    if (r->problem[0] != '\0') {
      put_problem(&t, r);
    }
    for (size_t k = 0; k < r->num; k++) {
      put_entry(&t, r, &r->entries[k]);
    }
  }
  return true;
}
