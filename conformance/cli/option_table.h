/* SPDX-License-Identifier: Apache-2.0 */
/* option_table.h - the options of the command line: one row each. */
#ifndef CONFORM_OPTION_TABLE_H
#define CONFORM_OPTION_TABLE_H

#include "options.h"

/* option_kind says what a value becomes: bool, const char *, word_list, double, or size_t for the
 * last two. */
typedef enum {
  OPTION_FLAG,
  OPTION_WORD,
  OPTION_WORDS,
  OPTION_NUMBER,
  OPTION_COUNT,
  OPTION_TIMES
} option_kind;

/* option_row: what is a number is at most `most`. OPTION_NUMBER is above 0; OPTION_COUNT is whole,
 * from 0; OPTION_TIMES whole, from 1. */
typedef struct {
  const char *name, *value; /* "timeout", "SECONDS"; a flag has no value */
  option_kind kind;
  size_t offset; /* of the member of options */
  double most;
  const char *commands; /* those that take it, with a blank after each; NULL: every one */
  const char *help;     /* its lines end in LF, but for the last */
} option_row;

/* option_at returns row i, or NULL behind the last. */
const option_row *option_at(size_t i);

/* option_find returns the row of the name of len bytes, without "--"; or NULL. */
const option_row *option_find(const char *name, size_t len);

/* option_is_for says whether a command takes an option. */
bool option_is_for(const option_row *row, const char *command);

#endif
