/* SPDX-License-Identifier: Apache-2.0 */
/* runs.c - labels tell the runs apart: by implementation, else by the words of the command line,
 * else by file, and if all that is the same, by number. */
#include "runs.h"

#include "memory.h"
#include "visible.h"

#include <stdlib.h>

/* is_told_apart says whether a word tells a run from another with the same label. */
static bool is_told_apart(const runs *all, size_t i, const char *(*word)(const run *)) {
  const run *r = &all->items[i];
  bool told = false;
  for (size_t k = 0; k < all->num && !told; k++) {
    const run *other = &all->items[k];
    told = strcmp(other->label, r->label) == 0 && strcmp(word(other), word(r)) != 0;
  }
  return told;
}

/* add_to_labels puts a word behind every label that is there twice, where that helps. */
static void add_to_labels(runs *all, const char *(*word)(const run *)) {
  const char **fresh = mem_alloc(all->num, sizeof *fresh);
  for (size_t i = 0; i < all->num; i++) {
    text label = {0};
    text_puts(&label, all->items[i].label);
    if (is_told_apart(all, i, word)) {
      text_printf(&label, " (%s)", word(&all->items[i]));
    }
    fresh[i] = pool_keep(&all->texts, text_str(&label));
    text_free(&label);
  }
  for (size_t i = 0; i < all->num; i++) {
    all->items[i].label = fresh[i];
  }
  free(fresh);
}

static const char *name_of(const run *r) {
  return r->name;
}

static const char *file_of(const run *r) {
  const char *slash = strrchr(r->file, '/');
  return slash != NULL ? slash + 1 : r->file;
}

/* number_labels, from the last on: what CI systems find twice by one name they take for one. */
static void number_labels(runs *all) {
  for (size_t i = all->num; i-- > 1;) {
    size_t number = 1;
    for (size_t k = 0; k < i; k++) {
      number += strcmp(all->items[k].label, all->items[i].label) == 0 ? 1 : 0;
    }
    if (number > 1) {
      text label = {0};
      text_printf(&label, "%s #%zu", all->items[i].label, number);
      all->items[i].label = pool_keep(&all->texts, text_str(&label));
      text_free(&label);
    }
  }
}

bool runs_finish(runs *all, text *problem) {
  for (size_t i = 0; i < all->num; i++) {
    run *r = &all->items[i];
    if (!r->ended) {
      text_printf(problem, "%s: ends without the summary of ", r->file);
      visible_put(problem, dciauth_str(r->name), 80);
      text_puts(problem, ": run it again");
      return false;
    }
    r->label = r->title[0] != '\0' ? r->title : r->name;
  }
  add_to_labels(all, name_of);
  add_to_labels(all, file_of);
  number_labels(all);
  return true;
}

void runs_free(runs *all) {
  for (size_t i = 0; i < all->num; i++) {
    for (size_t k = 0; k < all->items[i].num; k++) {
      outcome_free(&all->items[i].entries[k].result);
    }
    free(all->items[i].entries);
  }
  free(all->items);
  pool_free(&all->texts);
  *all = (runs){0};
}

size_t run_news(const run *r) {
  return tally_news(&r->authored) + tally_news(&r->sweeps);
}

size_t run_excused(const run *r) {
  return tally_excused(&r->authored) + tally_excused(&r->sweeps);
}

size_t runs_excused(const runs *all) {
  size_t num = 0;
  for (size_t i = 0; i < all->num; i++) {
    num += run_excused(&all->items[i]);
  }
  return num;
}

/* is_lost says whether vectors were not run for another reason than that it was to stop. */
static bool is_lost(const run *r) {
  return !r->stopped && r->authored.count[OUTCOME_NOT_RUN] + r->sweeps.count[OUTCOME_NOT_RUN] > 0;
}

bool run_is_bad(const run *r) {
  bool problem = r->problem[0] != '\0' && !r->problem_is_known;
  return run_news(r) > 0 || problem || r->gates[0] != '\0' || is_lost(r);
}

const char *entry_name(const entry *e) {
  const char *slash = strrchr(e->id, '/');
  return slash != NULL ? slash + 1 : e->id;
}

bool entry_is_told(const entry *e) {
  outcome_status s = e->result.status;
  return outcome_is_failure(s) || s == OUTCOME_VACUOUS ||
         (s == OUTCOME_DISPUTED && !e->result.matched);
}
