/* SPDX-License-Identifier: Apache-2.0 */
/* path.c - the canonical path. AWS services take the path as it crossed the wire, drop empty and
 * dot segments as RFC 3986 does, and percent-encode what is left once more, so that "%20" becomes
 * "%2520"; encoded dots and slashes are data. S3, python-dciauth 2.1 and version 1 of it take the
 * bytes as they were sent; python-dciauth 4 decodes them once. */
/* spec: aws-sigv4 Canonical URI */
/* spec: rfc3986 section 5.2.4 */
/* spec: python-dciauth v2.headers._get_endpoint */
#include "path.h"

#include "ascii.h"
#include "codec.h"
#include "unquote.h"

/* is_absolute_form: a scheme, loosely, and "://". */
static bool is_absolute_form(dciauth_span path) {
  size_t scheme = 0;
  while (scheme < path.len &&
         (ascii_is(path.ptr[scheme], ASCII_UNRESERVED) || path.ptr[scheme] == '+')) {
    scheme++;
  }
  return scheme > 0 && span_starts_with(span_from(path, scheme), dciauth_str("://"));
}

static bool has_form(const dciauth_profile *p, dciauth_span path) {
  if (path.len > 0 && path.ptr[0] == '/') {
    return true;
  }
  return p->target_form == TARGET_ORIGIN_OR_ABSOLUTE && (path.len == 0 || is_absolute_form(path));
}

/* find_foreign returns the offset of the first '?' or '#', which are no part of a path in
 * origin-form, or path.len. */
static size_t find_foreign(const dciauth_profile *p, dciauth_span path) {
  size_t i = p->target_form == TARGET_ORIGIN ? 0 : path.len;
  while (i < path.len && path.ptr[i] != '?' && path.ptr[i] != '#') {
    i++;
  }
  return i;
}

/* is_plain: a short path that every row takes, and as it is: unreserved bytes in segments that are
 * not empty and do not begin with a dot. A slash at the end stays. */
static bool is_plain(dciauth_span path) {
  if (path.len == 0 || path.len > 64 || path.ptr[0] != '/') {
    return false;
  }
  uint64_t stops = ascii_stops(path);
  for (uint64_t left = stops; left != 0; left &= left - 1) {
    size_t at = word_lowest(left);
    if (at + 1 >= path.len) {
      return at == path.len || path.ptr[at] == '/';
    }
    if (path.ptr[at] != '/' || path.ptr[at + 1] == '.' || (stops >> (at + 1) & 1) != 0) {
      return false;
    }
  }
  return true;
}

static size_t least(size_t a, size_t b) {
  return a < b ? a : b;
}

static dciauth_status check_path(const dciauth_profile *p, dciauth_span path,
                                 dciauth_where *where) {
  size_t bad = 0;
  if (has_form(p, path)) {
    size_t escape = p->path_escapes == ESCAPE_REFUSE ? find_bad_escape(path) : path.len;
    bad = least(escape, least(ascii_find_raw(path), find_foreign(p, path)));
    if (bad == path.len) {
      return DCIAUTH_OK;
    }
  }
  return fail(where, DCIAUTH_E_MALFORMED_URI, DCIAUTH_FIELD_TARGET, 0, bad);
}

/* spec: rfc9112 3.2 */
dciauth_status check_wire_target(dciauth_span target, dciauth_where *where) {
  if (ascii_all_visible(target)) {
    return DCIAUTH_OK;
  }
  size_t at = 0;
  while (at < target.len && target.ptr[at] > 0x20 && target.ptr[at] != 0x7f) {
    at++;
  }
  if (at == target.len) {
    return DCIAUTH_OK;
  }
  bool in_path = at < span_cut(target, '?').head.len;
  return fail(where, in_path ? DCIAUTH_E_MALFORMED_URI : DCIAUTH_E_MALFORMED_QUERY,
              DCIAUTH_FIELD_TARGET, 0, at);
}

/* is_ambiguous: the escape at `at` is none, or stands for a byte that means something else. */
static bool is_ambiguous(dciauth_span path, size_t at) {
  if (!is_escape(path, at)) {
    return true;
  }
  uint8_t byte = decode_escape(path, at);
  return byte < 0x20 || byte == 0x7f || byte == '/';
}

