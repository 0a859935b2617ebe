/* SPDX-License-Identifier: Apache-2.0 */
/* validate.h - what the parts of `validate` share: the files of a folder and the tests in them. */
#ifndef CONFORM_VALIDATE_H
#define CONFORM_VALIDATE_H

#include "validate_names.h"

/* validated_file is one file, with what is wrong in it. */
typedef struct {
  char *path;
  json *root; /* NULL: it cannot be read as JSON */
  findings found;
  size_t num_tests;
  bool sweep, is_registry;
} validated_file;

/* subject is one test; its input holds the group's defaults. `sound`: it has the form of one, so
 * that what it says can be looked at. */
typedef struct {
  const json *test, *notes;
  const char *id, *op;
  bool sweep, sound;
  place at;
} subject;

typedef struct {
  validated_file **files;
  size_t num_files;
  subject *subjects;
  size_t num_subjects;
  const subject **ids; /* the subjects that have an id, sorted by it */
  size_t num_ids;
  names known;
} validation;

/* validate_file reads one file and adds its tests; validate_file.c. */
void validate_file(const char *path, validation *v);

/* validation_add appends an empty file; validation_open returns the document at its path, or NULL,
 * and then a finding says why: no file, too large, no JSON. */
validated_file *validation_add(validation *v, const char *path);
json *validation_open(validated_file *file);

/* Of one sound test; validate_test.c, validate_twin.c, validate_stages.c, validate_digest.c. */
void validate_results(const subject *s);
void validate_names(const subject *s, const names *known);
void validate_twin(const subject *s, const validation *v);
void validate_stages(const subject *s);
void validate_digest(const subject *s);

/* validate_index sorts the ids and adds a finding for each that is there twice or retired. */
void validate_index(validation *v);

#endif
