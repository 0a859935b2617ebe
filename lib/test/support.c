/* SPDX-License-Identifier: Apache-2.0 */
/* support.c - assertions and exact work blocks. */
#include "support.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

enum { PATTERN = 0xA5 };

/* Every test runs in the locale of its environment, as programs do: the library must not mind. */
__attribute__((constructor)) static void take_locale(void) {
  (void)setlocale(LC_ALL, ""); /* one that is not installed leaves "C" */
}

static void print_span(const char *word, dciauth_span s) {
  char line[400];
  size_t at = 0;
  for (size_t i = 0; i < s.len && at + 5 < sizeof line; i++) {
    bool plain = s.ptr[i] >= 0x20 && s.ptr[i] < 0x7F;
    at += (size_t)snprintf(line + at, sizeof line - at, plain ? "%c" : "\\x%02x", s.ptr[i]);
  }
  line[at] = '\0';
  print_error("%s (%zu bytes): %s\n", word, s.len, line);
}

void check_span(dciauth_span got, dciauth_span want, const char *note, const char *file, int line) {
  if (got.len == want.len && (got.len == 0 || memcmp(got.ptr, want.ptr, got.len) == 0)) {
    return;
  }
  print_error("%s\n", note);
  print_span("got ", got);
  print_span("want", want);
  _fail(file, line);
}

void check_status(dciauth_status got, dciauth_status want, const char *note, const char *file,
                  int line) {
  if (got != want) {
    print_error("%s\ngot %s, want %s\n", note, dciauth_status_class(got),
                dciauth_status_class(want));
    _fail(file, line);
  }
}

void check_where(dciauth_where got, dciauth_field field, size_t index, size_t offset,
                 const char *note, const char *file, int line) {
  if (got.field != field || got.index != index || got.offset != offset) {
    print_error("%s\ngot %s %zu %zu, want %s %zu %zu\n", note, dciauth_field_name(got.field),
                got.index, got.offset, dciauth_field_name(field), index, offset);
    _fail(file, line);
  }
}

void check_zero(const void *bytes, size_t len, const char *file, int line) {
  for (size_t i = 0; i < len; i++) {
    if (((const uint8_t *)bytes)[i] != 0) {
      print_error("byte %zu of %zu is not zero\n", i, len);
      _fail(file, line);
    }
  }
}

const dciauth_profile *row(const char *name) {
  const dciauth_profile *p = dciauth_profile_find(dciauth_str(name));
  assert_non_null(p);
  return p;
}

const dciauth_profile *kind(size_t i) {
  static const char *const names[NUM_KINDS] = {"aws4", "aws4-s3", "dci2-v2.1"};
  return row(names[i]);
}

const char *row_text(const dciauth_profile *p, const char *column) {
  for (size_t i = 0; dciauth_profile_rule(p, i).column != NULL; i++) {
    if (strcmp(dciauth_profile_rule(p, i).column, column) == 0) {
      return dciauth_profile_rule(p, i).text;
    }
  }
  explain("there is no column %s", column);
  return NULL;
}

bool is_dci(const dciauth_profile *p) {
  return strncmp(row_text(p, "name"), "dci", 3) == 0;
}

bool decodes_path(const dciauth_profile *p) {
  return strcmp(row_text(p, "path"), "decode") == 0;
}

bool is_functional(const dciauth_profile *p) {
  return strcmp(row_text(p, "constants"), "caller") == 0;
}

work_block block_new(size_t len, size_t alignment) {
  work_block b = {malloc(alignment + len + (alignment + len == 0)), alignment, {NULL, len}};
  assert_non_null(b.base);
  memset(b.base, PATTERN, alignment);
  b.work.ptr = b.base + alignment;
  return b;
}

void block_free(work_block *b) {
  for (size_t i = 0; i < b->before; i++) {
    assert_int_equal(b->base[i], PATTERN);
  }
  free(b->base);
  memset(b, 0, sizeof *b);
}

dciauth_span copy_exact(dciauth_span s) {
  uint8_t *copy = malloc(s.len > 0 ? s.len : 1);
  assert_non_null(copy);
  if (s.len > 0) {
    memcpy(copy, s.ptr, s.len);
  }
  return dciauth_bytes(copy, s.len);
}
