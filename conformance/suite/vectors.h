/* SPDX-License-Identifier: Apache-2.0 */
/* vectors.h - the test vectors of a folder, checked and with their groups' defaults filled in. */
#ifndef CONFORM_VECTORS_H
#define CONFORM_VECTORS_H

#include "json.h"

enum { NO_TWIN = -1 };

/* vector is one test. Strings and values belong to the documents of its set. */
typedef struct {
  const char *id, *title, *comment; /* comment: "" if there is none */
  const char *op, *profile, *file, *severity;
  bool invalid, acceptable, settled;
  bool sweep; /* of a file <area>-generated.json: every value of something, not picked by hand */
  long twin;  /* index of the valid sibling, or NO_TWIN */
  const json *test, *input, *expected, *requires;
} vector;

/* vector_entry is one line of the index of ids. */
typedef struct {
  const char *id;
  size_t index;
} vector_entry;

typedef struct {
  vector *items;
  size_t num;
  vector_entry *ids; /* sorted */
  json **documents;
  char **files;
  size_t num_documents;
  const char *suite; /* the version that the files name */
} vector_set;

/* vectors_load reads <dir>/<profile>/<area>.json, in the order of names. False: `problem` says
 * file, JSON pointer and what to do. Call vectors_free in either case. */
bool vectors_load(const char *dir, vector_set *set, text *problem);
void vectors_free(vector_set *set);

/* vectors_area_len is the length of an id without its last part: of "aws4/query" in
 * "aws4/query/bare-plus"; vectors_same_area says whether two ids have it in common. */
size_t vectors_area_len(const char *id);
bool vectors_same_area(const char *a, const char *b);

/* vectors_find returns the index of an id, or NO_TWIN. */
long vectors_find(const vector_set *set, const char *id);

#endif
