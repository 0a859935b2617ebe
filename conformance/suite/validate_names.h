/* SPDX-License-Identifier: Apache-2.0 */
/* validate_names.h - the names that a vector may use: profiles, features, knobs, error classes. */
#ifndef CONFORM_VALIDATE_NAMES_H
#define CONFORM_VALIDATE_NAMES_H

#include "findings.h"
#include "json.h"

/* names_kind is a registry; NAMES_RETIRED holds the ids that must not be used again. */
typedef enum {
  NAMES_PROFILES,
  NAMES_FEATURES,
  NAMES_KNOBS,
  NAMES_ERRORS,
  NAMES_RETIRED,
  NAMES_NUM
} names_kind;

/* names are registries as files: NULL where there is none. */
typedef struct {
  json *registry[NAMES_NUM];
} names;

/* names_file returns "profiles.json" and so on. */
const char *names_file(names_kind kind);

/* names_take makes the document a registry if it has the form of one: else a finding. */
void names_take(names *n, names_kind kind, json *document, const place *at);
void names_free(names *n);

/* names_known says whether a name is the registry's or the library's own; of a registry that is not
 * there every name is known. Nothing is retired but what stands in the registry. */
bool names_known(const names *n, names_kind kind, const char *name);

/* names_is_class says whether the library has an error class of that name. */
bool names_is_class(const char *name);

#endif
