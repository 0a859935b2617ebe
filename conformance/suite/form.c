/* SPDX-License-Identifier: Apache-2.0 */
/* form.c - compares a value with its form. Objects are closed; every deviation is named, not the
 * first alone. */
#include "form.h"

#include "form_text.h"

#include <stdio.h>
#include <string.h>

static const char suffix[] = "_b64";

static bool has_sibling(const form_member *m) {
  return m->kind == FORM_BYTES || m->kind == FORM_BODY || m->kind == FORM_STAGE;
}

/* is_named says whether a key is the member's own, or that of its base64. */
static bool is_named(const form_member *m, const char *key) {
  size_t len = strlen(m->name);
  if (strncmp(key, m->name, len) != 0) {
    return false;
  }
  return key[len] == '\0' || (has_sibling(m) && strcmp(key + len, suffix) == 0);
}

static const form_member *member_of(const form *f, const char *key) {
  for (size_t i = 0; i < f->num; i++) {
    if (is_named(&f->members[i], key)) {
      return &f->members[i];
    }
  }
  return NULL;
}

static void check_strings(const json *value, const form_member *m, const place *at) {
  static const form_member texts = {.kind = FORM_TEXT}, words = {.kind = FORM_WORD},
                           ids = {.kind = FORM_ID};
  const form_member *each = m->kind == FORM_IDS ? &ids : &words;
  if (m->kind == FORM_TEXTS || m->kind == FORM_STAGE) {
    each = &texts;
  }
  if (!json_is_array(value)) {
    place_blame(at, "an array of strings belongs here");
    return;
  }
  if (m->kind == FORM_FILLED_WORDS && json_first(value) == NULL) {
    place_blame(at, "empty: one word belongs here at least");
  }
  size_t i = 0;
  for (const json *s = json_first(value); s != NULL; s = json_next(s)) {
    place below = place_at(at, i++);
    form_check_text(s, each, &below);
  }
}

static void check_number(const json *value, const form_member *m, const place *at) {
  int64_t number = 0, least = m->kind == FORM_POSITIVE ? 1 : 0;
  if (!json_int(value, &number) || number < least) {
    place_blame(at, "a whole number from %d belongs here", (int)least);
  }
}

static void check_repeat(const json *value, const place *at) {
  static const form_member repeat_members[] = {{"repeat", FORM_BYTES, true, NULL, NULL},
                                               {"times", FORM_POSITIVE, true, NULL, NULL}};
  static const form repeat = {repeat_members, 2, NULL};
  form_check(value, &repeat, at);
  if (json_get(value, "repeat") != NULL) {
    place below = place_of(at, "repeat");
    place_blame(&below, "an unknown field: base64 belongs into repeat_b64");
  }
}

static void check_list(const json *value, const form_member *m, const place *at) {
  if (!json_is_array(value)) {
    place_blame(at, "an array belongs here");
    return;
  }
  if (m->kind == FORM_FILLED_LIST && json_first(value) == NULL) {
    place_blame(at, "empty: one belongs here at least");
  }
  size_t i = 0;
  for (const json *e = json_first(value); e != NULL; e = json_next(e)) {
    place below = place_at(at, i++);
    form_check(e, m->form, &below);
  }
}

static void check_map(const json *value, const form_member *m, const place *at) {
  static const form_member text_member = {.kind = FORM_TEXT};
  if (!json_is_object(value)) {
    place_blame(at, "an object belongs here");
    return;
  }
  if (m->kind == FORM_TEXT_MAP && json_count(value) < 2) {
    place_blame(at, "two belong here at least");
  }
  for (const json *e = json_first(value); e != NULL; e = json_next(e)) {
    place below = place_of(at, json_key(e));
    if (m->kind == FORM_TEXT_MAP) {
      form_check_text(e, &text_member, &below);
    } else {
      form_check(e, m->form, &below);
    }
  }
}

static void check_bool(const json *value, const place *at) {
  bool ignored;
  if (!json_bool(value, &ignored)) {
    place_blame(at, "true or false belongs here");
  }
}

static void check_member(const json *value, const form_member *m, const place *at) {
  if (strcmp(json_key(value), m->name) != 0) {
    form_check_base64(value, at);
    return;
  }
  switch (m->kind) {
  case FORM_BOOL: check_bool(value, at); break;
  case FORM_COUNT:
  case FORM_POSITIVE: check_number(value, m, at); break;
  case FORM_TEXTS:
  case FORM_WORDS:
  case FORM_FILLED_WORDS:
  case FORM_IDS:
  case FORM_STAGE: check_strings(value, m, at); break;
  case FORM_OBJECT: form_check(value, m->form, at); break;
  case FORM_LIST:
  case FORM_FILLED_LIST: check_list(value, m, at); break;
  case FORM_MAP:
  case FORM_TEXT_MAP: check_map(value, m, at); break;
  case FORM_BODY:
    if (json_is_object(value)) {
      check_repeat(value, at);
      break;
    } /* else a text */ /* fall through */
  default: form_check_text(value, m, at); break;
  }
}

/* check_presence: what is needed is there, and not in both forms. */
static void check_presence(const json *object, const form_member *m, const place *at) {
  char encoded[64];
  snprintf(encoded, sizeof encoded, "%s%s", m->name, suffix);
  bool plain = json_get(object, m->name) != NULL;
  bool sibling = has_sibling(m) && json_get(object, encoded) != NULL;
  place below = place_of(at, m->name);
  if (plain && sibling) {
    place_blame(&below, "%s is there, too: keep one of them", encoded);
  } else if (!plain && !sibling && m->needed && has_sibling(m)) {
    place_blame(&below, "missing: add it, or %s", encoded);
  } else if (!plain && !sibling && m->needed) {
    place_blame(&below, "missing: add it");
  }
}

void form_check(const json *value, const form *f, const place *at) {
  if (!json_is_object(value)) {
    place_blame(at, "an object belongs here");
    return;
  }
  while (f->choose != NULL) {
    f = f->choose(value);
  }
  for (const json *e = json_first(value); e != NULL; e = json_next(e)) {
    const form_member *m = member_of(f, json_key(e));
    place below = place_of(at, json_key(e));
    if (m == NULL) {
      place_blame(&below, "an unknown field: remove it, or use a newer dciauth-conform");
    } else {
      check_member(e, m, &below);
    }
  }
  for (size_t i = 0; i < f->num; i++) {
    check_presence(value, &f->members[i], at);
  }
}
