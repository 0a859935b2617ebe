/* SPDX-License-Identifier: Apache-2.0 */
/* wsgi_form.c - which bodies are forms. To give an application `request.data`, the framework first
 * looks for a form in the body; if the content type says that there is one, it reads the body to
 * its end, whatever comes of that, and the data are empty. One in parts is only looked for where
 * the boundary between them is named. */
/* spec: werkzeug formparser.FormDataParser.parse */
/* spec: werkzeug http.parse_options_header */
#include "ascii.h"
#include "wsgi.h"

static dciauth_span trim(dciauth_span s) {
  s = span_from(s, ascii_span(s, ASCII_BLANK));
  while (s.len > 0 && ascii_is(s.ptr[s.len - 1], ASCII_BLANK)) {
    s.len--;
  }
  return s;
}

/* quoted_len returns the length of the quoted string that s starts with, both quotes included; 0 if
 * it does not end. */
static size_t quoted_len(dciauth_span s) {
  for (size_t at = 1; at < s.len; at++) {
    if (s.ptr[at] == '"') {
      return at + 1;
    }
    bool escape =
        s.ptr[at] == '\\' && at + 1 < s.len && (s.ptr[at + 1] == '\\' || s.ptr[at + 1] == '"');
    at += escape ? 1 : 0;
  }
  return 0;
}

static bool is_ascii(dciauth_span s) {
  size_t i = 0;
  while (i < s.len && s.ptr[i] < 0x80) {
    i++;
  }
  return i == s.len;
}

/* option is one parameter: its key and value, the second empty where there is none, and where it
 * ends; not `whole`: a quoted value that does not end. */
typedef struct {
  dciauth_span key, value;
  size_t end;
  bool whole;
} option;

static option read_option(dciauth_span s) {
  const dciauth_span none = {NULL, 0};
  size_t key = ascii_span(s, ASCII_TOKEN);
  if (key == 0 || key == s.len || s.ptr[key] != '=') {
    return (option){none, none, 0, true};
  }
  dciauth_span value = span_from(s, key + 1);
  bool quoted = value.len > 0 && value.ptr[0] == '"';
  size_t len = quoted ? quoted_len(value) : ascii_span(value, ASCII_TOKEN);
  return (option){span_to(s, key), span_to(value, len), key + 1 + (quoted ? len : 0),
                  !quoted || len > 0};
}

/* is_usable: a value that is not just two quotes, and ASCII. */
static bool is_usable(dciauth_span value) {
  return is_ascii(value) && !span_eq_str(value, "\"\"");
}

/* names_boundary looks at every parameter: of several boundaries the last one counts. */
static bool names_boundary(dciauth_span options) {
  bool found = false;
  for (dciauth_span rest = options; rest.len > 0;) {
    option o = read_option(rest);
    if (!o.whole) {
      return found;
    }
    if (o.value.len > 0 && ascii_eq_lower(dciauth_str("boundary"), o.key)) {
      found = is_usable(o.value);
    }
    rest = span_cut(span_from(rest, o.end), ';').tail;
    rest = span_from(rest, ascii_span(rest, ASCII_BLANK));
  }
  return found;
}

bool wsgi_reads_form(dciauth_span content_type) {
  span_cut_result cut = span_cut(content_type, ';');
  dciauth_span type = trim(cut.head);
  if (ascii_eq_lower(dciauth_str("application/x-www-form-urlencoded"), type)) {
    return true;
  }
  return ascii_eq_lower(dciauth_str("multipart/form-data"), type) && names_boundary(trim(cut.tail));
}
