/* SPDX-License-Identifier: Apache-2.0 */
/* target.h - what is tested: the reference, a command, a shared object, or a shim found by name. */
#ifndef CONFORM_TARGET_H
#define CONFORM_TARGET_H

#include "errormap.h"

/* target holds what it takes to start a program; `argv` ends in NULL. The reference has none. */
typedef struct {
  char *name;
  bool is_ref;
  bool is_once; /* a process serves one request, and its input ends after it */
  char **argv;
  char *folder; /* where it runs, or NULL */
  char **env;   /* NAME=VALUE, ends in NULL; or NULL */
  size_t num_env;
  const char *debugger; /* what it runs behind, or NULL */
  errormap errors;      /* what its own errors mean */
} target;

/* target_parse reads `ref`, `exec:CMD`, `exec-once:CMD`, `lib:PATH`, `mutant:NAME` or the name of a
 * shim in <shims>/<language>/<package>/, which may hold an errormap.json. False: `problem` says why
 * and what there is. Call target_free in either case. */
bool target_parse(const char *spec, const char *shims, target *out, text *problem);
void target_free(target *t);

/* target_add_env adds NAME=VALUE to the environment of its processes. */
void target_add_env(target *t, const char *pair);

/* target_list appends one line for each shim below `shims`: name, language, package and version. */
void target_list(const char *shims, text *out);

#endif
