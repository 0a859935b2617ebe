/* SPDX-License-Identifier: Apache-2.0 */
/* json_bytes.c - one reader for every field that may hold bytes, in vectors, requests and answers.
 */
#include "json_bytes.h"

#include "base64.h"

/* put_times doubles what is there, for the piece may be a byte and the whole megabytes. */
static void put_times(const char *piece, size_t len, size_t times, text *out) {
  size_t done = 0, whole = len * times;
  char *at = text_reserve(out, whole);
  while (done < whole) {
    const char *from = done == 0 ? piece : at;
    size_t now = done == 0 ? len : done < whole - done ? done : whole - done;
    memcpy(at + done, from, now);
    done += now;
  }
  text_grow(out, whole);
}

static bytes_status put_repeated(const json *value, text *out) {
  const char *piece = json_str(value, "repeat_b64");
  int64_t times = 0;
  if (piece == NULL || !json_int(json_get(value, "times"), &times) || times < 0) {
    return BYTES_BAD;
  }
  text one = {0};
  bool fine = base64_decode(&one, dciauth_str(piece)) &&
              (one.len == 0 || (uint64_t)times <= (uint64_t)MAX_BYTES / one.len);
  if (fine && one.len > 0) {
    put_times(one.ptr, one.len, (size_t)times, out);
  }
  text_free(&one);
  return fine ? BYTES_OK : BYTES_BAD;
}

static bytes_status put_lines(const json *lines, text *out) {
  for (const json *line = json_first(lines); line != NULL; line = json_next(line)) {
    const char *s = json_string(line);
    if (s == NULL) {
      return BYTES_BAD;
    }
    if (line != json_first(lines)) {
      text_puts(out, "\n");
    }
    text_puts(out, s);
  }
  return BYTES_OK;
}

static bytes_status put_plain(const json *value, text *out) {
  if (json_is_object(value)) {
    return put_repeated(value, out);
  }
  if (json_is_array(value)) {
    return put_lines(value, out);
  }
  const char *s = json_string(value);
  if (s == NULL) {
    return BYTES_BAD;
  }
  text_puts(out, s);
  return BYTES_OK;
}

const json *json_get_b64(const json *object, const char *field) {
  static const char suffix[] = "_b64";
  char name[64];
  size_t len = strnlen(field, sizeof name - sizeof suffix);
  memcpy(name, field, len);
  memcpy(name + len, suffix, sizeof suffix);
  return json_get(object, name);
}

bytes_status json_bytes(const json *object, const char *field, text *out) {
  const json *plain = json_get(object, field), *encoded = json_get_b64(object, field);
  if (plain == NULL && encoded == NULL) {
    return BYTES_ABSENT;
  }
  if (plain != NULL) {
    return encoded == NULL ? put_plain(plain, out) : BYTES_BAD;
  }
  if (json_is_object(encoded)) {
    return put_repeated(encoded, out);
  }
  const char *s = json_string(encoded);
  return s != NULL && base64_decode(out, dciauth_str(s)) ? BYTES_OK : BYTES_BAD;
}
