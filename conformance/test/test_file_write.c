/* SPDX-License-Identifier: Apache-2.0 */
/* test_file_write.c - a file is there whole, or the old one is. */
#include "file_write.h"

#include "file_read.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/file-write-XXXXXX";
static text path;

static int make_folder(void **state) {
  (void)state;
  strcpy(folder, "/tmp/file-write-XXXXXX");
  text_clear(&path);
  text_printf(&path, "%s/file", mkdtemp(folder));
  return 0;
}

/* remove_folder fails if anything but the file is in it. */
static int remove_folder(void **state) {
  (void)state;
  unlink(path.ptr);
  int status = rmdir(folder);
  text_free(&path);
  return status;
}

static void check_content(const char *wanted) {
  text content = {0}, problem = {0};
  assert_true(file_read(path.ptr, &content, &problem));
  assert_string_equal(text_str(&content), wanted);
  text_free(&content);
}

static unsigned mode_of(void) {
  struct stat info;
  assert_int_equal(stat(path.ptr, &info), 0);
  return info.st_mode & 07777;
}

static void test_writes_and_replaces(void **state) {
  (void)state;
  text problem = {0};
  umask(022);
  assert_false(file_exists(path.ptr));
  assert_true(file_write(path.ptr, dciauth_str("one"), FILE_KEPT, &problem));
  assert_int_equal(mode_of(), 0644);
  check_content("one");
  assert_true(file_write(path.ptr, dciauth_str(""), FILE_SECRET, &problem));
  assert_int_equal(mode_of(), 0600);
  check_content("");
  assert_true(file_exists(path.ptr));
}

static void test_failure_keeps_the_old_one(void **state) {
  (void)state;
  text problem = {0}, large = {0};
  struct rlimit before, small;
  for (int i = 0; i < 1000; i++) {
    text_puts(&large, "a line\n");
  }
  assert_true(file_write(path.ptr, dciauth_str("old"), FILE_KEPT, &problem));
  assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
  small = before;
  small.rlim_cur = 100;
  signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &small);
  bool written = file_write(path.ptr, text_span(&large), FILE_KEPT, &problem);
  setrlimit(RLIMIT_FSIZE, &before);
  assert_false(written);
  assert_non_null(strstr(text_str(&problem), path.ptr));
  assert_non_null(strstr(problem.ptr, "File too large"));
  check_content("old");
  text_free(&problem);
  text_free(&large);
}

static void test_no_folder(void **state) {
  (void)state;
  text problem = {0};
  assert_false(file_write("/no/such/folder/file", dciauth_str("x"), FILE_KEPT, &problem));
  assert_string_equal(problem.ptr,
                      "/no/such/folder/file: could not be written: No such file or directory: make "
                      "its folder first");
  text_free(&problem);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_writes_and_replaces, make_folder, remove_folder),
      cmocka_unit_test_setup_teardown(test_failure_keeps_the_old_one, make_folder, remove_folder),
      cmocka_unit_test(test_no_folder)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
