/* SPDX-License-Identifier: Apache-2.0 */
/* warden.c - SIGKILL cannot be caught, and PR_SET_PDEATHSIG reaches children alone. So a process of
 * its own reads from a pipe which groups are running; when the pipe ends without a word, the runner
 * is dead, and the groups, with what the shims started, are killed. A process that has left its
 * group is out of reach. */
#include "warden.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_GROUPS = 1024 };

static int tell = -1;
static pid_t warden;

static void note(pid_t *groups, pid_t word) {
  pid_t old = word > 0 ? 0 : -word, now = word > 0 ? word : 0;
  for (size_t i = 0; i < MAX_GROUPS; i++) {
    if (groups[i] == old) {
      groups[i] = now;
      return;
    }
  }
}

/* watch runs in the warden. It holds nothing of the runner's open, or a reader of the runner's
 * output would wait for it, and takes no part in what the terminal sends to the runner. */
static _Noreturn void watch(int from) {
  static pid_t groups[MAX_GROUPS];
  pid_t word;
  setpgid(0, 0);
  signal(SIGINT, SIG_IGN);
  signal(SIGTERM, SIG_IGN);
  if (dup2(from, 0) < 0) {
    _exit(1);
  }
  closefrom(1);
  while (read(0, &word, sizeof word) == (ssize_t)sizeof word) {
    note(groups, word);
  }
  for (size_t i = 0; i < MAX_GROUPS; i++) {
    if (groups[i] > 0) {
      kill(-groups[i], SIGKILL);
    }
  }
  _exit(0);
}

void warden_start(void) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    return; /* the children still die with us */
  }
  warden = fork();
  if (warden == 0) {
    watch(ends[0]);
  }
  close(ends[0]);
  if (warden < 0) {
    close(ends[1]);
    return;
  }
  tell = ends[1];
}

void warden_end(void) {
  if (tell >= 0) {
    close(tell);
    TEMP_FAILURE_RETRY(waitpid(warden, NULL, 0));
  }
  tell = -1;
}

static void say(pid_t word) {
  if (tell >= 0 && write(tell, &word, sizeof word) < 0) {
    close(tell);
    tell = -1;
  }
}

void warden_watch(pid_t group) {
  say(group);
}

void warden_forget(pid_t group) {
  say(-group);
}
