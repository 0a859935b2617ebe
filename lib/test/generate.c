/* SPDX-License-Identifier: Apache-2.0 */
/* generate.c - random requests: many headers and arguments, escapes whole and broken, UTF-8 whole
 * and broken, blanks, repeats; each from a handful of pieces that the canonical forms treat
 * differently. */
#include "generate.h"

#include <stdio.h>

#include "support.h"

/* splitmix64 */
uint64_t random_next(random_source *r) {
  uint64_t z = (r->seed += UINT64_C(0x9E3779B97F4A7C15));
  z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
  return z ^ (z >> 31);
}

size_t random_below(random_source *r, size_t limit) {
  return limit == 0 ? 0 : (size_t)(random_next(r) % limit);
}

static void put(generated *g, const char *bytes, size_t len) {
  if (len > 0 && len <= sizeof g->bytes - g->used) {
    memcpy(g->bytes + g->used, bytes, len);
    g->used += len;
  }
}

static dciauth_span since(const generated *g, size_t mark) {
  return dciauth_bytes(g->bytes + mark, g->used - mark);
}

/* put_piece appends one of `pieces`, a list that ends in NULL. */
static void put_piece(random_source *r, const char *const *pieces, generated *g) {
  size_t num = 0;
  while (pieces[num] != NULL) {
    num++;
  }
  const char *piece = pieces[random_below(r, num)];
  put(g, piece, strlen(piece));
}

static void put_byte_of(random_source *r, generated *g) {
  char byte = (char)random_below(r, 256);
  put(g, &byte, 1);
}

dciauth_span generate_text(random_source *r, generate_mode mode, size_t most, generated *g) {
  static const char *const legal[] = {"a",   "B",      "9",        "~",         "-_.",      "%20",
                                      "%2f", "%C3%A9", "\xc3\xa9", "%ff",       "\xff",     "+",
                                      "*",   "%",      "!",        "%ED%A0%80", "\xe2\x82", "'",
                                      "(",   ":",      "@",        "%41",       NULL};
  size_t mark = g->used;
  for (size_t i = random_below(r, most + 1); i > 0; i--) {
    if (mode == GENERATE_WILD) {
      put_byte_of(r, g);
    } else {
      put_piece(r, legal, g);
    }
  }
  return since(g, mark);
}

/* legal_token returns a text in which every '%' starts an escape, so that all rows take it. */
static void put_legal(random_source *r, size_t most, generated *g) {
  static const char *const pieces[] = {"a",        "Z",   "0",    "~",   "%20", "%2F", "%c3%a9",
                                       "\xc3\xa9", "%FF", "\xfe", "+",   "*",   "$",   "%00",
                                       "%0A",      "-",   ".",    "%2e", "%25", "!",   NULL};
  for (size_t i = random_below(r, most + 1); i > 0; i--) {
    put_piece(r, pieces, g);
  }
}

/* put_plain is the same for a path that decodes to one request alone. */
static void put_plain(random_source *r, size_t most, generated *g) {
  static const char *const pieces[] = {"a", "Z", "%20", "%c3%a9", "\xc3\xa9", "+",   "*",
                                       "$", "-", ".",   "%2e",    "%41",      "%25", NULL};
  for (size_t i = random_below(r, most + 1); i > 0; i--) {
    put_piece(r, pieces, g);
  }
}

