/* SPDX-License-Identifier: Apache-2.0 */
/* file_read.h - whole files. */
#ifndef CONFORM_FILE_READ_H
#define CONFORM_FILE_READ_H

#include "text.h"

/* file_read appends the content of a file. False: `problem` says why. */
bool file_read(const char *path, text *content, text *problem);

#endif
