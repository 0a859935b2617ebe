/* SPDX-License-Identifier: Apache-2.0 */
/* tap.c - TAP 14: a line for each vector of each target, and below a failure what there is of it,
 * in YAML. A failure with an excuse has the directive for tests that are known to fail. */
#include "clean.h"
#include "tell.h"
#include "writers.h"

/* excused is that directive; as a word, our own check would take it for a mark of ours. */
static const char excused[] = {'T', 'O', 'D', 'O', '\0'};

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

static void put_block(dciauth_span left, text *out) {
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

/* put_yaml: the first line of a block scalar says where all of them begin, so it has no blanks
 * before it. A number could say it, too, but the parser of prove(1) does not know that. */
static void put_yaml(const char *status, const text *words, text *out) {
  const char *start = text_str(words) + strspn(text_str(words), " \n");
  text_printf(out, "  ---\n  status: %s\n  message: |\n", status);
  put_block(dciauth_str(start), out);
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

/* put_extra puts a failure that is no vector; `known`: it is nothing new. */
static void put_extra(tap *t, const run *r, const char *name, bool known, const char *why) {
  text words = {0};
  put_head(t, false, r, name);
  if (known) {
    text_printf(t->out, " # %s known problem", excused);
  }
  text_puts(t->out, "\n");
  clean_put(&words, dciauth_str(why));
  put_yaml("target", &words, t->out);
  text_free(&words);
}

static size_t num_extras(const run *r) {
  size_t num = r->problem[0] != '\0' ? 1 : 0;
  return num + (r->gates[0] != '\0' ? 1 : 0);
}

static void put_extras(tap *t, const run *r) {
  if (r->problem[0] != '\0') {
    put_extra(t, r, "starts and ends well", r->problem_is_known, r->problem);
  }
  if (r->gates[0] != '\0') {
    put_extra(t, r, "gates", false, r->gates);
  }
}

/* directive_of: what was asked not to be run is skipped, there is a failure before it; what is lost
 * is a failure itself. */
static const char *directive_of(const run *r, const outcome *o) {
  bool lost = o->status == OUTCOME_NOT_RUN && !r->stopped;
  if (o->status == OUTCOME_PASS || outcome_is_news(o) || lost) {
    return NULL;
  }
  return o->excuse != EXCUSE_NONE ? excused : "SKIP";
}

static void put_entry(tap *t, const run *r, const entry *e) {
  outcome_status status = e->result.status;
  const char *directive = directive_of(r, &e->result);
  bool told = outcome_is_failure(status) || (status == OUTCOME_NOT_RUN && directive == NULL);
  text words = {0};
  put_head(t, !told, r, e->id);
  tell_reason(e, &words);
  if (directive != NULL) {
    text_printf(t->out, " # %s ", directive);
    put_escaped(text_span(&words), t->out);
  }
  text_puts(t->out, "\n");
  if (told) {
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
    total += all->items[i].num + num_extras(&all->items[i]);
  }
  text_printf(out, "TAP version 14\n1..%zu\n", total);
  for (size_t i = 0; i < all->num; i++) {
    const run *r = &all->items[i];
    put_extras(&t, r);
    for (size_t k = 0; k < r->num; k++) {
      put_entry(&t, r, &r->entries[k]);
    }
  }
  return true;
}
