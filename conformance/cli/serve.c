/* SPDX-License-Identifier: Apache-2.0 */
/* serve.c - the command `serve`: a shared object behind the protocol, in a process of its own. This
 * is how the target lib:PATH runs, so that its crash is charged like any other, and whatever else
 * holds for a command (time limits, --env, --debugger, replay files) holds for it too. */
#include "commands.h"
#include "file_write.h"
#include "json_out.h"
#include "result.h"
#include "shim_call.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* load returns the library's function. NULL: `problem` says what to do. */
static dciauth_shim_call_fn *load(const char *path, text *problem) {
  dciauth_shim_call_fn *call = NULL;
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  void *symbol = library != NULL ? dlsym(library, "dciauth_shim_call") : NULL;
  if (library == NULL) {
    text_printf(problem, "cannot be loaded: %s", dlerror());
  } else if (symbol == NULL) {
    text_printf(problem, "%s exports no dciauth_shim_call: see conformance/adapter/shim_call.h",
                path);
  }
  memcpy(&call, &symbol, sizeof call); /* ISO C knows no cast from an object to a function */
  return call;
}

/* take_output keeps standard output for the protocol: what the library prints goes to standard
 * error, and what it starts has no hold on our answers. */
static int take_output(void) {
  int fd = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
  return fd >= 0 && dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 ? fd : -1;
}

/* put_answer: what is no answer becomes a line that says so, and no JSON. */
static void put_answer(const char *answer, size_t len, text *line) {
  if (answer == NULL || len == 0) {
    text_printf(line, "dciauth_shim_call returned %s", answer == NULL ? "NULL" : "nothing");
  } else {
    text_put(line, answer, answer[len - 1] == '\n' ? len - 1 : len);
  }
  text_puts(line, "\n");
}

/* is_bye: a line so short that names it can be nothing else. */
static bool is_bye(const char *request, size_t len) {
  enum { LONGEST = 100 };
  return len < LONGEST && memmem(request, len, "\"bye\"", 5) != NULL;
}

static void serve(dciauth_shim_call_fn *call, int out) {
  char *request = NULL;
  size_t cap = 0;
  ssize_t len;
  text line = {0};
  bool goes_on = true;
  while (goes_on && (len = getline(&request, &cap, stdin)) > 0) {
    size_t given = request[len - 1] == '\n' ? (size_t)len - 1 : (size_t)len, got = 0;
    bool bye = is_bye(request, given);
    const char *answer = call(request, given, &got);
    text_clear(&line);
    if (!bye) {
      put_answer(answer, got, &line);
    }
    goes_on = !bye && file_put_all(out, text_span(&line));
  }
  text_free(&line);
  free(request);
}

/* refuse answers the hello, so that the reason is told as a shim's own. */
static int refuse(int out, const text *problem) {
  text line = {0};
  out_open(&line, '{');
  out_number(&line, "id", 0);
  out_member(&line, "status", "error");
  out_member(&line, "message", text_str(problem));
  text_puts(&line, "}\n");
  bool fine = file_put_all(out, text_span(&line));
  text_free(&line);
  return fine ? EXIT_NO_START : EXIT_RUNNER_FAILED;
}

int serve_command(const options *o) {
  text problem = {0};
  int out = take_output(), status = EXIT_CONFORMANT;
  dciauth_shim_call_fn *call = load(o->arguments[0], &problem);
  if (call != NULL && out >= 0) {
    serve(call, out);
  } else {
    status = refuse(out, &problem);
  }
  text_free(&problem);
  return status;
}
