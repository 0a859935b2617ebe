/* SPDX-License-Identifier: Apache-2.0 */
/* groups.c - groups in the order in which they came; a reader wants the kinds, and a few of each.
 */
#include "groups.h"

#include "memory.h"

#include <stdlib.h>

enum { MAX_IDS = 6, WIDTH = 100 };

static group *find(groups *g, const char *label) {
  for (size_t i = 0; i < g->num; i++) {
    if (strcmp(text_str(&g->items[i].label), label) == 0) {
      return &g->items[i];
    }
  }
  g->items = mem_resize(g->items, g->num + 1, sizeof *g->items);
  group *fresh = &g->items[g->num++];
  *fresh = (group){0};
  text_puts(&fresh->label, label);
  return fresh;
}

void groups_add(groups *g, const char *label, const char *id) {
  group *its = find(g, label);
  if (its->num < MAX_IDS) {
    text_printf(&its->ids, "%s%s", its->num > 0 ? " " : "", id);
  }
  its->num++;
}

static void put_ids(const group *its, const char *indent, text *out) {
  size_t column = WIDTH, most = WIDTH - strlen(indent);
  for (const char *id = text_str(&its->ids); *id != '\0';) {
    size_t len = strcspn(id, " ");
    if (column + len + 2 > most) {
      text_printf(out, "%s%s   ", column < WIDTH ? "\n" : "", indent);
      column = 3;
    }
    text_puts(out, " ");
    text_put(out, id, len);
    id += len + (id[len] == ' ' ? 1 : 0);
    text_puts(out, *id != '\0' ? "," : "");
    column += len + 2;
  }
  if (its->num > MAX_IDS) {
    text_printf(out, " and %zu more", its->num - MAX_IDS);
  }
  text_puts(out, "\n");
}

void groups_put(const groups *g, const char *indent, bool with_ids, text *out) {
  for (size_t i = 0; i < g->num; i++) {
    const group *its = &g->items[i];
    text_printf(out, "%s%zu  %s%s\n", indent, its->num, text_str(&its->label), with_ids ? ":" : "");
    if (with_ids) {
      put_ids(its, indent, out);
    }
  }
}

void groups_free(groups *g) {
  for (size_t i = 0; i < g->num; i++) {
    text_free(&g->items[i].label);
    text_free(&g->items[i].ids);
  }
  free(g->items);
  *g = (groups){0};
}
