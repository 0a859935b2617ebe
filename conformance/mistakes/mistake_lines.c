/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_lines.c - a list of lines. */
#include "mistake_lines.h"

#include "memory.h"
#include "spans.h"

#include <stdlib.h>
#include <strings.h>

static bool is_name(dciauth_span a, dciauth_span b) {
  return a.len == b.len && strncasecmp((const char *)a.ptr, (const char *)b.ptr, a.len) == 0;
}

static void add_value(header_line *line, dciauth_span value) {
  line->values = mem_resize(line->values, line->num_values + 1, sizeof *line->values);
  line->values[line->num_values++] = value;
}

static header_line collect_line(const mistake_case *c, dciauth_span name) {
  header_line line = {.spelled = name};
  text_put_span(&line.name, name);
  for (size_t i = 0; i < c->num_headers; i++) {
    if (is_name(c->headers[i].name, name)) {
      line.index = line.num_values == 0 ? i : line.index;
      add_value(&line, c->headers[i].value);
    }
  }
  if (line.num_values > 0) {
    line.spelled = c->headers[line.index].name;
  }
  return line;
}

void lines_collect(const mistake_case *c, header_lines *out) {
  dciauth_span names = text_span(&c->right.value[PART_SIGNED_HEADERS]);
  /* Room for one more: lines_insert. */
  *out = (header_lines){mem_alloc(spans_count(names, ';') + 2, sizeof *out->items), 0};
  while (names.len > 0) {
    out->items[out->num++] = collect_line(c, spans_cut(&names, ';'));
  }
}

static void free_line(header_line *line) {
  text_free(&line->name);
  text_free(&line->written);
  free(line->values);
}

void lines_free(header_lines *lines) {
  for (size_t i = 0; i < lines->num; i++) {
    free_line(&lines->items[i]);
  }
  free(lines->items);
  *lines = (header_lines){0};
}

size_t lines_find(const header_lines *lines, const char *name) {
  size_t i = 0;
  while (i < lines->num && !is_name(text_span(&lines->items[i].name), dciauth_str(name))) {
    i++;
  }
  return i;
}

void lines_drop(header_lines *lines, size_t i) {
  free_line(&lines->items[i]);
  lines->num--;
  for (; i < lines->num; i++) {
    lines->items[i] = lines->items[i + 1];
  }
}

void lines_insert(header_lines *lines, const char *name, dciauth_span value) {
  header_line line = {.spelled = dciauth_str(name), .index = SIZE_MAX};
  text_puts(&line.name, name);
  add_value(&line, value);
  size_t i = lines->num++;
  for (; i > 0 && strcmp(text_str(&lines->items[i - 1].name), name) > 0; i--) {
    lines->items[i] = lines->items[i - 1];
  }
  lines->items[i] = line;
}

static int compare_index(const void *left, const void *right) {
  const header_line *a = left, *b = right;
  return (a->index > b->index) - (a->index < b->index);
}

static int compare_spans(dciauth_span a, dciauth_span b, const void *left, const void *right) {
  int order = spans_compare(a, b);
  return order != 0 ? order : compare_index(left, right);
}

static int compare_names(const void *left, const void *right) {
  const header_line *a = left, *b = right;
  return compare_spans(text_span(&a->name), text_span(&b->name), left, right);
}

static int compare_spelled(const void *left, const void *right) {
  const header_line *a = left, *b = right;
  return compare_spans(a->spelled, b->spelled, left, right);
}

static int compare_written(const void *left, const void *right) {
  const header_line *a = left, *b = right;
  return compare_spans(text_span(&a->written), text_span(&b->written), left, right);
}

void lines_sort(header_lines *lines, lines_order order) {
  int (*compare)(const void *, const void *) = NULL;
  switch (order) {
  case LINES_SENT: compare = compare_index; break;
  case LINES_NAMES: compare = compare_names; break;
  case LINES_SPELLED: compare = compare_spelled; break;
  case LINES_WRITTEN: compare = compare_written; break;
  case LINES_OWN:
  default: return;
  }
  qsort(lines->items, lines->num, sizeof *lines->items, compare);
}
