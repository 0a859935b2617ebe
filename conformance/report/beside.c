/* SPDX-License-Identifier: Apache-2.0 */
/* beside.c - nobody reads half a report, and a full disk leaves the old one: the file gets its name
 * when all of it has reached the disk. A device or a pipe (/dev/null, /dev/stdout) has no old
 * content to keep and must not be replaced by a file, nor must the file that standard output goes
 * to: what it holds already would be lost. */
#include "beside.h"

#include "file_place.h"
#include "memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* own_output returns the descriptor if a path names what we print to already, or -1. */
static int own_output(const char *path) {
  struct stat place, open;
  for (int fd = STDOUT_FILENO; fd <= STDERR_FILENO && stat(path, &place) == 0; fd++) {
    if (fstat(fd, &open) == 0 && open.st_dev == place.st_dev && open.st_ino == place.st_ino) {
      return fd;
    }
  }
  return -1;
}

/* is_replaced says whether a path names a file that may be replaced, or nothing yet. A link that
 * leads nowhere is neither: /dev/stdout is one where standard output is closed. */
static bool is_replaced(const char *path) {
  struct stat info;
  if (stat(path, &info) != 0) {
    return lstat(path, &info) != 0;
  }
  return S_ISREG(info.st_mode) && own_output(path) < 0;
}

/* open_straight: what is printed and what is written share one place in the file. No target gets a
 * report as a file that is open already: one that stays behind would hold it. */
static FILE *open_straight(const char *path) {
  int own = own_output(path), fd = own >= 0 ? fcntl(own, F_DUPFD_CLOEXEC, 0) : -1;
  return own < 0 ? fopen(path, "abe") : fd < 0 ? NULL : fdopen(fd, "wb");
}

bool beside_open(const char *path, beside *b, text *problem) {
  *b = (beside){0};
  if (path == NULL) {
    return true;
  }
  bool replaced = is_replaced(path);
  char *real = replaced ? realpath(path, NULL) : NULL;
  b->path = real != NULL ? real : mem_text(path, strlen(path));
  if (replaced && !file_may_write(b->path, problem)) {
    beside_drop(b);
    return false;
  }
  if (replaced) {
    text name = {0};
    text_printf(&name, "%s.%ld.part", b->path, (long)getpid());
    b->beside = name.ptr;
  }
  b->file = replaced ? fopen(b->beside, "wbe") : open_straight(b->path);
  if (b->file == NULL) {
    file_blame(b->path, errno, problem);
    beside_drop(b);
    return false;
  }
  if (replaced) {
    file_keep_mode(fileno(b->file), b->path);
  }
  return true;
}

void beside_put(beside *b, dciauth_span bytes) {
  if (b->file != NULL && b->error == 0 && bytes.len > 0 &&
      fwrite(bytes.ptr, 1, bytes.len, b->file) != bytes.len) {
    b->error = errno;
  }
}

/* flush: what has no disk below it cannot be synced, which is no failure. */
static bool flush(beside *b) {
  return fflush(b->file) == 0 && (b->beside == NULL || fsync(fileno(b->file)) == 0);
}

static void note(beside *b, bool fine) {
  if (!fine && b->error == 0) {
    b->error = errno != 0 ? errno : EIO;
  }
}

bool beside_close(beside *b, text *problem) {
  if (b->file == NULL) {
    return true;
  }
  note(b, flush(b));
  note(b, fclose(b->file) == 0);
  b->file = NULL;
  if (b->error == 0 && b->beside != NULL) {
    note(b, rename(b->beside, b->path) == 0);
  }
  bool fine = b->error == 0;
  if (!fine) {
    file_blame(b->path, b->error, problem);
  }
  if (!fine && b->beside != NULL) {
    unlink(b->beside);
  }
  free(b->path);
  free(b->beside);
  *b = (beside){0};
  return fine;
}

void beside_drop(beside *b) {
  if (b->file != NULL) {
    fclose(b->file);
    if (b->beside != NULL) {
      unlink(b->beside);
    }
  }
  free(b->path);
  free(b->beside);
  *b = (beside){0};
}
