/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_answer.c - takes stages apart, whoever made them: a text that is no canonical request
 * shows nothing. */
#include "mistake_answer.h"

#include "compare.h"
#include "compare_auth.h"
#include "spans.h"

/* ends_in_headers removes the right header lines from the end of *rest, if they are there. */
static bool ends_in_headers(const mistake_case *c, dciauth_span *rest) {
  dciauth_span headers = text_span(&c->right.value[PART_HEADERS]);
  size_t len = rest->len > headers.len ? rest->len - headers.len - 1 : 0;
  bool ends = len > 0 && rest->ptr[len] == '\n' &&
              spans_equal(dciauth_bytes(rest->ptr + len + 1, headers.len), headers);
  rest->len = ends ? len : rest->len;
  return ends;
}

/* split_back: in front of headers that are right stands the query; the path is what is left. */
static void split_back(const mistake_case *c, dciauth_span rest, parts *out) {
  parts_put(out, PART_HEADERS, text_span(&c->right.value[PART_HEADERS]));
  parts_put(out, PART_QUERY, spans_cut_last(&rest, '\n'));
  parts_put(out, PART_METHOD, spans_cut(&rest, '\n'));
  parts_put(out, PART_PATH, rest);
}

/* split_front: else the path has as many lines as the right one. */
static void split_front(const mistake_case *c, dciauth_span rest, parts *out) {
  parts_put(out, PART_METHOD, spans_cut(&rest, '\n'));
  text *path = parts_begin(out, PART_PATH);
  for (size_t i = spans_count(text_span(&c->right.value[PART_PATH]), '\n') + 1; i > 0; i--) {
    text_put_span(path, spans_cut(&rest, '\n'));
    text_puts(path, i > 1 ? "\n" : "");
  }
  parts_put(out, PART_QUERY, spans_cut(&rest, '\n'));
  parts_put(out, PART_HEADERS, rest);
}

static bool is_right(const mistake_case *c, const parts *p, part which) {
  return spans_equal(text_span(&p->value[which]), text_span(&c->right.value[which]));
}

/* is_credible: two parts that are right show that the text is meant to be this canonical request.
 * Of any other text with enough lines, an empty one could look like a mistake. */
static bool is_credible(const mistake_case *c, const parts *p) {
  size_t num = 0;
  for (part which = PART_METHOD; which <= PART_PAYLOAD; which++) {
    num += p->value[which].len > 0 && is_right(c, p, which) ? 1 : 0;
  }
  return num >= 2;
}

/* read_request takes a canonical request apart. Only a path may hold line feeds, in few dialects or
 * by mistake. */
static void read_request(const mistake_case *c, dciauth_span rest, parts *out) {
  parts_put(out, PART_PAYLOAD, spans_cut_last(&rest, '\n'));
  parts_put(out, PART_SIGNED_HEADERS, spans_cut_last(&rest, '\n'));
  /* Where more headers are signed, what comes last may be those that should be. */
  if (is_right(c, out, PART_SIGNED_HEADERS) && ends_in_headers(c, &rest)) {
    split_back(c, rest, out);
  } else {
    split_front(c, rest, out);
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
