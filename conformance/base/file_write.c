/* SPDX-License-Identifier: Apache-2.0 */
/* file_write.c - beside, then renamed. */
#include "file_write.h"

#include "file_place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

bool file_put_all(int fd, dciauth_span content) {
  for (size_t at = 0; at < content.len;) {
    ssize_t len = write(fd, content.ptr + at, content.len - at);
    if (len < 0 && errno != EINTR) {
      return false;
    }
    at += len > 0 ? (size_t)len : 0;
  }
  return true;
}

/* write_beside returns 0, or errno: what closes and removes must not hide why. */
static int write_beside(const char *beside, const char *path, dciauth_span content,
                        file_kind kind) {
  int fd = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kind == FILE_SECRET ? 0600 : 0666);
  if (fd < 0) {
    return errno;
  }
  if (kind == FILE_KEPT) {
    file_keep_mode(fd, path);
  }
  int error = file_put_all(fd, content) && (kind == FILE_SECRET || fsync(fd) == 0) ? 0 : errno;
  if (close(fd) != 0 && error == 0) {
    error = errno;
  }
  if (error == 0 && rename(beside, path) != 0) {
    error = errno;
  }
  if (error != 0) {
    unlink(beside);
  }
  return error;
}

bool file_write(const char *path, dciauth_span content, file_kind kind, text *problem) {
  char *place = file_place(path);
  text beside = {0};
  text_printf(&beside, "%s.%ld.part", place, (long)getpid());
  int error = write_beside(beside.ptr, place, content, kind);
  text_free(&beside);
  free(place);
  if (error != 0) {
    file_blame(path, error, problem);
  }
  return error == 0;
}

bool file_exists(const char *path) {
  struct stat info;
  return lstat(path, &info) == 0;
}
