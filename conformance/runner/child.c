/* SPDX-License-Identifier: Apache-2.0 */
/* child.c - a request and the line that answers it, and the ends that a process can come to. */
#include "child_pipes.h"

#include "signals.h"
#include "warden.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>

enum { KEPT = 1024 }; /* of what nobody asked for: enough to show that it came */

bool child_start(const target *t, child *c, text *problem) {
  child_free(c);
  c->once = t->is_once;
  c->patient = t->debugger != NULL;
  c->running = spawn(t, &c->at, problem);
  return c->running;
}

void child_free(child *c) {
  text_free(&c->buffer);
  text_free(&c->line);
  text_free(&c->noise);
  text_free(&c->sanitizer);
  *c = (child){0};
}

static bool take_line(child *c) {
  const char *end = c->buffer.len > 0 ? memchr(c->buffer.ptr, '\n', c->buffer.len) : NULL;
  if (end == NULL || end - c->buffer.ptr > CHILD_MAX_LINE) {
    return false;
  }
  size_t len = (size_t)(end - c->buffer.ptr);
  text_put(&c->line, c->buffer.ptr, len);
  text_drop(&c->buffer, len + 1);
  return true;
}

static bool is_chatter(const child *c) {
  return c->buffer.len > 0 && c->buffer.ptr[0] != '{';
}

static child_event give_up(child *c, child_event event) {
  text_put_span(&c->line, text_span(&c->buffer));
  text_clear(&c->buffer);
  return event;
}

static double deadline_of(const child *c, double seconds) {
  enum { FOREVER = 1 << 30 };
  return child_now() + (c->patient ? FOREVER : seconds);
}

child_event child_ask(child *c, dciauth_span request, double seconds) {
  text_clear(&c->line);
  double deadline = deadline_of(c, seconds), patience = 0;
  child_write(c, &request); /* there is room in the pipe, nearly always */
  for (;;) {
    bool chatter = is_chatter(c);
    if (take_line(c)) {
      return chatter ? CHILD_CHATTER : CHILD_LINE;
    }
    if (c->buffer.len > CHILD_MAX_LINE) {
      return give_up(c, CHILD_TOO_LONG);
    }
    if (signals_came()) {
      return CHILD_INTERRUPTED;
    }
    if (chatter && patience == 0) {
      patience = child_now() + 0.2; /* so that the whole line can be shown */
    }
    if (chatter && child_now() > patience) {
      return give_up(c, CHILD_CHATTER);
    }
    if (child_now() > deadline) {
      return give_up(c, CHILD_LATE);
    }
    bool was_exited = c->exited;
    size_t before = c->buffer.len;
    child_serve(c, &request);
    if (c->at.out < 0 || (was_exited && c->buffer.len == before)) {
      child_settle(c);
      return take_line(c) ? CHILD_LINE : give_up(c, CHILD_GONE);
    }
  }
}

/* wait_exit serves the pipes until the child has ended or the time is over. */
static void wait_exit(child *c, double seconds) {
  dciauth_span nothing = {NULL, 0};
  double deadline = deadline_of(c, seconds);
  for (child_note_exit(c); !c->exited && child_now() < deadline; child_note_exit(c)) {
    if (c->patient && signals_came()) {
      return;
    }
    child_serve(c, &nothing);
    if (c->buffer.len > CHILD_MAX_LINE) {
      text_drop(&c->buffer, c->buffer.len - KEPT);
    }
  }
  child_settle(c);
}

bool child_wait(child *c, double seconds) {
  double deadline = child_now() + seconds;
  do {
    wait_exit(c, 0.1);
  } while (!c->exited && child_now() < deadline && !signals_came());
  return c->exited;
}

/* reap ends the group and returns the status of its leader. */
static int reap(child *c) {
  int status = 0;
  kill(c->at.group, SIGKILL);
  warden_forget(c->at.pid);
  while (waitpid(c->at.pid, &status, 0) < 0 && errno == EINTR) {
  }
  child_close_end(&c->at.in);
  child_close_end(&c->at.out);
  child_close_end(&c->at.err);
  text_free(&c->buffer);
  c->running = false;
  return status;
}

void child_kill(child *c, bool dump) {
  if (!c->running) {
    return;
  }
  if (c->patient) {
    child_close_end(&c->at.in);
    wait_exit(c, 0);
  } else if (dump) {
    kill(c->at.group, SIGQUIT);
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
  child_close_end(&c->at.in);
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
