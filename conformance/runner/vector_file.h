/* SPDX-License-Identifier: Apache-2.0 */
/* vector_file.h - one file of vectors. */
#ifndef CONFORM_VECTOR_FILE_H
#define CONFORM_VECTOR_FILE_H

#include "vectors.h"

/* vector_file_read appends the tests of the file at `path` to the set. False: see problem. */
bool vector_file_read(const char *path, vector_set *set, text *problem);

#endif
