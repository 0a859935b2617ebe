/* SPDX-License-Identifier: Apache-2.0 */
/* compare_auth.c - consumers of an Authorization header read its parts, so the parts are compared:
 * a signer may write "a=1,b=2" or "b=2, a=1". The same holds for the headers that it adds. */
#include "compare_auth.h"

#include "compare_bytes.h"
#include "json_bytes.h"
#include "spans.h"
#include "visible.h"

#include <stdio.h>
#include <strings.h>

static bool is_blank(uint8_t c) {
  return c == ' ' || c == '\t';
}

static dciauth_span trim(dciauth_span s) {
  while (s.len > 0 && is_blank(s.ptr[0])) {
    s = dciauth_bytes(s.ptr + 1, s.len - 1);
  }
  while (s.len > 0 && is_blank(s.ptr[s.len - 1])) {
    s.len--;
  }
  return s;
}

size_t compare_find_parameter(dciauth_span list, dciauth_span name, dciauth_span *value) {
  size_t found = 0;
  while (list.len > 0) {
    dciauth_span item = trim(spans_cut(&list, ','));
    dciauth_span key = spans_cut(&item, '=');
    if (spans_equal(key, name)) {
      *value = item;
      found++;
    }
  }
  return found;
}

static size_t count_parameters(dciauth_span list) {
  size_t num = 0;
  while (list.len > 0) {
    num += trim(spans_cut(&list, ',')).len > 0 ? 1 : 0;
  }
  return num;
}

/* name_stage writes the stage of a named part, whose name is the vector's, as visible text. */
static void name_stage(const char *kind, dciauth_span name, char *stage, size_t size) {
  text shown = {0};
  visible_put(&shown, name, 32);
  snprintf(stage, size, "%s %s", kind, text_str(&shown));
  text_free(&shown);
}

static bool compare_parameter(dciauth_span name, dciauth_span want, dciauth_span list, outcome *o) {
  char stage[sizeof o->stage];
  dciauth_span got = {NULL, 0};
  name_stage("authorization", name, stage, sizeof stage);
  size_t found = compare_find_parameter(list, name, &got);
  if (found != 1) {
    compare_fail(o, stage, found == 0 ? "the parameter is missing" : "the parameter is repeated");
    return false;
  }
  return compare_bytes(stage, want, got, o);
}

bool compare_authorization(dciauth_span expected, dciauth_span actual, outcome *o) {
  if (!compare_bytes("authorization algorithm", spans_cut(&expected, ' '), spans_cut(&actual, ' '),
                     o)) {
    return false;
  }
  size_t num = count_parameters(expected);
  while (expected.len > 0) {
    dciauth_span value = trim(spans_cut(&expected, ','));
    dciauth_span name = spans_cut(&value, '=');
    if (name.len > 0 && !compare_parameter(name, value, actual, o)) {
      return false;
    }
  }
  if (count_parameters(actual) != num) {
    compare_fail(o, "authorization", "a parameter too many");
    return false;
  }
  return true;
}

/* find_header returns whether `list` holds a header of that name in any case, with its value. */
static bool find_header(const json *list, const char *name, text *value) {
  for (const json *h = json_first(list); h != NULL; h = json_next(h)) {
    const char *this_name = json_str(h, "n");
    if (this_name != NULL && strcasecmp(this_name, name) == 0) {
      return json_bytes(h, "v", value) == BYTES_OK;
    }
  }
  return false;
}

static bool compare_header(const json *want, const json *actual, outcome *o) {
  char stage[sizeof o->stage];
  const char *name = json_str(want, "n");
  text expected = {0}, got = {0};
  name_stage("added header", dciauth_str(name != NULL ? name : "?"), stage, sizeof stage);
  bool fine = true;
  if (name == NULL || json_bytes(want, "v", &expected) != BYTES_OK) {
    compare_fail(o, stage, "the vector's header is malformed");
    fine = false;
  } else if (!find_header(actual, name, &got)) {
    compare_fail(o, stage, "it is not among the headers that were added");
    fine = false;
  } else {
    fine = strcasecmp(name, "authorization") == 0
               ? compare_authorization(text_span(&expected), text_span(&got), o)
               : compare_bytes(stage, text_span(&expected), text_span(&got), o);
  }
  text_free(&expected);
  text_free(&got);
  return fine;
}

bool compare_added(const json *expected, const json *actual, outcome *o) {
  for (const json *h = json_first(expected); h != NULL; h = json_next(h)) {
    if (!compare_header(h, actual, o)) {
      return false;
    }
  }
  if (json_count(expected) != json_count(actual)) {
    compare_fail(o, "added headers", "a header too many");
    return false;
  }
  return true;
}
