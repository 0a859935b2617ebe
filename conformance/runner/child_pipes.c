/* SPDX-License-Identifier: Apache-2.0 */
/* child_pipes.c - one poll loop serves all three pipes, so that a shim that fills one while we wait
 * on another cannot block us. The end of the process is looked for besides the end of its output: a
 * grandchild may hold the pipe open. */
#include "child_pipes.h"

#include "sanitizer.h"

#include <errno.h>
#include <poll.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SLICE_MS = 20, CHUNK = 65536 };

double child_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

void child_close_end(int *fd) {
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
    child_close_end(fd);
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

void child_write(child *c, dciauth_span *request) {
  ssize_t len = write(c->at.in, request->ptr, request->len);
  if (len > 0) {
    *request = dciauth_bytes(request->ptr + len, request->len - (size_t)len);
  } else if (len < 0 && errno != EAGAIN && errno != EINTR) {
    *request = dciauth_bytes(NULL, 0); /* it does not read: its end or the time will tell */
  }
  if (request->len == 0 && c->once) {
    child_close_end(&c->at.in);
  }
}

void child_note_exit(child *c) {
  siginfo_t info = {0};
  /* WNOWAIT: the number stays ours until the group was killed */
  bool ended = waitid(P_PID, (id_t)c->at.pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
  c->exited = c->exited || (ended && info.si_pid == c->at.pid);
}

/* slice_of: who has closed both outputs is about to end, and only its end is waited for. */
static int slice_of(const child *c) {
  if (c->exited) {
    return 0;
  }
  return c->at.out < 0 && c->at.err < 0 ? 1 : SLICE_MS;
}

void child_serve(child *c, dciauth_span *request) {
  struct pollfd fds[3] = {{.fd = c->at.out, .events = POLLIN},
                          {.fd = c->at.err, .events = POLLIN},
                          {.fd = request->len > 0 ? c->at.in : -1, .events = POLLOUT}};
  if (poll(fds, 3, slice_of(c)) > 0) {
    if (fds[1].revents != 0) {
      read_noise(c);
    }
    if (fds[0].revents != 0) {
      read_some(&c->at.out, &c->buffer);
    }
    if (fds[2].revents != 0) {
      child_write(c, request);
    }
    return;
  }
  child_note_exit(c);
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
