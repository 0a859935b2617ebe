/* SPDX-License-Identifier: Apache-2.0 */
/* twin_path.c - the canonical path, naively. aws4: dot segments are taken out, then everything but
 * unreserved bytes and '/' is escaped, an existing escape once more. aws4-raw: so too, but every
 * segment stays. aws4-s3: checked, then as sent. dci2-v2.1 and dci1: as sent; refused are only what
 * is neither origin-form nor absolute-form nor empty, and the bytes that would forge a line. The
 * rows of release 4: refused is the same; then what CPython 3.11 answers to
 *   unquote(path.decode("utf-8", "replace")) */
#include "twin.h"
#include "twin_unquote.h"

static bool is_well_formed(const uint8_t *path, size_t len) {
  if (len == 0 || path[0] != '/') {
    return false;
  }
  for (size_t i = 0; i < len; i++) {
    if (path[i] == '?' || path[i] == '#' || (path[i] == '%' && !text_is_escape(path, len, i))) {
      return false;
    }
  }
  return true;
}

/* has_dci_form: "", "/…" or "scheme://…", the scheme taken loosely. */
static bool has_dci_form(const uint8_t *path, size_t len) {
  if (len == 0 || path[0] == '/') {
    return true;
  }
  size_t i = 0;
  while (i < len && (byte_is_unreserved(path[i]) || path[i] == '+')) {
    i++;
  }
  return i > 0 && i + 3 <= len && path[i] == ':' && path[i + 1] == '/' && path[i + 2] == '/';
}

/* drop_segment cuts the last "/segment" off, if there is one. */
static void drop_segment(text *t) {
  while (t->len > 0) {
    t->len--;
    if (t->ptr[t->len] == '/') {
      return;
    }
  }
}

static void add_segment(text *t, const uint8_t *segment, size_t len) {
  if (len == 0 || (len == 1 && segment[0] == '.')) {
    return;
  }
  if (len == 2 && segment[0] == '.' && segment[1] == '.') {
    drop_segment(t);
    return;
  }
  text_byte(t, '/');
  text_bytes(t, segment, len);
}

static void normalise(const uint8_t *path, size_t len, text *out) {
  size_t start = 0;
  for (size_t i = 0; i <= len; i++) {
    if (i == len || path[i] == '/') {
      add_segment(out, path + start, i - start);
      start = i + 1;
    }
  }
  if (out->len == 0 || path[len - 1] == '/') {
    text_byte(out, '/');
  }
}

static void encode(const text *plain, text *out) {
  for (size_t i = 0; i < plain->len; i++) {
    if (plain->ptr[i] == '/' || byte_is_unreserved(plain->ptr[i])) {
      text_byte(out, plain->ptr[i]);
    } else {
      text_escape(out, plain->ptr[i]);
    }
  }
}

const char *twin_path(twin_row row, const uint8_t *path, size_t len, text *out) {
  for (size_t i = 0; i < len; i++) {
    if (path[i] == 0 || path[i] == '\r' || path[i] == '\n') {
      return "malformed-uri";
    }
  }
  if (twin_is_dci(row) ? !has_dci_form(path, len) : !is_well_formed(path, len)) {
    return "malformed-uri";
  }
  text plain = {0};
  if (row == TWIN_AWS4) {
    normalise(path, len, &plain);
    encode(&plain, out);
  } else if (row == TWIN_AWS4_RAW) {
    text_bytes(&plain, path, len);
    encode(&plain, out);
  } else if (twin_is_release4(row)) {
    twin_replace(path, len, &plain);
    twin_unquote(plain.ptr, plain.len, out);
  } else {
    text_bytes(out, path, len);
  }
  text_free(&plain);
  return "ok";
}
