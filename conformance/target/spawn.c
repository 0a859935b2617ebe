/* SPDX-License-Identifier: Apache-2.0 */
/* spawn.c - fork and exec. Whether exec worked is learned through a pipe that exec closes, so that
 * a command that does not exist is told apart from one that crashes. */
#include "spawn.h"

#include "memory.h"
#include "pin.h"
#include "warden.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  int in[2], out[2], err[2], word[2];
} pipes;

static void close_pipes(const pipes *p) {
  const int *const all = (const int *)p;
  for (size_t i = 0; i < sizeof *p / sizeof(int); i++) {
    if (all[i] >= 0) {
      close(all[i]);
    }
  }
}

static bool open_pipes(pipes *p) {
  *p = (pipes){{-1, -1}, {-1, -1}, {-1, -1}, {-1, -1}};
  bool fine = pipe2(p->in, O_CLOEXEC) == 0 && pipe2(p->out, O_CLOEXEC) == 0 &&
              pipe2(p->err, O_CLOEXEC) == 0 && pipe2(p->word, O_CLOEXEC) == 0;
  if (!fine) {
    close_pipes(p);
  }
  return fine;
}

static void set_environment(const target *t) {
  static const char *const unwanted[] = {"http_proxy", "https_proxy", "ftp_proxy",   "all_proxy",
                                         "no_proxy",   "HTTP_PROXY",  "HTTPS_PROXY", "FTP_PROXY",
                                         "ALL_PROXY",  "NO_PROXY"};
  for (size_t i = 0; i < sizeof unwanted / sizeof *unwanted; i++) {
    unsetenv(unwanted[i]);
  }
  setenv("TZ", "UTC", 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  for (char **pair = t->env; pair != NULL && *pair != NULL; pair++) {
    putenv(*pair);
  }
}

static void start(const target *t, const pipes *p) {
  setpgid(0, 0);
  if (dup2(p->in[0], 0) >= 0 && dup2(p->out[1], 1) >= 0 && dup2(p->err[1], 2) >= 0) {
    execvp(t->argv[0], t->argv);
  }
}

/* start_debugger: the debugger gets a shell to run that puts the pipes in place and becomes the
 * target; so it must follow exec, and hand descriptors on. */
static void start_debugger(const target *t, const pipes *p) {
  enum { ABOVE = 20, FIRST = 8 }; /* clear of 3 and 4, which may be ends of the pipes */
  size_t num = 0;
  while (t->argv[num] != NULL) {
    num++;
  }
  text command = {0};
  text_printf(&command, "exec %s \"$@\"", t->debugger);
  char *const first[FIRST] = {
      "/bin/sh", "-c", command.ptr, "/bin/sh", "/bin/sh", "-c", "exec \"$@\" 0<&3 1>&4 3<&- 4>&-",
      "/bin/sh"};
  char **argv = mem_alloc(FIRST + num + 1, sizeof *argv);
  memcpy(argv, first, sizeof first);
  memcpy(argv + FIRST, t->argv, num * sizeof *argv);
  int in = fcntl(p->in[0], F_DUPFD, ABOVE), out = fcntl(p->out[1], F_DUPFD, ABOVE);
  if (dup2(in, 3) >= 0 && dup2(out, 4) >= 0) {
    close(in);
    close(out);
    execvp(argv[0], argv);
  }
}

/* become runs in the new process and returns only if the program could not be started. */
static void become(const target *t, const pipes *p, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) {
    _exit(127); /* the parent died before it could be watched */
  }
  signal(SIGPIPE, SIG_DFL);
  if (t->folder != NULL && chdir(t->folder) != 0) {
    return;
  }
  set_environment(t);
  pin_release();
  if (t->debugger != NULL) {
    signal(SIGINT, SIG_DFL);
    start_debugger(t, p);
  } else {
    start(t, p);
  }
}

static void report_errno(int fd) {
  int reason = errno;
  ssize_t written = write(fd, &reason, sizeof reason);
  _exit(written > 0 ? 127 : 126);
}

/* read_errno waits for exec: 0 if it worked. */
static int read_errno(int fd) {
  int reason = 0;
  ssize_t len;
  do {
    len = read(fd, &reason, sizeof reason);
  } while (len < 0 && errno == EINTR);
  return len == (ssize_t)sizeof reason ? reason : 0;
}

static int take_end(int *end) {
  int fd = *end;
  *end = -1;
  fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
  return fd;
}

static void take_process(const target *t, pid_t pid, pipes *p, spawned *out) {
  bool grouped = t->debugger == NULL;
  if (grouped) {
    setpgid(pid, pid); /* also here: whoever comes first */
    warden_watch(pid);
  }
  *out = (spawned){pid, grouped ? -pid : pid, take_end(&p->in[1]), take_end(&p->out[0]),
                   take_end(&p->err[0])};
}

bool spawn(const target *t, spawned *out, text *problem) {
  pipes p;
  pid_t parent = getpid();
  if (!open_pipes(&p)) {
    text_printf(problem, "%s: no pipe: %s", t->name, strerror(errno));
    return false;
  }
  pid_t pid = fork();
  if (pid == 0) {
    become(t, &p, parent);
    report_errno(p.word[1]);
  }
  close(p.word[1]);
  p.word[1] = -1;
  int reason = pid < 0 ? errno : read_errno(p.word[0]);
  if (reason == 0) {
    take_process(t, pid, &p, out);
  } else {
    text_printf(problem, "%s: cannot start %s%s%s: %s", t->name, t->argv[0],
                t->folder != NULL ? " in " : "", t->folder != NULL ? t->folder : "",
                strerror(reason));
    if (pid > 0) {
      TEMP_FAILURE_RETRY(waitpid(pid, NULL, 0));
    }
  }
  close_pipes(&p);
  return reason == 0;
}
