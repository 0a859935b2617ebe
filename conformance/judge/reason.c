/* SPDX-License-Identifier: Apache-2.0 */
/* reason.c - which reason is the right one depends on the order of checks, so a vector has several,
 * and a library whose one error stands for many is right if one of these fits. */
#include "reason.h"

#include "compare_bytes.h"
#include "json_bytes.h"
#include "visible.h"

enum { MAX_WORD = 80 };

/* claimed is what an answer gives for its reason: classes, or one. */
typedef struct {
  const json *mapped; /* an array of them, or NULL */
  const char *code;   /* else this one; NULL: none */
} claimed;

/* find_mapped looks up what the error says of itself, and the message beside it. */
static const json *find_mapped(const answer *a, const errormap *map) {
  static const char *const members[] = {"native", "code", "message"};
  const json *found = NULL;
  for (size_t i = 0; i < sizeof members / sizeof *members && found == NULL; i++) {
    text own = {0};
    if (json_bytes(json_get(a->out, "error"), members[i], &own) == BYTES_OK) {
      found = errormap_find(map, text_span(&own));
    }
    text_free(&own);
  }
  return found == NULL && a->message[0] != '\0' ? errormap_find(map, dciauth_str(a->message))
                                                : found;
}

static claimed claimed_by(const answer *a, const errormap *map) {
  const json *mapped = map != NULL ? find_mapped(a, map) : NULL;
  const char *code = json_str(json_get(a->out, "error"), "code");
  return (claimed){mapped, mapped == NULL ? code : NULL};
}

static bool is_expected(const json *expected, const char *word) {
  const char *class = json_str(expected, "class");
  const json *other = json_first(json_get(expected, "any_of"));
  while (other != NULL && (json_string(other) == NULL || strcmp(json_string(other), word) != 0)) {
    other = json_next(other);
  }
  return other != NULL || (class != NULL && strcmp(class, word) == 0);
}

static bool is_right(const json *expected, const claimed *c) {
  const json *word = json_first(c->mapped);
  while (word != NULL && !is_expected(expected, json_string(word))) {
    word = json_next(word);
  }
  return word != NULL || (c->code != NULL && is_expected(expected, c->code));
}

static void put_claimed(const claimed *c, text *out) {
  for (const json *word = json_first(c->mapped); word != NULL; word = json_next(word)) {
    text_puts(out, word != json_first(c->mapped) ? " or " : "");
    visible_put(out, dciauth_str(json_string(word)), MAX_WORD);
  }
  visible_put(out, dciauth_str(c->code != NULL ? c->code : ""), MAX_WORD);
}

static void put_expected(const json *expected, text *out) {
  const char *class = json_str(expected, "class");
  text_puts(out, class != NULL ? class : "");
  for (const json *e = json_first(json_get(expected, "any_of")); e != NULL; e = json_next(e)) {
    text_printf(out, " or %s", json_string(e) != NULL ? json_string(e) : "?");
  }
}

static void fail(const json *expected, const claimed *c, bool has_map, outcome *o) {
  bool silent = c->mapped == NULL && c->code == NULL;
  compare_fail(o, "reason", "");
  put_expected(expected, &o->expected);
  put_claimed(c, &o->actual);
  if (silent) {
    text_puts(&o->message, has_map ? "the errormap has no entry for its error"
                                   : "it names no error class: answer `error.code`, or say in an "
                                     "errormap.json what its errors mean");
  }
}

void reason_compare(const json *expected, const answer *a, const reason_rules *rules, outcome *o) {
  claimed c = claimed_by(a, rules->map);
  bool silent = c.mapped == NULL && c.code == NULL;
  const char *class = json_str(expected, "class");
  if (is_right(expected, &c) || (silent && !rules->strict)) {
    return;
  }
  if (rules->strict) {
    fail(expected, &c, rules->map != NULL, o);
    return;
  }
  text_puts(&o->warning, "refused for ");
  put_claimed(&c, &o->warning);
  text_puts(&o->warning, ", the vector's reason is ");
  visible_put(&o->warning, dciauth_str(class != NULL ? class : ""), MAX_WORD);
}
