/* SPDX-License-Identifier: Apache-2.0 */
/* json_scan_text.c - strings and numbers. See RFC 8259, sections 6 and 7 */
#include "json_scanner.h"

#include "plain_run.h"
#include "utf8.h"

#include <stdlib.h>

static bool scan_hex4(scanner *s, uint32_t *unit) {
  *unit = 0;
  for (int i = 0; i < 4; i++, s->at++) {
    int c = scan_peek(s);
    bool digit = c >= '0' && c <= '9';
    bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (!digit && !letter) {
      return scan_fail(s, "\\u needs four hex digits");
    }
    *unit = *unit << 4 | (uint32_t)(digit ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return true;
}

static bool scan_unicode(scanner *s) {
  uint32_t unit;
  if (!scan_hex4(s, &unit)) {
    return false;
  }
  if (unit == 0) {
    return scan_fail(s, "\\u0000 in a string: use the sibling field *_b64 for such bytes");
  }
  if (unit >= 0xDC00 && unit <= 0xDFFF) {
    return scan_fail(s, "a low surrogate without a high one: use the sibling field *_b64");
  }
  if (unit < 0xD800 || unit > 0xDBFF) {
    return true;
  }
  bool pair = scan_take(s, '\\') && scan_take(s, 'u');
  if (!pair || !scan_hex4(s, &unit) || unit < 0xDC00 || unit > 0xDFFF) {
    return scan_fail(s, "a high surrogate without a low one: use the sibling field *_b64");
  }
  return true;
}

static bool scan_escape(scanner *s) {
  int c = scan_peek(s);
  if (c <= 0 || strchr("\"\\/bfnrtu", c) == NULL) {
    return scan_fail(s, "unknown escape: write \\\\ for a backslash");
  }
  s->at++;
  return c != 'u' || scan_unicode(s);
}

static void skip_plain(scanner *s) {
  s->at += plain_run(s->in, s->at);
}

bool scan_string(scanner *s) {
  if (!scan_take(s, '"')) {
    return scan_fail(s, "a string in double quotes belongs here");
  }
  for (skip_plain(s); !scan_take(s, '"'); skip_plain(s)) {
    uint32_t character;
    if (scan_peek(s) < 0) {
      return scan_fail(s, "the text ends inside a string");
    }
    size_t len = utf8_next(s->in, s->at, &character);
    if (len == 0) {
      return scan_fail(s, "invalid UTF-8: use the sibling field *_b64 for such bytes");
    }
    if (character < 0x20) {
      return scan_fail(s,
                       "a raw control character in a string: write it as an escape, or use *_b64");
    }
    s->at += len;
    if (character == '\\' && !scan_escape(s)) {
      return false;
    }
  }
  return true;
}

static bool scan_digits(scanner *s) {
  size_t start = s->at;
  while (scan_peek(s) >= '0' && scan_peek(s) <= '9') {
    s->at++;
  }
  return s->at > start || scan_fail(s, "a digit belongs here");
}

static bool check_size(scanner *s, size_t start, bool integer) {
  char copy[64];
  size_t len = s->at - start;
  if (len >= sizeof copy) {
    return scan_fail(s, "a number of more than 63 characters");
  }
  memcpy(copy, s->in.ptr + start, len);
  copy[len] = '\0';
  double value = strtod(copy, NULL);
  double most = integer ? 9007199254740992.0 : 1e308;
  return (value < most && value > -most) || scan_fail(s, "a number too large to be read exactly");
}

bool scan_number(scanner *s) {
  size_t start = s->at;
  bool integer = true;
  scan_take(s, '-');
  if (scan_take(s, '0')) {
    if (scan_peek(s) >= '0' && scan_peek(s) <= '9') {
      return scan_fail(s, "a number must not begin with 0");
    }
  } else if (!scan_digits(s)) {
    return false;
  }
  if (scan_take(s, '.')) {
    integer = false;
    if (!scan_digits(s)) {
      return false;
    }
  }
  if (scan_take(s, 'e') || scan_take(s, 'E')) {
    integer = false;
    if (!scan_take(s, '+')) {
      scan_take(s, '-');
    }
    if (!scan_digits(s)) {
      return false;
    }
  }
  return check_size(s, start, integer);
}
