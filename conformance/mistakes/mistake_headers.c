/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_headers.c - mistakes in the headers: in the values, in which are signed, in what becomes
 * of repeated ones, in their order. */
#include "mistake.h"
#include "mistake_lines.h"
#include "mistake_values.h"
#include "spans.h"

#include <stdlib.h>

/* repeat: what becomes of several headers of one name. */
typedef enum {
  REPEAT_JOIN,
  REPEAT_FIRST,
  REPEAT_LAST,
  REPEAT_SORT,  /* joined in the order of their values */
  REPEAT_LINES, /* a line each */
  REPEAT_LISTED /* and the name among those signed as often */
} repeat;

/* headers_recipe: what is zero is as the dialect has it. */
typedef struct {
  void (*value)(dciauth_span value, text *out);
  void (*host)(dciauth_span value, text *out); /* of Host alone, once its value is canonical */
  bool (*choose)(const mistake_case *c, dciauth_span name); /* which to sign, of those signed */
  void (*add)(const mistake_case *c, header_lines *lines, text *value);
  const char *joint; /* between values that are joined */
  repeat repeat;
  lines_order order;
  bool lines_only; /* the order is that of the lines, and not of the names beside them */
  bool spelled;    /* names are not put into lower case */
  bool no_end;     /* the line feed that makes an empty line is not there */
} headers_recipe;

/* ---- which are signed ------------------------------------------------------------------------ */

static bool is_column(const mistake_case *c, const char *column, dciauth_span name) {
  text lower = {0};
  value_lower(dciauth_str(row_text(c->in.profile, column)), &lower);
  bool same = spans_equal(text_span(&lower), name);
  text_free(&lower);
  return same;
}

static bool starts_with(dciauth_span s, const char *prefix) {
  return s.len >= strlen(prefix) && memcmp(s.ptr, prefix, strlen(prefix)) == 0;
}

static bool but_content_type(const mistake_case *c, dciauth_span name) {
  (void)c;
  return !spans_equal(name, dciauth_str("content-type"));
}

static bool but_hash(const mistake_case *c, dciauth_span name) {
  return !is_column(c, "payload_header", name);
}

static bool but_date(const mistake_case *c, dciauth_span name) {
  return !is_column(c, "date_header", name);
}

static bool but_token(const mistake_case *c, dciauth_span name) {
  return !is_column(c, "token_header", name);
}

static bool only_own(const mistake_case *c, dciauth_span name) {
  const char *prefix = row_text(c->in.profile, "guarded_prefix");
  return spans_equal(name, dciauth_str("host")) || starts_with(name, prefix) ||
         is_column(c, "date_header", name);
}

static void add_length(const mistake_case *c, header_lines *lines, text *value) {
  if (c->in.request.body.len > 0 && lines_find(lines, "content-length") == lines->num) {
    text_printf(value, "%zu", c->in.request.body.len);
    lines_insert(lines, "content-length", text_span(value));
  }
}

static void add_hash(const mistake_case *c, header_lines *lines, text *value) {
  if (lines_find(lines, "x-amz-content-sha256") == lines->num) {
    text_put_span(value, text_span(&c->right.value[PART_PAYLOAD]));
    lines_insert(lines, "x-amz-content-sha256", text_span(value));
  }
}

static void choose_lines(const mistake_case *c, const headers_recipe *recipe, header_lines *lines,
                         text *value) {
  for (size_t i = lines->num; recipe->choose != NULL && i-- > 0;) {
    if (!recipe->choose(c, text_span(&lines->items[i].name))) {
      lines_drop(lines, i);
    }
  }
  if (recipe->add != NULL) {
    recipe->add(c, lines, value);
  }
}

/* ---- how they are written -------------------------------------------------------------------- */

static void put_value(const mistake_case *c, const headers_recipe *recipe, const header_line *line,
                      size_t i, text *out) {
  bool is_host = recipe->host != NULL && strcmp(text_str(&line->name), "host") == 0;
  text value = {0};
  if (recipe->value != NULL) {
    recipe->value(line->values[i], &value);
  } else {
    value_own(c->in.profile, line->values[i], &value);
  }
  (is_host ? recipe->host : value_as_sent)(text_span(&value), out);
  text_free(&value);
}

static int compare_values(const void *left, const void *right) {
  const dciauth_span *a = left, *b = right;
  return spans_compare(*a, *b);
}

static void put_name(const headers_recipe *recipe, const header_line *line, text *out) {
  text_put_span(out, recipe->spelled ? line->spelled : text_span(&line->name));
}

static void write_line(const mistake_case *c, const headers_recipe *recipe, header_line *line) {
  const char *joint = recipe->joint != NULL ? recipe->joint : ",";
  size_t first = recipe->repeat == REPEAT_LAST && line->num_values > 0 ? line->num_values - 1 : 0;
  size_t end = recipe->repeat == REPEAT_FIRST && line->num_values > 0 ? 1 : line->num_values;
  if (recipe->repeat == REPEAT_SORT) {
    qsort(line->values, line->num_values, sizeof *line->values, compare_values);
  }
  put_name(recipe, line, &line->written);
  text_puts(&line->written, ":");
  for (size_t i = first; i < end; i++) {
    if (i > first && recipe->repeat >= REPEAT_LINES) {
      text_puts(&line->written, "\n");
      put_name(recipe, line, &line->written);
      text_puts(&line->written, ":");
    } else {
      text_puts(&line->written, i > first ? joint : "");
    }
    put_value(c, recipe, line, i, &line->written);
  }
  text_puts(&line->written, "\n");
}

