/* SPDX-License-Identifier: Apache-2.0 */
/* test_replay_line.c - a shell gets back what it was given. */
#include "replay_line.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check(const options *o, const char *target, const char *want) {
  text got = {0};
  replay_line_put(o, target, "p/a/b", &got);
  assert_string_equal(text_str(&got), want);
  text_free(&got);
}

static void test_words(void **state) {
  (void)state;
  options none = {0},
          folders = {.vectors_given = "my vectors", .shims_given = "/s", .profiles = "own.json"};
  check(&none, "ref", "dciauth-conform run ref --select p/a/b");
  check(&none, "exec:./a b", "dciauth-conform run 'exec:./a b' --select p/a/b");
  check(&none, "exec:'$x'", "dciauth-conform run 'exec:'\\''$x'\\''' --select p/a/b");
  check(&none, "", "dciauth-conform run '' --select p/a/b");
  check(&folders, "ref",
        "dciauth-conform run ref --select p/a/b --vectors 'my vectors' --shims /s --profiles "
        "own.json");
}

static void test_environment(void **state) {
  (void)state;
  const char *words[] = {"TOKEN=secret", "A B=c"};
  options o = {.allow_raised = true, .env = {words, 2}};
  check(&o, "x", "dciauth-conform run x --select p/a/b --allow-raised --env TOKEN=… --env 'A B='…");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_words),
                                     cmocka_unit_test(test_environment)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
