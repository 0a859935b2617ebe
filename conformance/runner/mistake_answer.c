/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_answer.c - takes stages apart, whoever made them: a text that is no canonical request
 * shows nothing. */
#include "mistake_answer.h"

#include "compare.h"
#include "compare_auth.h"
#include "spans.h"

/* split_front cuts the lines in front of the headers, the path having so many of them. */
static bool split_front(dciauth_span *rest, size_t path_lines, parts *out) {
  if (spans_count(*rest, '\n') < path_lines + 2) {
    return false;
  }
  parts_put(out, PART_METHOD, spans_cut(rest, '\n'));
  text *path = parts_begin(out, PART_PATH);
  for (size_t i = 0; i < path_lines; i++) {
    text_puts(path, i > 0 ? "\n" : "");
    text_put_span(path, spans_cut(rest, '\n'));
  }
  parts_put(out, PART_QUERY, spans_cut(rest, '\n'));
  return true;
}

static bool split_request(dciauth_span rest, size_t path_lines, parts *out) {
  dciauth_span payload = spans_cut_last(&rest, '\n');
  dciauth_span names = spans_cut_last(&rest, '\n');
  if (!split_front(&rest, path_lines, out)) {
    return false;
  }
  parts_put(out, PART_PAYLOAD, payload);
  parts_put(out, PART_SIGNED_HEADERS, names);
  parts_put(out, PART_HEADERS, rest);
  return true;
}

static bool has_right_query(const mistake_case *c, const parts *p) {
  return spans_equal(text_span(&p->value[PART_QUERY]), text_span(&c->right.value[PART_QUERY]));
}

/* is_credible: two parts that are right show that the text is meant to be this canonical request.
 * Of any other text with enough lines, an empty one could look like a mistake. */
static bool is_credible(const mistake_case *c, const parts *p) {
  size_t num = 0;
  for (part which = PART_METHOD; which <= PART_PAYLOAD; which++) {
    const text *value = &p->value[which];
    num +=
        value->len > 0 && spans_equal(text_span(value), text_span(&c->right.value[which])) ? 1 : 0;
  }
  return num >= 2;
}

/* read_request: where the right path has line feeds, the answer's may have fewer; then the place
 * where the query is right decides. */
static void read_request(const mistake_case *c, dciauth_span request, parts *out) {
  size_t most = spans_count(text_span(&c->right.value[PART_PATH]), '\n') + 1;
  bool found = false;
  for (size_t lines = 1; lines <= most && !found; lines++) {
    parts_free(out);
    found = split_request(request, lines, out) && has_right_query(c, out);
  }
  if (!found) {
    parts_free(out);
    split_request(request, most, out);
  }
  if (!is_credible(c, out)) {
    parts_free(out);
  }
}

static void read_string(dciauth_span lines, parts *out) {
  if (spans_count(lines, '\n') >= 3) {
    parts_put(out, PART_ALGORITHM, spans_cut(&lines, '\n'));
    parts_put(out, PART_TIMESTAMP, spans_cut(&lines, '\n'));
    parts_put(out, PART_SCOPE, spans_cut(&lines, '\n'));
    parts_put(out, PART_DIGEST, lines);
  }
}

/* read_single reads the stages that are parts by themselves. */
static void read_single(const json *answered, parts *out) {
  static const struct {
    const char *stage;
    part which;
  } single[] = {{"path", PART_PATH},
                {"query", PART_QUERY},
                {"headers", PART_HEADERS},
                {"signed_headers", PART_SIGNED_HEADERS},
                {"payload_hash", PART_PAYLOAD},
                {"scope", PART_SCOPE}};
  for (size_t i = 0; i < sizeof single / sizeof *single; i++) {
    text value = {0};
    bool known = (out->set & PART_BIT(single[i].which)) != 0;
    if (!known && compare_stage(answered, single[i].stage, &value) == BYTES_OK) {
      parts_put(out, single[i].which, text_span(&value));
    }
    text_free(&value);
  }
}

static void read_signature(const json *answered, text *signature) {
  text authorization = {0};
  dciauth_span value = {NULL, 0};
  if (compare_stage(answered, "signature", signature) != BYTES_OK) {
    text_clear(signature);
    json_bytes(answered, "authorization", &authorization);
    dciauth_span parameters = text_span(&authorization);
    spans_cut(&parameters, ' ');
    compare_find_parameter(parameters, dciauth_str("Signature"), &value);
    text_put_span(signature, value);
  }
  text_free(&authorization);
}

void answer_read(const mistake_case *c, const json *out, parts *shown, text *signature) {
  text stage = {0};
  if (compare_stage(out, "canonical_request", &stage) == BYTES_OK) {
    read_request(c, text_span(&stage), shown);
  }
  text_clear(&stage);
  if (compare_stage(out, "string_to_sign", &stage) == BYTES_OK) {
    read_string(text_span(&stage), shown);
  }
  text_free(&stage);
  read_single(out, shown);
  read_signature(out, signature);
}
