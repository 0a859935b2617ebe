/* SPDX-License-Identifier: Apache-2.0 */
/* run_fields.c - strings are kept with the runs, so an event can be freed when it was read. */
#include "run_fields.h"

#include "json_bytes.h"
#include "visible.h"

bool reading_fail(const reading *in, const char *field, const char *what) {
  text_printf(in->problem, "%s: ", in->name);
  if (in->line > 0) {
    text_printf(in->problem, "line %zu: ", in->line);
  }
  if (field[0] != '\0') {
    text_puts(in->problem, "/");
    visible_put(in->problem, dciauth_str(field), 200);
    text_puts(in->problem, ": ");
  }
  text_puts(in->problem, what);
  return false;
}

bool fields_bytes(const reading *in, const json *event, const char *field, text *out) {
  bool fine = json_bytes(event, field, out) != BYTES_BAD;
  return fine ||
         reading_fail(in, field, "a string, or base64 in the field with _b64, belongs here");
}

const char *fields_string(const reading *in, const json *event, const char *field) {
  text value = {0};
  const char *kept = NULL;
  if (fields_bytes(in, event, field, &value)) {
    kept = pool_keep(&in->all->texts, text_str(&value));
  }
  text_free(&value);
  return kept;
}

const char *fields_lines(const reading *in, const json *event, const char *field) {
  const json *list = json_get(event, field);
  text lines = {0};
  bool fine = list == NULL || json_is_array(list);
  for (const json *e = json_first(list); e != NULL && fine; e = json_next(e)) {
    fine = json_is_string(e);
    text_puts(&lines, lines.len > 0 ? "\n" : "");
    text_puts(&lines, fine ? json_string(e) : "");
  }
  const char *kept = fine ? pool_keep(&in->all->texts, text_str(&lines)) : NULL;
  if (!fine) {
    reading_fail(in, field, "an array of strings belongs here");
  }
  text_free(&lines);
  return kept;
}

bool fields_flag(const json *event, const char *field) {
  bool value = false;
  return json_bool(json_get(event, field), &value) && value;
}

size_t fields_number(const json *event, const char *field) {
  int64_t value = 0;
  return json_int(json_get(event, field), &value) && value > 0 ? (size_t)value : 0;
}
