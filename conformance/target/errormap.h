/* SPDX-License-Identifier: Apache-2.0 */
/* errormap.h - what a library calls its errors, in the suite's words. */
#ifndef CONFORM_ERRORMAP_H
#define CONFORM_ERRORMAP_H

#include "json.h"

/* errormap is a file errormap.json. Zero maps nothing. */
typedef struct {
  json *document;
} errormap;

/* errormap_read reads a file: an object of arrays of error classes, each under a native error, or
 * under the beginning of some and '*'. False: `problem` names the file, the place in it, and what
 * to do. */
bool errormap_read(const char *path, errormap *out, text *problem);
void errormap_free(errormap *map);

/* errormap_find returns the classes of a native error, an array of strings: those under its own
 * name, else under the longest beginning of it. NULL: the map has neither. */
const json *errormap_find(const errormap *map, dciauth_span native);

#endif
