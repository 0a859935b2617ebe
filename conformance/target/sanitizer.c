/* SPDX-License-Identifier: Apache-2.0 */
/* sanitizer.c - a program that a sanitizer complains about is broken, whatever it answers. The line
 * is kept, for later noise may push it out of what is kept of standard error. */
#include "sanitizer.h"

void sanitizer_find(dciauth_span noise, text *line) {
  static const char *const marks[] = {"ERROR: AddressSanitizer", "ERROR: LeakSanitizer",
                                      "WARNING: MemorySanitizer", "WARNING: ThreadSanitizer",
                                      "runtime error:"};
  for (size_t i = 0; i < sizeof marks / sizeof *marks && line->len == 0; i++) {
    const uint8_t *at =
        noise.len > 0 ? memmem(noise.ptr, noise.len, marks[i], strlen(marks[i])) : NULL;
    if (at != NULL) {
      size_t left = noise.len - (size_t)(at - noise.ptr);
      const uint8_t *end = memchr(at, '\n', left);
      text_put(line, at, end != NULL ? (size_t)(end - at) : left);
    }
  }
}
