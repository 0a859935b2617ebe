/* SPDX-License-Identifier: Apache-2.0 */
/* bad_lib.c - a shared object for lib:PATH that refuses every request and, as the environment asks
 * for in BAD_LIB, is wrong in another way as well. */
#define _GNU_SOURCE
#include "shim_call.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char hello[] =
    "{\"id\":0,\"status\":\"ok\",\"protocol\":1,"
    "\"impl\":{\"name\":\"bad lib\",\"version\":\"1\"},\"ops\":[\"verify\"],"
    "\"profiles\":[\"aws4\"],\"features\":[\"clock.injectable\"]}";

static char answer[200];

static int is_asked_for(const char *mode) {
  const char *wanted = getenv("BAD_LIB");
  return wanted != NULL && strcmp(wanted, mode) == 0;
}

static const char *give(const char *format, int id, size_t *len) {
  *len = (size_t)snprintf(answer, sizeof answer, format, id, id);
  return answer;
}

static void complain_at_exit(void) {
  fputs("ERROR: LeakSanitizer: 8 bytes\n", stderr);
}

/* start_sleeping starts a child that would outlive us, where the test says by what it finds it. */
static void start_sleeping(void) {
  const char *seconds = getenv("BAD_SHIM_SLEEP");
  if (seconds != NULL && fork() == 0) {
    execlp("sleep", "sleep", seconds, (char *)NULL);
    _exit(127);
  }
}

static void be_bad(void) {
  if (is_asked_for("crash")) {
    raise(SIGSEGV);
  } else if (is_asked_for("exit")) {
    exit(7);
  } else if (is_asked_for("hang")) {
    start_sleeping();
    pause();
  } else if (is_asked_for("prints")) {
    puts("a word for the developer");
    fflush(stdout);
  } else if (is_asked_for("leaks")) {
    atexit(complain_at_exit);
  }
}

const char *dciauth_shim_call(const char *json, size_t len, size_t *out_len) {
  char begin[64];
  int id = 0;
  snprintf(begin, sizeof begin, "%.*s", (int)len, json);
  if (sscanf(begin, "{\"op\":\"verify\",\"id\":%d", &id) != 1) {
    *out_len = sizeof hello - 1;
    return hello; /* to bye as well: nobody looks */
  }
  be_bad();
  if (is_asked_for("null")) {
    return NULL;
  }
  if (is_asked_for("nothing")) {
    return give("%.0d", 0, out_len);
  }
  if (is_asked_for("garbage")) {
    return give("\x01\xff %d", id, out_len);
  }
  if (is_asked_for("two_answers")) {
    return give("{\"id\":%d,\"status\":\"error\"}\n{\"id\":%d}", id, out_len);
  }
  if (is_asked_for("line_feed")) {
    return give("{\"id\":%d,\"status\":\"ok\",\"out\":{\"decision\":\"reject\"}}\n", id, out_len);
  }
  return give("{\"id\":%d,\"status\":\"ok\",\"out\":{\"decision\":\"reject\"}}", id, out_len);
}
