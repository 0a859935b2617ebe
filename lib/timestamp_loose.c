/* SPDX-License-Identifier: Apache-2.0 */
/* timestamp_loose.c - the times that python-dciauth's verifier takes. Python turns the format of
 * strptime into a regular expression in which a field may be one digit or two; the engine tries two
 * first and steps back when the rest does not match. This is that search, field by field. */
#include "ascii.h"
#include "timestamp.h"

/* loose_field is one field: how many bytes it may take (tried from the most), the letter behind it,
 * and its range. */
typedef struct {
  uint8_t most, least;
  char behind; /* '\0': none */
  uint8_t low, high;
} loose_field;

/* spec: python-dciauth v2.signature.is_expired */
static const loose_field fields[6] = {
    {4, 4, '\0', 0, 0},  {2, 1, '\0', 1, 12}, {2, 1, 'T', 1, 31},
    {2, 1, '\0', 0, 23}, {2, 1, '\0', 0, 59}, {2, 1, 'Z', 0, 61},
};

/* read_field reads the first `len` bytes as field i; a day may begin with a blank. */
static bool read_field(dciauth_span text, size_t i, size_t len, int64_t *value) {
  *value = 0;
  bool blank_day = i == 2 && len == 2 && text.ptr[0] == ' ';
  for (size_t at = blank_day ? 1 : 0; at < len; at++) {
    if (!ascii_is(text.ptr[at], ASCII_DIGIT)) {
      return false;
    }
    *value = *value * 10 + (text.ptr[at] - '0');
  }
  return i == 0 || (*value >= fields[i].low && *value <= fields[i].high);
}

/* match_from matches field i and what follows; six levels deep at most. */
static bool match_from(dciauth_span text, size_t i, int64_t values[6]) {
  if (i == 6) {
    return text.len == 0;
  }
  for (size_t len = fields[i].most; len >= fields[i].least; len--) {
    size_t behind = fields[i].behind == '\0' ? 0 : 1;
    if (text.len < len + behind || !read_field(text, i, len, &values[i])) {
      continue;
    }
    if (behind == 1 && ascii_lower(text.ptr[len]) != ascii_lower((uint8_t)fields[i].behind)) {
      continue;
    }
    if (match_from(span_from(text, len + behind), i + 1, values)) {
      return true;
    }
  }
  return false;
}

bool timestamp_parse_loose(dciauth_span text, int64_t *unix_time) {
  int64_t values[6];
  *unix_time = 0;
  return match_from(text, 0, values) && timestamp_of(values, unix_time);
}
