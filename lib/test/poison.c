/* SPDX-License-Identifier: Apache-2.0 */
/* poison.c - the requests to memcheck. */
#include "poison.h"

#include <valgrind/memcheck.h>

void poison(void *ptr, size_t len) {
  (void)VALGRIND_MAKE_MEM_UNDEFINED(ptr, len);
}

void declare_public(void *ptr, size_t len) {
  (void)VALGRIND_MAKE_MEM_DEFINED(ptr, len);
}

size_t count_poisoned(const void *ptr, size_t len) {
  size_t count = 0;
  for (size_t i = 0; i < len; i++) {
    unsigned char bits = 0;
    (void)VALGRIND_GET_VBITS((const char *)ptr + i, &bits, 1);
    count += bits != 0;
  }
  return count;
}

unsigned long count_leaks(void) {
  return VALGRIND_COUNT_ERRORS;
}

bool is_memcheck(void) {
  unsigned char byte = 0;
  poison(&byte, 1);
  bool poisoned = count_poisoned(&byte, 1) == 1;
  declare_public(&byte, 1);
  return poisoned;
}
