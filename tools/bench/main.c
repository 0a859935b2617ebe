/* SPDX-License-Identifier: Apache-2.0 */
/* main.c - dciauth-bench: the library's side of tools/bench/run, which sets up here what it
 * measures and then asks for one short batch after the other, in turn with its peers.
 *
 * A command is a line of words between tabs, an answer a line too:
 *   request …            (requests.h)                        ok
 *   update … and call …  (measured.h)                        ok, passes' compressions, signature
 *   time NAME PASSES     PASSES passes, after a warm-up      ok, nanoseconds
 *   repeat NAME PASSES   as many, neither warmed nor timed   ok
 *   version              of OpenSSL                          ok, text
 * Anything else is answered with "error" and a text, and ends the program with exit status 1. */
#include "measured.h"

#include <openssl/crypto.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MAX_MEASURED = 64 };
static measured list[MAX_MEASURED];
static size_t num_measured;

static const measured *find_measured(const char *name) {
  for (size_t i = 0; i < num_measured; i++) {
    if (strcmp(list[i].name, name) == 0) {
      return &list[i];
    }
  }
  die("nothing of this name was set up", name);
}

static void repeat(const measured *m, size_t passes) {
  for (size_t i = 0; i < passes; i++) {
    m->pass(m);
  }
}

static uint64_t nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

/* timed repeats a quarter of the passes first: another program had the caches before. */
static uint64_t timed(const measured *m, size_t passes) {
  repeat(m, 1 + passes / 4);
  uint64_t start = nanoseconds();
  repeat(m, passes);
  return nanoseconds() - start;
}

static void set_up(word_list words) {
  if (num_measured == MAX_MEASURED) {
    die("too many things to measure", words.at[0]);
  }
  measured *m = &list[num_measured++];
  if (strcmp(words.at[0], "update") == 0) {
    measured_update(words, m);
  } else {
    measured_call(words, m);
  }
  printf("ok\t%zu\t%s\n", m->compressions, m->signature);
}

static void measure(word_list words) {
  const measured *m = find_measured(words.at[1]);
  size_t passes = number_of(words.at[2]);
  if (strcmp(words.at[0], "time") == 0) {
    printf("ok\t%llu\n", (unsigned long long)timed(m, passes));
  } else {
    repeat(m, passes);
    puts("ok");
  }
}

/* answer returns whether the words are still needed: what is set up stays until the end. */
static bool answer(word_list words) {
  const char *command = words.at[0];
  if (strcmp(command, "request") == 0) {
    add_request(words);
    puts("ok");
    return true;
  }
  if (strcmp(command, "update") == 0 || strcmp(command, "call") == 0) {
    set_up(words);
    return true;
  }
  if (words.num == 3 && (strcmp(command, "time") == 0 || strcmp(command, "repeat") == 0)) {
    measure(words);
  } else if (strcmp(command, "version") == 0) {
    printf("ok\t%s\n", OpenSSL_version(OPENSSL_VERSION_STRING));
  } else {
    die("no such command", command);
  }
  return false;
}

int main(void) {
  OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT | OPENSSL_INIT_NO_LOAD_CONFIG, NULL);
  char *line = NULL;
  size_t size = 0;
  while (getline(&line, &size, stdin) > 0) {
    word_list words = words_of(line);
    if (answer(words)) {
      line = NULL; /* getline makes a new one */
      size = 0;
    }
    free(words.at);
    fflush(stdout);
  }
  free(line);
  return 0;
}
