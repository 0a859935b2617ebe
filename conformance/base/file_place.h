/* SPDX-License-Identifier: Apache-2.0 */
/* file_place.h - where a path leads, and whether a file may be written there. */
#ifndef CONFORM_FILE_PLACE_H
#define CONFORM_FILE_PLACE_H

#include "text.h"

/* file_place returns where a path leads in the end, links followed, be there a file or not yet; as
 * it was given if no folder is there. The caller frees it. */
char *file_place(const char *path);

/* file_is_same says whether two paths lead to the same place. What lies in /dev holds nothing that
 * could be lost, so there it is false. */
bool file_is_same(const char *a, const char *b);

/* file_may_write says whether a file can be made, or replaced, at a path: its folder is there and
 * can be written, and so can the file if there is one. False: `problem` says why not. */
bool file_may_write(const char *path, text *problem);

/* file_blame appends that a file could not be written, errno `error`, and what helps. */
void file_blame(const char *path, int error, text *problem);

/* file_keep_mode gives a file that will replace the one at `path` its permissions: what was for its
 * owner alone stays so. */
void file_keep_mode(int fd, const char *path);

#endif
