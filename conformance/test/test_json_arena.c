/* SPDX-License-Identifier: Apache-2.0 */
/* test_json_arena.c - pieces are apart, aligned and as large as was asked for; documents are the
 * same with arenas and without. */
#include "json_arena.h"

#include "json.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_pieces(void **state) {
  (void)state;
  enum { NUM = 300 };
  uint8_t *pieces[NUM];
  arena_begin(10);
  for (size_t i = 0; i < NUM; i++) {
    pieces[i] = arena_alloc(i);
    assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
    memset(pieces[i], (int)i, i);
    arena_drop(pieces[i]); /* nothing: it goes with the rest */
  }
  uint8_t *large = arena_alloc(1 << 20);
  memset(large, 1, 1 << 20);
  for (size_t i = 0; i < NUM; i++) {
    for (size_t at = 0; at < i; at++) {
      assert_int_equal(pieces[i][at], (uint8_t)i);
    }
  }
  assert_null(arena_alloc(SIZE_MAX));
  assert_null(arena_alloc(SIZE_MAX / 2));
  arena_end();
  arena_free(pieces[0]);
  arena_forget();
}

static void test_resumed(void **state) {
  (void)state;
  arena_begin(0);
  char *first = arena_alloc(8);
  arena_end();
  char *heap = arena_alloc(8);
  arena_drop(heap);
  arena_begin(0);
  char *other = arena_alloc(8);
  arena_resume(first);
  char *second = arena_alloc(8000);
  memset(second, 1, 8000);
  arena_end();
  arena_free(first);
  arena_free(other);
  arena_forget();
}

static void check(const char *s) {
  json_error error;
  text printed = {0};
  json *root = json_parse(dciauth_str(s), &error);
  assert_non_null(root);
  json *into = (json *)(uintptr_t)json_get(root, "into");
  json_merge(root, into, json_get(root, "from"));
  json_print(root, &printed);
  assert_string_equal(printed.ptr,
                      "{\"into\":{\"a\":1,\"b\":[2,\"x\"]},\"from\":{\"a\":3,\"b\":[2,\"x\"]}}");
  text_free(&printed);
  json_free(root);
  assert_null(json_parse(dciauth_str("{\"a\":{\"b\":1,\"b\":1}}"), &error));
  assert_string_equal(error.pointer, "/a/b");
}

static void test_documents(void **state) {
  (void)state;
  static const char document[] = "{\"into\":{\"a\":1},\"from\":{\"a\":3,\"b\":[2,\"x\"]}}";
  check(document);
  json_use_arenas();
  check(document);
  check(document);
  json_forget_thread();
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_pieces), cmocka_unit_test(test_resumed),
                                     cmocka_unit_test(test_documents)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
