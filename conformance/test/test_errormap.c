/* SPDX-License-Identifier: Apache-2.0 */
/* test_errormap.c - which classes a native error has, and what is said of a bad file. */
#include "errormap.h"
#include "file_write.h"
#include "sample.h"

#include <stdlib.h>
#include <unistd.h>

/* read_map reads a map that holds `content`; `path` is where it stood. */
static bool read_map(const char *content, char *path, errormap *map, text *problem) {
  text ignored = {0};
  strcpy(path, "/tmp/errormap-XXXXXX");
  close(mkstemp(path));
  assert_true(file_write(path, dciauth_str(content), FILE_SECRET, &ignored));
  bool fine = errormap_read(path, map, problem);
  unlink(path);
  return fine;
}

static void check_found(const errormap *map, const char *native, const char *first) {
  const json *found = errormap_find(map, dciauth_str(native));
  assert_int_equal(found != NULL, first != NULL);
  if (found != NULL) {
    assert_string_equal(json_string(json_first(found)), first);
  }
}

static void test_exact_before_the_longest_beginning(void **state) {
  (void)state;
  char path[32];
  errormap map;
  text problem = {0};
  assert_true(read_map("{\"*\":[\"argument\"],\"Sig*\":[\"skewed-past\"],"
                       "\"Signature*\":[\"signature-mismatch\",\"scope-date-mismatch\"],"
                       "\"Signature expired\":[\"skewed-future\"],\"a*b\":[\"no-auth\"]}",
                       path, &map, &problem));
  check_found(&map, "Signature expired", "skewed-future");
  check_found(&map, "Signature expired: now", "signature-mismatch");
  check_found(&map, "Signature", "signature-mismatch");
  check_found(&map, "Signal", "skewed-past");
  check_found(&map, "", "argument");
  check_found(&map, "a*b", "no-auth");
  check_found(&map, "aXb", "argument");
  errormap_free(&map);
  assert_true(read_map("{\"Sig*\":[\"skewed-past\"]}", path, &map, &problem));
  check_found(&map, "sig", NULL);
  check_found(&map, "Si", NULL);
  errormap_free(&map);
  check_found(&map, "Sig", NULL);
  check_text(&problem, "");
}

/* refuse reads a bad map, of which `says` is said behind the name of the file. */
static void refuse(const char *content, const char *says) {
  char path[32];
  errormap map;
  text problem = {0}, want = {0};
  assert_false(read_map(content, path, &map, &problem));
  assert_null(map.document);
  text_printf(&want, "%s: %s", path, says);
  check_text(&problem, want.ptr);
  text_free(&want);
}

static void test_bad_files(void **state) {
  (void)state;
  const char *list = "an array of error classes belongs here, as in [\"skewed-past\"]";
  text says = {0};
  refuse("[]", "an object belongs here, its keys the library's errors");
  text_printf(&says, "/a~1b: %s", list);
  refuse("{\"a/b\":\"no-auth\"}", says.ptr);
  refuse("{\"a/b\":[]}", says.ptr);
  refuse("{\"a/b\":{\"x\":\"no-auth\"}}", says.ptr);
  refuse("{\"a\":[\"no-auth\",7]}", "/a/1: an error class, a string, belongs here");
  refuse("{\"a\":[\"no-auht\"]}",
         "/a/0: there is no error class 'no-auht': see vectors/errors.json");
  refuse("{\"a\":[\"no-auth\"]", "line 1, column 17, at \"/a\": ',' or '}' belongs here");
  text_free(&says);
}

static void test_every_fault_is_told(void **state) {
  (void)state;
  char path[32];
  errormap map;
  text problem = {0};
  assert_false(read_map("{\"a\":[\"x\"],\"b\":[\"y\"]}", path, &map, &problem));
  assert_non_null(strstr(problem.ptr, "/a/0: there is no error class 'x'"));
  assert_non_null(strstr(problem.ptr, "/b/0: there is no error class 'y'"));
  assert_int_not_equal(problem.ptr[problem.len - 1], '\n');
  text_free(&problem);
}

static void test_no_file(void **state) {
  (void)state;
  errormap map;
  text problem = {0};
  assert_false(errormap_read("/nowhere/errormap.json", &map, &problem));
  check_text(&problem, "/nowhere/errormap.json: No such file or directory");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_exact_before_the_longest_beginning),
      cmocka_unit_test(test_bad_files),
      cmocka_unit_test(test_every_fault_is_told),
      cmocka_unit_test(test_no_file),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
