/* SPDX-License-Identifier: Apache-2.0 */
/* file_write.h - whole files or none. */
#ifndef CONFORM_FILE_WRITE_H
#define CONFORM_FILE_WRITE_H

#include "text.h"

/* file_kind: FILE_KEPT is on the disk when it is said to be written; FILE_SECRET is for its owner
 * alone, and one of many, so that it is not waited for. */
typedef enum { FILE_KEPT, FILE_SECRET } file_kind;

/* file_write writes a file beside its place and renames it: what was there before stays until the
 * new one is whole. A link is followed, and permissions stay, but for what is secret. False:
 * `problem` names the file and says why, and nothing is left beside it. */
bool file_write(const char *path, dciauth_span content, file_kind kind, text *problem);

/* file_put_all writes to a descriptor, in pieces if it must. False: errno says why. */
bool file_put_all(int fd, dciauth_span content);

/* file_exists says whether something has that name, be it a dangling link. */
bool file_exists(const char *path);

#endif
