/* SPDX-License-Identifier: Apache-2.0 */
/* file_place.c - a file that is not there yet is named by its folder, which is. */
#include "file_place.h"

#include "memory.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* folder_of returns the folder of a path, absolute; NULL: it is not there. */
static char *folder_of(const char *path) {
  const char *slash = strrchr(path, '/');
  char *given = slash == NULL   ? mem_text(".", 1)
                : slash == path ? mem_text("/", 1)
                                : mem_text(path, (size_t)(slash - path));
  char *folder = realpath(given, NULL);
  free(given);
  return folder;
}

char *file_place(const char *path) {
  char *real = realpath(path, NULL), *folder = real == NULL ? folder_of(path) : NULL;
  const char *slash = strrchr(path, '/');
  if (real != NULL || folder == NULL) {
    return real != NULL ? real : mem_text(path, strlen(path));
  }
  text place = {0};
  text_printf(&place, "%s/%s", strcmp(folder, "/") == 0 ? "" : folder,
              slash != NULL ? slash + 1 : path);
  free(folder);
  return place.ptr;
}

static bool is_device(const char *path) {
  return strncmp(path, "/dev/", 5) == 0;
}

bool file_is_same(const char *a, const char *b) {
  struct stat one, other;
  if (is_device(a) || is_device(b)) {
    return false;
  }
  if (stat(a, &one) == 0 && stat(b, &other) == 0) {
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
  }
  char *first = file_place(a), *second = file_place(b);
  bool same = strcmp(first, second) == 0;
  free(first);
  free(second);
  return same;
}

void file_blame(const char *path, int error, text *problem) {
  text_printf(problem, "%s: could not be written: %s%s", path, strerror(error),
              error == ENOENT ? ": make its folder first" : "");
}

/* why_not returns errno, or 0. */
static int why_not(const char *place) {
  struct stat info;
  if (stat(place, &info) == 0 && S_ISDIR(info.st_mode)) {
    return EISDIR;
  }
  if (access(place, W_OK) != 0 && errno != ENOENT) {
    return errno;
  }
  char *folder = folder_of(place);
  int error = folder != NULL && access(folder, W_OK | X_OK) == 0 ? 0 : errno;
  free(folder);
  return error;
}

bool file_may_write(const char *path, text *problem) {
  char *place = file_place(path);
  int error = why_not(place);
  free(place);
  if (error != 0) {
    file_blame(path, error, problem);
  }
  return error == 0;
}

void file_keep_mode(int fd, const char *path) {
  struct stat info;
  if (stat(path, &info) == 0 && S_ISREG(info.st_mode)) {
    (void)!fchmod(fd, info.st_mode & 0777); /* it may be somebody else's: then as any new file */
  }
}
