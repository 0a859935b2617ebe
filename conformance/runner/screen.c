/* SPDX-License-Identifier: Apache-2.0 */
/* screen.c - the only place that knows escape sequences. */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static bool is_terminal;

void screen_init(void) {
  const char *plain = getenv("NO_COLOR");
  is_terminal = isatty(STDOUT_FILENO) == 1 && (plain == NULL || plain[0] == '\0');
}

const char *screen_colour(colour c) {
  static const char *const codes[] = {[COLOUR_RED] = "\x1b[31m",
                                      [COLOUR_GREEN] = "\x1b[32m",
                                      [COLOUR_YELLOW] = "\x1b[33m",
                                      [COLOUR_BOLD] = "\x1b[1m",
                                      [COLOUR_OFF] = "\x1b[0m"};
  return is_terminal ? codes[c] : "";
}

static void put_tally(const tally *t, size_t total) {
  size_t bad = tally_bad(t);
  printf("%zu/%zu  %spass %zu%s  %sfail %zu%s", t->total, total, screen_colour(COLOUR_GREEN),
         t->count[OUTCOME_PASS], screen_colour(COLOUR_OFF),
         screen_colour(bad > 0 ? COLOUR_RED : COLOUR_OFF), bad, screen_colour(COLOUR_OFF));
}

void screen_progress(const result *r, size_t authored, size_t sweeps, const char *id) {
  if (!is_terminal) {
    return;
  }
  printf("\r\x1b[K%.16s ", text_str(&r->name));
  if (r->sweeps.total > 0) {
    printf("sweeps ");
    put_tally(&r->sweeps, sweeps);
  } else {
    put_tally(&r->authored, authored);
  }
  printf("  %.24s", id);
  fflush(stdout);
}

void screen_count(const char *name, size_t done, size_t total) {
  if (is_terminal) {
    printf("\r\x1b[K%.16s asked %zu/%zu", name, done, total);
    fflush(stdout);
  }
}

void screen_clear(void) {
  if (is_terminal) {
    printf("\r\x1b[K");
  }
}
