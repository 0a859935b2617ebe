/* SPDX-License-Identifier: Apache-2.0 */
/* beside.c - nobody reads half a report, and a full disk leaves the old one: the file gets its name
 * when all of it has reached the disk. A device or a pipe (/dev/null, /dev/stdout) has no old
 * content to keep, and must not be replaced by a file. */
#include "beside.h"

#include "memory.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

bool beside_open(const char *path, beside *b, text *problem) {
  struct stat info;
  *b = (beside){0};
  if (path == NULL) {
    return true;
  }
  bool exists = stat(path, &info) == 0;
  char *real = exists && S_ISREG(info.st_mode) ? realpath(path, NULL) : NULL;
  b->path = real != NULL ? real : mem_text(path, strlen(path));
  if (!exists || S_ISREG(info.st_mode)) {
    text name = {0};
    text_printf(&name, "%s.%ld.part", b->path, (long)getpid());
    b->beside = name.ptr;
  }
  const char *opened = b->beside != NULL ? b->beside : b->path;
  b->file = fopen(opened, "wb");
  if (b->file == NULL) {
    text_printf(problem, "%s: %s", opened, strerror(errno));
    free(b->path);
    free(b->beside);
    *b = (beside){0};
    return false;
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
    text_printf(problem, "%s: could not be written: %s", b->path, strerror(b->error));
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
