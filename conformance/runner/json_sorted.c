/* SPDX-License-Identifier: Apache-2.0 */
/* json_sorted.c - the order of members carries no meaning, but may carry news: who wrote them. */
#include "json_sorted.h"

#include "json_out.h"
#include "memory.h"

#include <stdlib.h>

static int compare_members(const void *a, const void *b) {
  return strcmp(json_key(*(const json *const *)a), json_key(*(const json *const *)b));
}

const json **json_sorted_members(const json *object, size_t *num) {
  const json **members = mem_alloc(json_count(object), sizeof *members);
  *num = 0;
  for (const json *m = json_first(object); m != NULL; m = json_next(m)) {
    members[(*num)++] = m;
  }
  qsort(members, *num, sizeof *members, compare_members);
  return members;
}

static void put_object(const json *object, text *out) {
  size_t num;
  const json **members = json_sorted_members(object, &num);
  out_open(out, '{');
  for (size_t i = 0; i < num; i++) {
    out_key(out, json_key(members[i]));
    json_put_sorted(members[i], out);
  }
  out_close(out, '}');
  free(members);
}

/* put_array: out_open sees to the comma before a bracket. */
static void put_array(const json *array, text *out) {
  out_open(out, '[');
  for (const json *item = json_first(array); item != NULL; item = json_next(item)) {
    bool nested = json_is_object(item) || json_is_array(item);
    text_puts(out, nested || item == json_first(array) ? "" : ",");
    json_put_sorted(item, out);
  }
  out_close(out, ']');
}

void json_put_sorted(const json *value, text *out) {
  if (json_is_object(value)) {
    put_object(value, out);
  } else if (json_is_array(value)) {
    put_array(value, out);
  } else {
    json_print(value, out);
  }
}
