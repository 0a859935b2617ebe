/* SPDX-License-Identifier: Apache-2.0 */
/* options.h - the command line, and which vectors it asks for. */
#ifndef CONFORM_OPTIONS_H
#define CONFORM_OPTIONS_H

#include "vectors.h"

#define NO_SEED SIZE_MAX

/* word_list is what an option that may be repeated was given. */
typedef struct {
  const char **items;
  size_t num;
} word_list;

/* options holds what was asked for; the values point into the command line. option_table.c says
 * which option fills which member, and what each stands for. */
typedef struct {
  const char *command; /* "run", "list", …; NULL: none */
  char **arguments;
  size_t num_arguments;
  char *vectors, *shims; /* folders: as given, or found */
  const char *vectors_given, *shims_given;
  const char *profiles;      /* a file of rows of the user's own, or NULL */
  const char *policy;        /* a file with the policy of the target ref, or NULL */
  word_list select;          /* id globs; none: every vector */
  const char *json, *replay; /* NULL: none */
  const char *junit, *tap, *markdown, *html;
  double timeout; /* seconds a vector */
  size_t explain; /* failures to explain for each target */
  bool no_sweeps, sweeps_only;
  bool blind, allow_raised, fail_fast;
  size_t seed;                                               /* of a blind run; NO_SEED: drawn */
  word_list require;                                         /* features */
  double min_run;                                            /* per cent */
  const char *xfail, *write_xfail, *update_xfail, *baseline; /* NULL: none */
  size_t repeat; /* how often each vector is asked; 0: once, and no rate is told */
  size_t jobs;   /* processes at a time */
  bool no_pin;
  word_list env;        /* NAME=VALUE */
  const char *debugger; /* NULL: none */
  bool help, version;
} options;

/* options_parse reads the command line. False: `problem` says what is wrong. Call options_free in
 * either case. */
bool options_parse(int argc, char **argv, options *out, text *problem);
void options_free(options *o);

/* options_select says whether a vector is among those asked for. */
bool options_select(const options *o, const vector *v);

#endif