static dciauth_span generate_target(random_source *r, const dciauth_profile *p, generate_mode mode,
                                    generated *g) {
  size_t mark = g->used;
  if (mode == GENERATE_WILD) {
    put(g, "/", random_below(r, 8) == 0 ? 0 : 1);
    generate_text(r, random_below(r, 2) == 0 ? GENERATE_VALID : GENERATE_WILD, 60, g);
    return since(g, mark);
  }
  for (size_t segments = 1 + random_below(r, 5); segments > 0; segments--) {
    static const char *const dots[] = {"/", "/.", "/..", "/x", NULL};
    put_piece(r, dots, g);
    put(g, "/", 1);
    (decodes_path(p) ? put_plain : put_legal)(r, 4, g);
  }
  size_t args = random_below(r, 12);
  for (size_t i = 0; i < args; i++) {
    char name[24];
    int len = snprintf(name, sizeof name, "%sk%zu-", i == 0 ? "?" : "&",
                       i); /* no name twice: dci rows refuse that */
    put(g, name, (size_t)len);
    put_legal(r, 4, g);
    put(g, "=", random_below(r, 4) == 0 ? 0 : 1);
    put_legal(r, 6, g);
    put(g, "&", random_below(r, 8) == 0 ? 1 : 0);
  }
  return since(g, mark);
}

static dciauth_span generate_name(random_source *r, generate_mode mode, size_t index,
                                  generated *g) {
  size_t mark = g->used;
  char name[24];
  int len = snprintf(name, sizeof name, "%s%zu", random_below(r, 2) == 0 ? "Name-" : "h_", index);
  put(g, name, (size_t)len);
  if (mode == GENERATE_WILD && random_below(r, 50) == 0) {
    put_byte_of(r, g);
  }
  return since(g, mark);
}

static dciauth_span generate_value(random_source *r, generate_mode mode, generated *g) {
  static const char *const pieces[] = {"a",    " ",    "  ", "\t", ",", "\"", "B",
                                       "\xe9", "\x0b", "=",  ";",  "1", NULL};
  size_t mark = g->used;
  for (size_t i = random_below(r, 12); i > 0; i--) {
    put_piece(r, pieces, g);
  }
  if (mode == GENERATE_WILD && random_below(r, 50) == 0) {
    put_byte_of(r, g);
  }
  return since(g, mark);
}

static void generate_headers(random_source *r, generate_mode mode, generated *g) {
  size_t num = random_below(r, 2) == 0 ? random_below(r, 5) : random_below(r, GENERATE_HEADERS - 1);
  for (size_t i = 0; i < num; i++) {
    g->headers[i] = (dciauth_pair){generate_name(r, mode, i, g), generate_value(r, mode, g)};
  }
  size_t mark = g->used;
  static const char *const hosts[] = {"example.com", "[::1]:80", "h", NULL};
  put_piece(r, hosts, g);
  g->headers[num] =
      (dciauth_pair){dciauth_str(random_below(r, 2) == 0 ? "Host" : "hOST"), since(g, mark)};
  g->request.headers = g->headers;
  g->request.num_headers = num + 1;
}

static void generate_params(random_source *r, generate_mode mode, generated *g) {
  g->num_params = random_below(r, GENERATE_HEADERS);
  for (size_t i = 0; i < g->num_params; i++) {
    dciauth_span name = generate_name(r, GENERATE_VALID, i, g);
    size_t mark = g->used;
    static const char *const pieces[] = {"a",  " ", "\xc3\xa9", "\xe2\x82\xac", "&", "=", "%", "+",
                                         "\n", "~", NULL};
    for (size_t many = random_below(r, 8); many > 0; many--) {
      put_piece(r, pieces, g);
    }
    if (mode == GENERATE_WILD && random_below(r, 100) == 0) {
      put_byte_of(r, g);
    }
    g->params[i] = (dciauth_pair){name, since(g, mark)};
  }
}

void generate_request(random_source *r, const dciauth_profile *p, generate_mode mode,
                      generated *out) {
  static const char *const methods[] = {"GET", "POST", "get", "x-!#", NULL};
  out->used = 0;
  memset(&out->request, 0, sizeof out->request);
  put_piece(r, methods, out);
  out->request.method = since(out, 0);
  out->request.target = generate_target(r, p, mode, out);
  generate_headers(r, mode, out);
  generate_params(r, mode, out);
  out->request.body = generate_text(r, GENERATE_WILD, 200, out);
}
