/* SPDX-License-Identifier: Apache-2.0 */
/* vector_file.h - one file of vectors. */
#ifndef CONFORM_VECTOR_FILE_H
#define CONFORM_VECTOR_FILE_H

#include "vectors.h"

/* vector_file_read appends the tests of the file at `path` to the set. False: see problem. */
bool vector_file_read(const char *path, vector_set *set, text *problem);

/* vector_file_parse returns the document in a file, to be freed, or NULL: see problem. */
json *vector_file_parse(const char *path, text *problem);

/* vector_is_id: small letters and digits, between them single separators. */
bool vector_is_id(const char *s);

/* vector_is_among: `words` are words with a blank between them, and one of them is this. */
bool vector_is_among(const char *word, const char *words);

/* vector_is_sweep says that a file of this name holds a sweep. */
bool vector_is_sweep(const char *path);

#endif
