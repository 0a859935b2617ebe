/* SPDX-License-Identifier: Apache-2.0 */
/* test_beside.c - the old file stays until the new one is whole. */
#include "beside.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

static char folder[] = "/tmp/test_beside.XXXXXX";

static int make_folder(void **state) {
  (void)state;
  return mkdtemp(folder) != NULL && chdir(folder) == 0 ? 0 : -1;
}

static int remove_folder(void **state) {
  (void)state;
  unlink("file");
  unlink("link");
  return chdir("/") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

static void check_file(const char *name, const char *want) {
  char got[64] = "";
  FILE *file = fopen(name, "rb");
  assert_non_null(file);
  got[fread(got, 1, sizeof got - 1, file)] = '\0';
  fclose(file);
  assert_string_equal(got, want);
}

static void write_file(const char *name, const char *words) {
  beside b;
  text problem = {0};
  assert_true(beside_open(name, &b, &problem));
  beside_put(&b, dciauth_str(words));
  assert_true(beside_close(&b, &problem));
  assert_int_equal(problem.len, 0);
}

static void test_put_in_its_place_at_the_end(void **state) {
  (void)state;
  beside b;
  text problem = {0};
  write_file("file", "old");
  assert_true(beside_open("file", &b, &problem));
  beside_put(&b, dciauth_str("new"));
  check_file("file", "old");
  assert_true(beside_close(&b, &problem));
  check_file("file", "new");
}

static void test_dropped(void **state) {
  (void)state;
  beside b;
  text problem = {0};
  write_file("file", "old");
  assert_true(beside_open("file", &b, &problem));
  beside_put(&b, dciauth_str("new"));
  beside_drop(&b);
  check_file("file", "old");
}

static void test_link_is_followed(void **state) {
  (void)state;
  char to[8];
  write_file("file", "old");
  assert_int_equal(symlink("file", "link"), 0);
  write_file("link", "new");
  check_file("file", "new");
  assert_int_equal(readlink("link", to, sizeof to), 4);
}

/* A limit stands for a full disk: a device, such as /dev/full, a mistake here would replace. */
static void test_full_disk(void **state) {
  (void)state;
  beside b;
  text problem = {0};
  struct rlimit before, small;
  write_file("file", "old");
  assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
  small = (struct rlimit){2, before.rlim_max};
  signal(SIGXFSZ, SIG_IGN);
  assert_true(beside_open("file", &b, &problem));
  beside_put(&b, dciauth_str("new"));
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
  bool fine = beside_close(&b, &problem);
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
  assert_false(fine);
  assert_non_null(strstr(text_str(&problem), "/file: could not be written: File too large"));
  check_file("file", "old");
  text_free(&problem);
}

static void test_no_folder(void **state) {
  (void)state;
  beside b;
  text problem = {0};
  assert_false(beside_open("no/file", &b, &problem));
  assert_non_null(strstr(text_str(&problem), "no/file"));
  text_free(&problem);
}

static void test_none(void **state) {
  (void)state;
  beside b;
  text problem = {0};
  assert_true(beside_open(NULL, &b, &problem));
  beside_put(&b, dciauth_str("new"));
  assert_true(beside_close(&b, &problem));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_put_in_its_place_at_the_end),
                                     cmocka_unit_test(test_dropped),
                                     cmocka_unit_test(test_link_is_followed),
                                     cmocka_unit_test(test_full_disk),
                                     cmocka_unit_test(test_no_folder),
                                     cmocka_unit_test(test_none)};
  return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