static void put_names(const headers_recipe *recipe, const header_lines *lines, text *out) {
  for (size_t i = 0; i < lines->num; i++) {
    size_t times = recipe->repeat == REPEAT_LISTED ? lines->items[i].num_values : 1;
    for (size_t n = 0; n < times; n++) {
      text_puts(out, out->len > 0 ? ";" : "");
      put_name(recipe, &lines->items[i], out);
    }
  }
}

static void put_lines(const headers_recipe *recipe, const header_lines *lines, text *out) {
  for (size_t i = 0; i < lines->num; i++) {
    text_put_span(out, text_span(&lines->items[i].written));
  }
  if (recipe->no_end && out->len > 0) {
    text_cut(out, out->len - 1);
  }
}

static void make_headers(const mistake_case *c, const void *how, parts *out) {
  const headers_recipe *recipe = how;
  header_lines lines;
  text value = {0};
  lines_collect(c, &lines);
  choose_lines(c, recipe, &lines, &value);
  for (size_t i = 0; i < lines.num; i++) {
    write_line(c, recipe, &lines.items[i]);
  }
  if (recipe->lines_only) {
    put_names(recipe, &lines, parts_begin(out, PART_SIGNED_HEADERS));
  }
  lines_sort(&lines, recipe->order);
  put_lines(recipe, &lines, parts_begin(out, PART_HEADERS));
  if (!recipe->lines_only) {
    put_names(recipe, &lines, parts_begin(out, PART_SIGNED_HEADERS));
  }
  lines_free(&lines);
  text_free(&value);
}

#define RECIPE(...)                                                                                \
  make_headers, &(const headers_recipe) {                                                          \
    __VA_ARGS__                                                                                    \
  }

static const mistake table[] = {
    {"header values not trimmed", ROW_VALUES_COLLAPSED, RECIPE(.value = value_collapse)},
    {"blanks in header values not collapsed", ROW_VALUES_COLLAPSED, RECIPE(.value = value_trim)},
    {"blanks in quotes in header values not collapsed", ROW_VALUES_COLLAPSED,
     RECIPE(.value = value_keep_quotes)},
    {"tabs in header values not taken for blanks", ROW_VALUES_COLLAPSED,
     RECIPE(.value = value_keep_tabs)},
    {"header values trimmed", ROW_VALUES_AS_SENT, RECIPE(.value = value_trim)},
    {"header values trimmed and collapsed", ROW_VALUES_AS_SENT, RECIPE(.value = value_like_aws)},
    {"white space other than blank and tab in header values kept", ROW_VALUES_SPLIT,
     RECIPE(.value = value_like_aws)},
    {"header values as sent", ROW_VALUES_COLLAPSED | ROW_VALUES_SPLIT,
     RECIPE(.value = value_as_sent)},
    {"port of Host dropped", 0, RECIPE(.host = value_drop_port)},
    {"Host put into lower case", 0, RECIPE(.host = value_lower)},
    {"header names sorted before they are in lower case", ROW_NAMES_SORTED,
     RECIPE(.order = LINES_SPELLED)},
    {"headers sorted as whole lines name:value", ROW_NAMES_SORTED, RECIPE(.order = LINES_WRITTEN)},
    {"header lines, but not names, sorted as whole lines", ROW_NAMES_SORTED,
     RECIPE(.order = LINES_WRITTEN, .lines_only = true)},
    {"headers not sorted", ROW_NAMES_SORTED, RECIPE(.order = LINES_SENT)},
    {"headers sorted", ROW_NAMES_AS_GIVEN, RECIPE(.order = LINES_NAMES)},
    {"header names not in lower case", 0, RECIPE(.spelled = true)},
    {"last only of repeated headers", ROW_HEADERS_JOINED, RECIPE(.repeat = REPEAT_LAST)},
    {"first only of repeated headers", ROW_HEADERS_JOINED, RECIPE(.repeat = REPEAT_FIRST)},
    {"repeated headers joined with comma and blank", ROW_HEADERS_JOINED, RECIPE(.joint = ", ")},
    {"values of repeated headers sorted", ROW_HEADERS_JOINED, RECIPE(.repeat = REPEAT_SORT)},
    {"repeated headers on a line each", ROW_HEADERS_JOINED, RECIPE(.repeat = REPEAT_LINES)},
    {"repeated headers on a line each and listed as often", ROW_HEADERS_JOINED,
     RECIPE(.repeat = REPEAT_LISTED)},
    {"Content-Type not signed", 0, RECIPE(.choose = but_content_type)},
    {"payload hash header not signed", ROW_HASH_OPTIONAL | ROW_HASH_REQUIRED,
     RECIPE(.choose = but_hash)},
    {"date header not signed", 0, RECIPE(.choose = but_date)},
    {"session token not signed", 0, RECIPE(.choose = but_token)},
    {"no headers signed but Host and the dialect's own", ROW_ALL_SIGNED,
     RECIPE(.choose = only_own)},
    {"Content-Length signed too", ROW_ALL_SIGNED, RECIPE(.add = add_length)},
    {"x-amz-content-sha256 signed too", ROW_HASH_OPTIONAL, RECIPE(.add = add_hash)},
    {"no empty line after the headers", 0, RECIPE(.no_end = true)},
};

mistake_group mistakes_of_headers(void) {
  return (mistake_group){table, sizeof table / sizeof *table};
}
