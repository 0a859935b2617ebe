/* SPDX-License-Identifier: Apache-2.0 */
/* standalone_main.c - replays files, and the files of folders, through a target under any compiler:
 *   replay_TARGET FILE_OR_FOLDER…
 * Prints the states that were met and how many inputs there were. The exit status is 0 only if
 * there was at least one; a broken oracle aborts. */
#define _POSIX_C_SOURCE 200809L /* scandir */

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "oracle.h"

enum { MAX_PATH = 4096 };

static bool replay_file(const char *path, size_t *count) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    perror(path);
    return false;
  }
  text data = {0};
  for (int byte = fgetc(file); byte != EOF; byte = fgetc(file)) {
    text_byte(&data, (uint8_t)byte);
  }
  fclose(file);
  LLVMFuzzerTestOneInput(data.ptr, data.len);
  text_free(&data);
  *count += 1;
  return true;
}

static int not_hidden(const struct dirent *entry) {
  return entry->d_name[0] != '.';
}

/* replay_folder goes in the order of names, so that two runs are the same run. */
static bool replay_folder(const char *folder, size_t *count) {
  struct dirent **entries;
  int num = scandir(folder, &entries, not_hidden, alphasort);
  bool good = num >= 0;
  for (int i = 0; i < num; i++) {
    char path[MAX_PATH];
    int len = snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
    good = good && len > 0 && len < MAX_PATH && replay_file(path, count);
    free(entries[i]);
  }
  if (num < 0) {
    perror(folder);
    return false;
  }
  free(entries);
  return good;
}

int main(int argc, char **argv) {
  size_t count = 0;
  bool good = true;
  oracle_thorough = true;
  for (int i = 1; i < argc; i++) {
    struct stat info;
    bool is_folder = stat(argv[i], &info) == 0 && S_ISDIR(info.st_mode);
    good = (is_folder ? replay_folder(argv[i], &count) : replay_file(argv[i], &count)) && good;
  }
  oracle_print_notes();
  printf("%zu inputs\n", count);
  return good && count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
