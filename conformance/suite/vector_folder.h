/* SPDX-License-Identifier: Apache-2.0 */
/* vector_folder.h - which files of a folder hold vectors. */
#ifndef CONFORM_VECTOR_FOLDER_H
#define CONFORM_VECTOR_FOLDER_H

#include "text.h"

/* vector_visit is called with each file, or, where `readable` is false, with a folder that cannot
 * be read. False ends the walk. */
typedef bool (*vector_visit)(const char *path, bool readable, void *arg);

/* vector_folder_walk visits each <dir>/<folder>/<name>.json in the order of names, but for hidden
 * folders and schema/. False: a visit said so, or `dir` is no folder, and `problem` says that. */
bool vector_folder_walk(const char *dir, vector_visit visit, void *arg, text *problem);

/* vector_folder_walk_top visits each <dir>/<name>.json. */
bool vector_folder_walk_top(const char *dir, vector_visit visit, void *arg);

#endif
