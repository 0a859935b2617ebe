/* SPDX-License-Identifier: Apache-2.0 */
/* findings.c - a finding is one line: file, JSON pointer, what is wrong, what to do. */
#include "findings.h"

#include "json_scan.h"
#include "visible.h"

#include <stdarg.h>
#include <stdio.h>

void findings_free(findings *f) {
  text_free(&f->lines);
  *f = (findings){0};
}

place place_of(const place *p, const char *key) {
  place below = *p;
  json_pointer_add(below.pointer, sizeof below.pointer, dciauth_str(key));
  return below;
}

place place_at(const place *p, size_t index) {
  char number[24];
  snprintf(number, sizeof number, "%zu", index);
  return place_of(p, number);
}

bool place_blame(const place *p, const char *format, ...) {
  if (++p->out->num > MAX_FINDINGS) {
    return false;
  }
  char what[400];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(what, sizeof what, format, arguments);
  va_end(arguments);
  text *lines = &p->out->lines;
  text_printf(lines, "%s: ", p->file);
  visible_put(lines, dciauth_str(p->pointer), sizeof p->pointer);
  text_puts(lines, p->pointer[0] != '\0' ? ": " : "");
  visible_put(lines, dciauth_str(what), sizeof what);
  text_puts(lines, "\n");
  return false;
}
