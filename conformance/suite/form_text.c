/* SPDX-License-Identifier: Apache-2.0 */
/* form_text.c - what a string must be like: words, ids, versions, digits, times, plain text. */
#include "form_text.h"

#include "base64.h"
#include "semver.h"
#include "utf8.h"
#include "vector_file.h"

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* is_word: as an id, but '-' is the one separator. */
static bool is_word(const char *s) {
  return vector_is_id(s) && strpbrk(s, "._/") == NULL;
}

static bool is_hex(const char *s) {
  return strlen(s) == 64 && strspn(s, "0123456789abcdef") == 64;
}

static bool is_time(const char *s) {
  static const char pattern[] = "00000000T000000Z";
  for (size_t i = 0; i < sizeof pattern; i++) {
    if (pattern[i] == '0' ? !is_digit(s[i]) : s[i] != pattern[i]) {
      return false;
    }
  }
  return true;
}

static size_t num_characters(const char *s) {
  size_t num = 0;
  for (; *s != '\0'; s++) {
    num += (*s & 0xC0) != 0x80 ? 1 : 0;
  }
  return num;
}

static const char *complaint(const char *s, const form_member *m) {
  switch (m->kind) {
  case FORM_FILLED: return *s != '\0' ? NULL : "empty: write what it is about";
  case FORM_TITLE:
    return *s != '\0' && num_characters(s) <= MAX_TITLE ? NULL : "1 to 60 characters belong here";
  case FORM_WORD: return is_word(s) ? NULL : "no word: small letters and digits, single '-' within";
  case FORM_ID:
    return vector_is_id(s) ? NULL : "no id: small letters and digits, single . _ / - within";
  case FORM_SEMVER: return semver_is(s) ? NULL : "no version: three numbers, as in 1.0.0";
  case FORM_HEX: return is_hex(s) ? NULL : "64 digits 0-9a-f belong here";
  case FORM_TIME: return is_time(s) ? NULL : "no time: YYYYMMDDTHHMMSSZ";
  default: return NULL;
  }
}

/* is_plain: no line feed either, which utf8_is_plain allows. */
static bool is_plain(const char *s) {
  return utf8_is_plain(dciauth_str(s)) && strchr(s, '\n') == NULL;
}

void form_check_text(const json *value, const form_member *m, const place *at) {
  const char *s = json_string(value);
  if (s == NULL) {
    place_blame(at, "a string belongs here");
  } else if (m->kind == FORM_CHOICE && !vector_is_among(s, m->words)) {
    place_blame(at, "'%.40s' is none of: %s", s, m->words);
  } else if (complaint(s, m) != NULL) {
    place_blame(at, "%s", complaint(s, m));
  } else if (!is_plain(s)) {
    bool bytes = m->kind == FORM_BYTES || m->kind == FORM_BODY;
    place_blame(at, "not plain text: %s",
                bytes ? "write base64, under the name with _b64" : "it holds what does not show");
  }
}

void form_check_base64(const json *value, const place *at) {
  const char *s = json_string(value);
  text bytes = {0};
  if (s == NULL || !base64_decode(&bytes, dciauth_str(s))) {
    place_blame(at, "no base64: the standard alphabet, padded with '='");
  }
  text_free(&bytes);
}
