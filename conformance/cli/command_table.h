/* SPDX-License-Identifier: Apache-2.0 */
/* command_table.h - the commands, the kinds of targets and the exit statuses, one row each: what
 * --help, the manual page and the completions of shells say of them comes from here. */
#ifndef CONFORM_COMMAND_TABLE_H
#define CONFORM_COMMAND_TABLE_H

#include <stddef.h>

/* command_row is one form of a command; a command with several forms has several rows. */
typedef struct {
  const char *name;      /* "list" */
  const char *arguments; /* "targets", a word as it is; "ID", a value; "[TARGET…]", any number of
                            them; "": none */
  const char *help;      /* its lines end in LF, but for the last */
} command_row;

/* word_row is a word and what it means. */
typedef struct {
  const char *word, *help;
} word_row;

/* Each returns row i, or NULL behind the last. */
const command_row *command_at(size_t i);
const word_row *target_kind_at(size_t i);
const word_row *exit_status_at(size_t i);

#endif
