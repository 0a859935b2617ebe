/* SPDX-License-Identifier: Apache-2.0 */
/* file_read.c - a file as it is, whatever its length. */
#include "file_read.h"

#include <errno.h>
#include <stdio.h>

bool file_read(const char *path, text *content, text *problem) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    text_printf(problem, "%s: %s", path, strerror(errno));
    return false;
  }
  size_t len;
  do {
    enum { CHUNK = 65536 };
    len = fread(text_reserve(content, CHUNK), 1, CHUNK, file);
    text_grow(content, len);
  } while (len > 0);
  bool fine = ferror(file) == 0;
  if (!fine) {
    text_printf(problem, "%s: cannot be read: %s", path, strerror(errno));
  }
  fclose(file);
  return fine;
}
