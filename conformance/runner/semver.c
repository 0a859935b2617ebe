/* SPDX-License-Identifier: Apache-2.0 */
/* semver.c - three numbers, compared one after the other. */
#include "semver.h"

#include <stddef.h>
#include <stdint.h>

enum { NUMBERS = 3, MOST_DIGITS = 9 };

/* read_number returns what follows the number, or NULL. */
static const char *read_number(const char *s, uint32_t *out) {
  int digits = 0;
  for (*out = 0; s[digits] >= '0' && s[digits] <= '9' && digits <= MOST_DIGITS; digits++) {
    *out = *out * 10 + (uint32_t)(s[digits] - '0');
  }
  bool fine = digits > 0 && digits <= MOST_DIGITS && !(s[0] == '0' && digits > 1);
  return fine ? s + digits : NULL;
}

static bool read_version(const char *s, uint32_t numbers[NUMBERS]) {
  for (int i = 0; i < NUMBERS; i++) {
    s = read_number(s, &numbers[i]);
    if (s == NULL || *s != (i + 1 < NUMBERS ? '.' : '\0')) {
      return false;
    }
    s++;
  }
  return true;
}

bool semver_is(const char *s) {
  uint32_t numbers[NUMBERS];
  return read_version(s, numbers);
}

bool semver_reached(const char *now, const char *until) {
  uint32_t a[NUMBERS], b[NUMBERS];
  if (!read_version(now, a) || !read_version(until, b)) {
    return false;
  }
  int i = 0;
  while (i + 1 < NUMBERS && a[i] == b[i]) {
    i++;
  }
  return a[i] >= b[i];
}
