/* SPDX-License-Identifier: Apache-2.0 */
/* twin_reader.c - ranges of an Authorization value. */
#include "twin_reader.h"

#include <string.h>

bool twin_range_is(const twin_reader *r, twin_range range, const char *word) {
  return range.len == strlen(word) && memcmp(r->value + range.at, word, range.len) == 0;
}

twin_range twin_until(const twin_reader *r, size_t at, size_t end, uint8_t byte) {
  twin_range range = {at, 0};
  while (at + range.len < end && r->value[at + range.len] != byte) {
    range.len++;
  }
  return range;
}
