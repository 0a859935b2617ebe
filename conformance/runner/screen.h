/* SPDX-License-Identifier: Apache-2.0 */
/* screen.h - colours and a line of progress, on a terminal alone. */
#ifndef CONFORM_SCREEN_H
#define CONFORM_SCREEN_H

#include "result.h"

typedef enum { COLOUR_RED, COLOUR_GREEN, COLOUR_YELLOW, COLOUR_BOLD, COLOUR_OFF } colour;

/* screen_init looks whether standard output is a terminal and NO_COLOR is unset. */
void screen_init(void);

/* screen_colour returns the escape sequence of a colour, "" where there is none. */
const char *screen_colour(colour c);

/* screen_progress overwrites the line of progress; screen_clear removes it. `authored` and `sweeps`
 * are how many there are to run. screen_count is for a run that says nothing of its results yet. */
void screen_progress(const result *r, size_t authored, size_t sweeps, const char *id);
void screen_count(const char *name, size_t done, size_t total);
void screen_clear(void);

#endif