/* sequence_len returns the length of the first character of s, which is all escapes or all raw;
 * 0 if it is no UTF-8. */
static size_t sequence_len(dciauth_span s) {
  uint8_t bytes[4];
  bool escaped = is_escape(s, 0);
  size_t at = 0;
  for (size_t len = 1; len <= sizeof bytes && at < s.len && is_escape(s, at) == escaped; len++) {
    bytes[len - 1] = escaped ? decode_escape(s, at) : s.ptr[at];
    at += escaped ? 3 : 1;
    if (is_utf8(dciauth_bytes(bytes, len))) {
      return at;
    }
  }
  return 0;
}

dciauth_status check_decoded_path(const dciauth_profile *p, dciauth_span target,
                                  dciauth_where *where) {
  if (p->path != PATH_DECODE) {
    return DCIAUTH_OK;
  }
  dciauth_span path = span_cut(target, '?').head;
  if (is_plain(path)) {
    return DCIAUTH_OK;
  }
  for (size_t at = 0; at < path.len;) {
    size_t len = sequence_len(span_from(path, at));
    if (len == 0 || (path.ptr[at] == '%' && is_ambiguous(path, at))) {
      return fail(where, DCIAUTH_E_MALFORMED_URI, DCIAUTH_FIELD_TARGET, 0, at);
    }
    at += len;
  }
  return DCIAUTH_OK;
}

/* drop_segment removes the last "/segment" behind mark; a segment holds no raw '/'. */
static void drop_segment(buf *b, size_t mark) {
  size_t len = b->len;
  while (len > mark && b->ptr[len - 1] != '/') {
    len--;
  }
  buf_cut_to(b, len > mark ? len - 1 : mark);
}

/* vector: aws4/path/everything */
static void put_normalised(dciauth_span path, buf *b) {
  size_t mark = b->len;
  dciauth_span rest = path;
  while (rest.len > 0) {
    span_cut_result cut = span_cut(rest, '/');
    rest = cut.tail;
    if (span_eq_str(cut.head, "..")) {
      drop_segment(b, mark);
    } else if (cut.head.len > 0 && !span_eq_str(cut.head, ".")) {
      put_byte(b, '/');
      put_encoded(b, cut.head);
    }
  }
  bool ends_in_slash = path.len > 0 && path.ptr[path.len - 1] == '/';
  if (b->len == mark || ends_in_slash) {
    put_byte(b, '/');
  }
}

static void put_encoded_once_more(dciauth_span path, buf *b) {
  for (dciauth_span rest = path; rest.len > 0;) {
    span_cut_result cut = span_cut(rest, '/');
    put_encoded(b, cut.head);
    if (cut.ok) {
      put_byte(b, '/');
    }
    rest = cut.tail;
  }
}

void put_path(const dciauth_profile *p, dciauth_span path, buf *b) {
  switch (p->path) {
  case PATH_NORMALISE_ENCODE: put_normalised(path, b); break;
  case PATH_ENCODE: put_encoded_once_more(path, b); break;
  case PATH_DECODE: put_span(b, unquote(path, b)); break;
  case PATH_AS_SENT:
  default: put_span(b, path);
  }
}

dciauth_status canon_path(const dciauth_profile *p, dciauth_span path, buf *b,
                          dciauth_where *where) {
  if (is_plain(path)) {
    put_span(b, path);
    return DCIAUTH_OK;
  }
  dciauth_status status = check_path(p, path, where);
  if (status == DCIAUTH_OK) {
    put_path(p, path, b);
  }
  return status;
}

size_t path_bound(size_t path_len) {
  return plus(plus(times(path_len, 3), 1), unquote_bound(path_len));
}

size_t dciauth_path_bound(const dciauth_profile *profile, dciauth_span path) {
  (void)profile; /* one bound for all rows: that of a path decoded */
  return path_bound(path.len);
}

dciauth_status dciauth_canon_path(const dciauth_profile *profile, dciauth_span path,
                                  dciauth_work work, dciauth_text *out) {
  memset(out, 0, sizeof *out);
  buf b = buf_of(work);
  dciauth_status status = canon_path(profile, path, &b, &out->where);
  if (status != DCIAUTH_OK) {
    return status;
  }
  out->text = buf_since(&b, 0);
  return b.full ? DCIAUTH_E_SPACE : DCIAUTH_OK;
}
