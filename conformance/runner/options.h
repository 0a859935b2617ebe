/* SPDX-License-Identifier: Apache-2.0 */
/* options.h - the command line. */
#ifndef CONFORM_OPTIONS_H
#define CONFORM_OPTIONS_H

#include "vectors.h"

/* sweeps_choice: sweeps are run with the rest, left out, or run alone. */
typedef enum { SWEEPS_TOO, SWEEPS_NONE, SWEEPS_ONLY } sweeps_choice;

/* options holds what was asked for; `vectors` and `shims` are filled in where they were not given.
 */
typedef struct {
  const char *command; /* "run", "list", …; NULL: none */
  char **arguments;
  size_t num_arguments;
  char *vectors, *shims;
  const char **select; /* id globs; none: every vector */
  size_t num_select;
  const char *json, *replay; /* NULL: none */
  double timeout;            /* seconds a vector */
  size_t explain;            /* failures to explain for each target */
  sweeps_choice sweeps;
  bool help, version;
} options;

/* options_parse reads the command line. False: `problem` says what is wrong. Call options_free in
 * either case. */
bool options_parse(int argc, char **argv, options *out, text *problem);
void options_free(options *o);

/* options_select says whether a vector is among those asked for. */
bool options_select(const options *o, const vector *v);

/* options_help is the text of --help. */
const char *options_help(void);

#endif
