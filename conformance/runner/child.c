/* SPDX-License-Identifier: Apache-2.0 */
/* child.c - one poll loop serves all three pipes, so that a shim that fills one while we wait on
 * another cannot block us. The end of the process is looked for besides the end of its output: a
 * grandchild may hold the pipe open. */
#include "child.h"

#include "sanitizer.h"
#include "signals.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SLICE_MS = 20, CHUNK = 65536 };

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

bool child_start(const target *t, child *c, text *problem) {
  child_free(c);
  c->running = spawn(t, &c->at, problem);
  return c->running;
}

void child_free(child *c) {
  text_free(&c->buffer);
  text_free(&c->noise);
  text_free(&c->sanitizer);
  *c = (child){0};
}

static void close_end(int *fd) {
  if (*fd >= 0) {
    close(*fd);
  }
  *fd = -1;
}

static bool read_some(int *fd, text *into) {
  ssize_t len = read(*fd, text_reserve(into, CHUNK), CHUNK);
  if (len > 0) {
    text_grow(into, (size_t)len);
    return true;
  }
  if (len == 0 || (errno != EAGAIN && errno != EINTR)) {
    close_end(fd);
  }
  return false;
}

static void read_noise(child *c) {
  if (c->at.err >= 0 && read_some(&c->at.err, &c->noise)) {
    sanitizer_find(text_span(&c->noise), &c->sanitizer);
    if (c->noise.len > CHILD_MAX_NOISE) {
      text_drop(&c->noise, c->noise.len - CHILD_MAX_NOISE);
    }
  }
}

static void write_some(child *c, dciauth_span *request) {
  ssize_t len = write(c->at.in, request->ptr, request->len);
  if (len > 0) {
    *request = dciauth_bytes(request->ptr + len, request->len - (size_t)len);
  } else if (len < 0 && errno != EAGAIN && errno != EINTR) {
    *request = dciauth_bytes(NULL, 0); /* it does not read: its end or the time will tell */
  }
}

static void note_exit(child *c) {
  siginfo_t info = {0};
  /* WNOWAIT: the number stays ours until the group was killed */
  bool ended = waitid(P_PID, (id_t)c->at.pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
  c->exited = c->exited || (ended && info.si_pid == c->at.pid);
}

/* serve waits up to SLICE_MS and moves what can be moved. */
static void serve(child *c, dciauth_span *request) {
  struct pollfd fds[3] = {{.fd = c->at.out, .events = POLLIN},
                          {.fd = c->at.err, .events = POLLIN},
                          {.fd = request->len > 0 ? c->at.in : -1, .events = POLLOUT}};
  if (poll(fds, 3, c->exited ? 0 : SLICE_MS) > 0) {
    if (fds[1].revents != 0) {
      read_noise(c);
    }
    if (fds[0].revents != 0) {
      read_some(&c->at.out, &c->buffer);
    }
    if (fds[2].revents != 0) {
      write_some(c, request);
    }
    return;
  }
  note_exit(c);
}

static bool take_line(child *c, text *line) {
  const char *end = c->buffer.len > 0 ? memchr(c->buffer.ptr, '\n', c->buffer.len) : NULL;
  if (end == NULL || end - c->buffer.ptr > CHILD_MAX_LINE) {
    return false;
  }
  size_t len = (size_t)(end - c->buffer.ptr);
  text_put(line, c->buffer.ptr, len);
  text_drop(&c->buffer, len + 1);
  return true;
}

static bool is_chatter(const child *c) {
  return c->buffer.len > 0 && c->buffer.ptr[0] != '{';
}

static child_event give_up(child *c, child_event event, text *line) {
  text_put_span(line, text_span(&c->buffer));
  text_clear(&c->buffer);
  return event;
}

child_event child_ask(child *c, dciauth_span request, double seconds, text *line) {
  double deadline = now() + seconds, patience = 0;
  for (;;) {
    bool chatter = is_chatter(c);
    if (take_line(c, line)) {
      return chatter ? CHILD_CHATTER : CHILD_LINE;
    }
    if (c->buffer.len > CHILD_MAX_LINE) {
      return give_up(c, CHILD_TOO_LONG, line);
    }
    if (signals_came()) {
      return CHILD_INTERRUPTED;
    }
    if (chatter && patience == 0) {
      patience = now() + 0.2; /* so that the whole line can be shown */
    }
    if (chatter && now() > patience) {
      return give_up(c, CHILD_CHATTER, line);
    }
    if (now() > deadline) {
      return give_up(c, CHILD_LATE, line);
    }
    bool was_exited = c->exited;
    size_t before = c->buffer.len;
    serve(c, &request);
    if (c->at.out < 0 || (was_exited && c->buffer.len == before)) {
      child_settle(c);
      return take_line(c, line) ? CHILD_LINE : give_up(c, CHILD_GONE, line);
    }
  }
}

bool child_settle(child *c) {
  size_t before;
  do {
    before = c->noise.len;
    read_noise(c);
  } while (c->at.err >= 0 && c->noise.len > before && c->noise.len < CHILD_MAX_NOISE);
  if (c->at.out >= 0) {
    read_some(&c->at.out, &c->buffer);
  }
  return c->buffer.len > 0;
}

void child_clear_noise(child *c) {
  text_clear(&c->noise);
  text_clear(&c->sanitizer);
}

/* wait_exit serves the pipes until the child has ended or the time is over. */
static void wait_exit(child *c, double seconds) {
  dciauth_span nothing = {NULL, 0};
  double deadline = now() + seconds;
  for (note_exit(c); !c->exited && now() < deadline; note_exit(c)) {
    if (c->at.out < 0 && c->at.err < 0) {
      poll(NULL, 0, SLICE_MS);
    }
    serve(c, &nothing);
    if (c->buffer.len > CHILD_MAX_LINE) {
      text_clear(&c->buffer);
    }
  }
  child_settle(c);
}

/* reap ends the group and returns the status of its leader. */
static int reap(child *c) {
  int status = 0;
  kill(-c->at.pid, SIGKILL);
  while (waitpid(c->at.pid, &status, 0) < 0 && errno == EINTR) {
  }
  close_end(&c->at.in);
  close_end(&c->at.out);
  close_end(&c->at.err);
  text_free(&c->buffer);
  c->running = false;
  return status;
}

void child_kill(child *c, bool dump) {
  if (!c->running) {
    return;
  }
  if (dump) {
    kill(-c->at.pid, SIGQUIT);
    wait_exit(c, 0.5);
  }
  reap(c);
}

static void put_status(int status, text *how) {
  if (WIFSIGNALED(status)) {
    text_printf(how, "signal %d (%s)", WTERMSIG(status), strsignal(WTERMSIG(status)));
  } else {
    text_printf(how, "exit status %d", WEXITSTATUS(status));
  }
}

void child_put_end(child *c, text *how) {
  wait_exit(c, 1.0);
  if (c->exited) {
    put_status(reap(c), how);
    return;
  }
  text_puts(how, "closed its standard output");
  reap(c);
}

bool child_finish(child *c, double seconds, text *how) {
  close_end(&c->at.in);
  wait_exit(c, seconds);
  bool ended = c->exited;
  int status = reap(c);
  if (!ended) {
    text_puts(how, "did not end after bye");
    return false;
  }
  if (status != 0) {
    put_status(status, how);
  }
  return status == 0;
}
