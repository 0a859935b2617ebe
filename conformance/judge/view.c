/* SPDX-License-Identifier: Apache-2.0 */
/* view.c - most holes of verifiers are no wrong signatures: one request was signed, and another is
 * used. Who hands on a view is judged by it. */
#include "view.h"

#include "compare_bytes.h"
#include "json_bytes.h"
#include "memory.h"
#include "mistake_escape.h"
#include "spans.h"
#include "visible.h"

#include <stdlib.h>
#include <strings.h>

enum { MAX_NAME = 80 };

/* pair is an element of `args` or `headers`, as bytes. */
typedef struct {
  text name, value;
} pair;

static bool pair_read(const json *element, pair *out) {
  *out = (pair){{0}, {0}};
  return json_bytes(element, "n", &out->name) == BYTES_OK &&
         json_bytes(element, "v", &out->value) == BYTES_OK;
}

static void pair_free(pair *p) {
  text_free(&p->name);
  text_free(&p->value);
}

static bool has_value(const json *element, const pair *p) {
  text value = {0};
  bool equal = json_bytes(element, "v", &value) == BYTES_OK &&
               spans_equal(text_span(&value), text_span(&p->value));
  text_free(&value);
  return equal;
}

static bool has_name(const json *element, const pair *p, bool any_case) {
  text name = {0};
  bool equal = json_bytes(element, "n", &name) == BYTES_OK && name.len == p->name.len &&
               (any_case ? strncasecmp(text_str(&name), text_str(&p->name), name.len) == 0
                         : spans_equal(text_span(&name), text_span(&p->name)));
  text_free(&name);
  return equal;
}

/* blame_pair says what the view shows, and beside it what is covered, if that is another value. */
static bool blame_pair(const char *what, const pair *p, const json *covered, outcome *o) {
  compare_fail(o, "view", "");
  text_printf(&o->message, "the view has %s ", what);
  visible_put(&o->message, text_span(&p->name), MAX_NAME);
  text_puts(&o->message, covered != NULL ? " with a value that the signature does not cover"
                                         : ", which the signature does not cover");
  text_put_span(&o->actual, text_span(&p->value));
  if (covered != NULL) {
    json_bytes(covered, "v", &o->expected);
  }
  return false;
}

static bool blame_form(const char *member, const char *form, outcome *o) {
  compare_fail(o, "view", "");
  text_printf(&o->message, "the view's `%s` is no %s", member, form);
  return false;
}

/* ---- Headers and arguments ------------------------------------------------------------------- */

static bool check_header(const json *expected, const json *request, const pair *p, outcome *o) {
  const json *covered = json_first(json_get(expected, "headers"));
  while (covered != NULL && !has_name(covered, p, true)) {
    covered = json_next(covered);
  }
  if (covered == NULL) {
    return blame_pair("the header", p, NULL, o);
  }
  const json *line = json_first(json_get(request, "headers"));
  while (line != NULL && !(has_name(line, p, true) && has_value(line, p))) {
    line = json_next(line);
  }
  return line != NULL || has_value(covered, p) || blame_pair("the header", p, covered, o);
}

/* check_arg finds a covered pair that was not found before: what is signed once is there once. */
static bool check_arg(const json *expected, bool *used, const pair *p, outcome *o) {
  const json *other = NULL;
  size_t i = 0;
  for (const json *e = json_first(json_get(expected, "args")); e != NULL; e = json_next(e), i++) {
    if (!used[i] && has_name(e, p, false)) {
      if (has_value(e, p)) {
        used[i] = true;
        return true;
      }
      other = e;
    }
  }
  return blame_pair("the argument", p, other, o);
}

static bool check_pairs(const char *member, const json *expected, const json *actual,
                        const json *request, outcome *o) {
  const json *list = json_get(actual, member);
  if (list != NULL && !json_is_array(list)) {
    return blame_form(member, "array of {n, v}", o);
  }
  bool *used = mem_alloc(json_count(json_get(expected, member)) + 1, sizeof *used);
  bool fine = true, args = strcmp(member, "args") == 0;
  for (const json *e = json_first(list); e != NULL && fine; e = json_next(e)) {
    pair p;
    fine = pair_read(e, &p)
               ? args ? check_arg(expected, used, &p, o) : check_header(expected, request, &p, o)
               : blame_form(member, "array of {n, v}", o);
    pair_free(&p);
  }
  free(used);
  return fine;
}

/* ---- The rest of it -------------------------------------------------------------------------- */

/* check_line compares the method or the path. */
static bool check_line(const char *member, bool decodes, const json *expected, const json *actual,
                       outcome *o) {
  text want = {0}, got = {0}, decoded = {0};
  bytes_status status = json_bytes(actual, member, &got);
  bool fine = status == BYTES_ABSENT || json_bytes(expected, member, &want) != BYTES_OK;
  if (status == BYTES_BAD) {
    blame_form(member, "text or base64", o);
  } else if (!fine) {
    escape_undo(text_span(&want), &decoded);
    fine = (decodes && spans_equal(text_span(&decoded), text_span(&got))) ||
           compare_bytes("view", text_span(&want), text_span(&got), o);
    text_printf(&o->message, "%s%s", fine ? "" : "the view has another ", fine ? "" : member);
  }
  text_free(&want);
  text_free(&got);
  text_free(&decoded);
  return fine;
}

static bool check_body(const json *expected, const json *actual, outcome *o) {
  bool want = true, got = false;
  const json *member = json_get(actual, "body_covered");
  if (member != NULL && !json_bool(member, &got)) {
    return blame_form("body_covered", "true or false", o);
  }
  if (got && json_bool(json_get(expected, "body_covered"), &want) && !want) {
    compare_fail(o, "view", "the view says that the body is covered, and it is not");
    return false;
  }
  return true;
}

/* shows_something: a view of which no member is known, for it is empty or they are misspelt, would
 * pass whatever it is. */
static bool shows_something(const json *view) {
  static const char *const members[] = {"method", "method_b64", "path",        "path_b64",
                                        "args",   "headers",    "body_covered"};
  size_t i = 0;
  while (i < sizeof members / sizeof *members && json_get(view, members[i]) == NULL) {
    i++;
  }
  return i < sizeof members / sizeof *members;
}

void view_compare(const json *expected, const json *actual, const json *request, outcome *o) {
  if (!json_is_object(actual)) {
    compare_fail(o, "view", "the answer's `out.view` is no object");
    return;
  }
  if (!shows_something(actual)) {
    compare_fail(o, "view", "the view has none of method, path, args, headers and body_covered");
    return;
  }
  bool fine = check_line("method", false, expected, actual, o) &&
              check_line("path", true, expected, actual, o) &&
              check_pairs("args", expected, actual, request, o) &&
              check_pairs("headers", expected, actual, request, o) &&
              check_body(expected, actual, o);
  (void)fine; /* the outcome says it */
}
