/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_case.c - the parts are the library's, which has to agree with the vector on the canonical
 * request and on the signature: the expected values alone would have to be guessed apart where a
 * path holds a line feed. */
#include "mistake_case.h"

#include "json_bytes.h"
#include "memory.h"
#include "mistake_chain.h"
#include "spans.h"

#include <stdlib.h>
#include <strings.h>

/* MAX_WORK bounds the work block; MAX_PIECES the headers and the pairs of the query, which are
 * compared with each other. Both are more than any vector needs. */
enum { MAX_WORK = 1 << 30, MAX_PIECES = 1000 };

static bool is_expected(const vector *v, const char *stage, dciauth_span value) {
  text expected = {0};
  bool same = json_bytes(json_get(v->expected, "stages"), stage, &expected) == BYTES_OK &&
              spans_equal(text_span(&expected), value);
  text_free(&expected);
  return same;
}

static void put_request_parts(const dciauth_stages *stages, parts *right) {
  dciauth_span request = stages->canonical_request;
  parts_put(right, PART_METHOD, spans_cut(&request, '\n'));
  parts_put(right, PART_PATH, stages->path);
  parts_put(right, PART_QUERY, stages->query);
  parts_put(right, PART_HEADERS, stages->headers);
  parts_put(right, PART_SIGNED_HEADERS, stages->signed_headers);
  parts_put(right, PART_PAYLOAD, stages->payload_hash);
}

static void put_string_parts(const dciauth_stages *stages, parts *right) {
  dciauth_span lines = stages->string_to_sign;
  parts_put(right, PART_ALGORITHM, spans_cut(&lines, '\n'));
  parts_put(right, PART_TIMESTAMP, spans_cut(&lines, '\n'));
  parts_put(right, PART_SCOPE, spans_cut(&lines, '\n'));
  parts_put(right, PART_DIGEST, lines);
}

/* put_stages fills the right parts, as far as the key, from a dry run of the library. */
static bool put_stages(const vector *v, mistake_case *c) {
  const adapter_input *in = &c->in;
  size_t bound = dciauth_sign_bound(in->profile, &in->request, &in->params);
  if (bound > MAX_WORK) {
    return false;
  }
  dciauth_signed result;
  dciauth_work work = {mem_alloc(bound, 1), bound};
  bool fine =
      dciauth_canonicalize(in->profile, &in->request, &in->params, work, &result) == DCIAUTH_OK &&
      is_expected(v, "canonical_request", result.stages.canonical_request);
  if (fine) {
    put_request_parts(&result.stages, &c->right);
    put_string_parts(&result.stages, &c->right);
  }
  free(work.ptr);
  return fine;
}

/* put_signature derives the key and signs. */
static bool put_signature(const vector *v, mistake_case *c) {
  const layers right = {{&c->right}, 1};
  const chain links = chain_of(c);
  text signature = {0};
  chain_derive(c, &links, parts_begin(&c->right, PART_KEY));
  layers_signature(&right, &signature);
  parts_put(&c->right, PART_SIGNATURE, text_span(&signature));
  bool fine = is_expected(v, "signature", text_span(&signature));
  text_free(&signature);
  return fine;
}

static bool has_header(const mistake_case *c, const char *name) {
  for (size_t i = 0; i < c->num_headers; i++) {
    dciauth_span given = c->headers[i].name;
    if (given.len == strlen(name) && strncasecmp((const char *)given.ptr, name, given.len) == 0) {
      return true;
    }
  }
  return false;
}

static void add_header(mistake_case *c, const char *column, dciauth_span value) {
  const char *name = row_text(c->in.profile, column);
  if (name[0] != '\0' && value.len > 0) {
    c->headers[c->num_headers++] = (dciauth_pair){dciauth_str(name), value};
  }
}

/* put_headers lists the headers; what the signer adds in the order in which it does. */
static void put_headers(mistake_case *c) {
  enum { MOST_ADDED = 4 };
  const dciauth_request *request = &c->in.request;
  c->headers = mem_alloc(request->num_headers + MOST_ADDED, sizeof *c->headers);
  for (; c->num_headers < request->num_headers; c->num_headers++) {
    c->headers[c->num_headers] = request->headers[c->num_headers];
  }
  dciauth_span host = dciauth_str(row_text(c->in.profile, "default_host"));
  if (host.len > 0 && !has_header(c, "host")) {
    c->headers[c->num_headers++] = (dciauth_pair){dciauth_str("Host"), host};
  }
  add_header(c, "date_header", c->in.params.timestamp);
  add_header(c, "token_header", c->in.params.session_token);
  if ((c->row & ROW_HASH_REQUIRED) != 0) {
    add_header(c, "payload_header", text_span(&c->right.value[PART_PAYLOAD]));
  }
}

static bool read_input(const vector *v, mistake_case *c) {
  if (!adapter_read_sign(v->input, &c->in)) {
    return false;
  }
  c->row = row_traits(c->in.profile);
  c->query = c->in.request.target;
  c->path = spans_cut(&c->query, '?');
  return c->in.request.num_headers <= MAX_PIECES && spans_count(c->query, '&') < MAX_PIECES;
}

bool mistake_case_open(const vector *v, mistake_case *c) {
  *c = (mistake_case){0};
  bool fine = strcmp(v->op, "sign") == 0 && json_get(v->expected, "stages") != NULL &&
              read_input(v, c) && put_stages(v, c);
  if (!fine) {
    return false;
  }
  put_headers(c);
  return put_signature(v, c);
}

void mistake_case_close(mistake_case *c) {
  parts_free(&c->right);
  adapter_free(&c->in);
  free(c->headers);
  *c = (mistake_case){0};
}
