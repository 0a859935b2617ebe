/* SPDX-License-Identifier: Apache-2.0 */
/* validate_test.c - one test by itself: do result, expectation and names go together? */
#include "validate.h"

/* error_of returns the error that a result expects, or NULL. */
static const json *error_of(const json *expected) {
  const json *error = json_get(expected, "error");
  return error != NULL ? error : json_get(json_get(expected, "verify"), "error");
}

static bool is_word(const char *s, const char *word) {
  return s != NULL && strcmp(s, word) == 0;
}

/* check_together: two members that are there both or neither. */
static void check_together(const subject *s, bool is, const char *name, const char *why) {
  place at = place_of(&s->at, name);
  bool has = json_get(s->test, name) != NULL;
  if (is != has) {
    place_blame(&at, "%s: %s", is ? "missing" : "does not belong here", why);
  }
}

static void check_time(const subject *s) {
  const json *params = json_get(json_get(s->test, "input"), "params");
  const char *time = json_str(params, "timestamp");
  place input = place_of(&s->at, "input"), at = place_of(&input, "params");
  int64_t second;
  size_t offset;
  at = place_of(&at, "timestamp");
  if (time != NULL && !dciauth_timestamp_parse(dciauth_str(time), &second, &offset)) {
    place_blame(&at, "no time, YYYYMMDDTHHMMSSZ, but the result is valid: mend one of them");
  }
}

void validate_results(const subject *s) {
  const char *result = json_str(s->test, "result");
  bool acceptable = is_word(result, "acceptable"), signs = !is_word(s->op, "verify");
  bool refuses = error_of(json_get(s->test, "expected")) != NULL;
  place at = place_of(&s->at, "result");
  if (!acceptable && refuses != is_word(result, "invalid")) {
    place_blame(&at, "'%s', but %s is expected: mend one of them", result,
                refuses ? "an error" : "none");
  }
  check_together(s, acceptable, "knob", "acceptable and a knob go together");
  if (is_word(s->op, "sign")) {
    check_together(s, acceptable, "alternatives", "acceptable and alternatives go together");
  }
  if (signs && is_word(result, "valid")) {
    check_time(s);
  }
}

static void check_known(const names *known, names_kind kind, const char *name, const place *at) {
  if (name != NULL && !names_known(known, kind, name)) {
    place_blame(at, "'%.60s' is not in %s: correct it, or name it in the folder's own", name,
                names_file(kind));
  }
}

static void check_list(const names *known, names_kind kind, const json *list, const place *at) {
  size_t i = 0;
  for (const json *e = json_first(list); e != NULL; e = json_next(e)) {
    place below = place_at(at, i++);
    check_known(known, kind, json_string(e), &below);
  }
}

static void check_error(const names *known, const json *error, const place *at) {
  place class = place_of(at, "class"), others = place_of(at, "any_of");
  check_known(known, NAMES_ERRORS, json_str(error, "class"), &class);
  check_list(known, NAMES_ERRORS, json_get(error, "any_of"), &others);
}

static void check_errors(const subject *s, const names *known) {
  const json *expected = json_get(s->test, "expected");
  place at = place_of(&s->at, "expected");
  if (json_get(expected, "verify") != NULL) {
    at = place_of(&at, "verify");
  }
  at = place_of(&at, "error");
  check_error(known, error_of(expected), &at);
  place list = place_of(&s->at, "alternatives");
  size_t i = 0;
  const json *others = json_get(s->test, "alternatives");
  for (const json *a = json_first(others); a != NULL; a = json_next(a)) {
    place element = place_at(&list, i++), below = place_of(&element, "error");
    check_error(known, json_get(a, "error"), &below);
  }
}

static void check_flags(const subject *s) {
  place list = place_of(&s->at, "flags");
  size_t i = 0;
  for (const json *f = json_first(json_get(s->test, "flags")); f != NULL; f = json_next(f)) {
    place below = place_at(&list, i++);
    if (json_string(f) != NULL && json_get(s->notes, json_string(f)) == NULL) {
      place_blame(&below, "the file's notes do not explain '%.60s': add it there", json_string(f));
    }
  }
}

void validate_names(const subject *s, const names *known) {
  place input = place_of(&s->at, "input"), profile = place_of(&input, "profile");
  place requires = place_of(&s->at, "requires"), knob = place_of(&s->at, "knob");
  knob = place_of(&knob, "name");
  check_known(known, NAMES_PROFILES, json_str(json_get(s->test, "input"), "profile"), &profile);
  check_list(known, NAMES_FEATURES, json_get(s->test, "requires"), &requires);
  check_known(known, NAMES_KNOBS, json_str(json_get(s->test, "knob"), "name"), &knob);
  check_errors(s, known);
  check_flags(s);
}
