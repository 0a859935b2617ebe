/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_path.c - mistakes in the path. A signer takes the path through four steps, of which a
 * dialect has some: something may be done to it first; it is normalised; it is encoded; something
 * may be done to it last. A mistake is another step in one of these places. */
#include "mistake.h"
#include "mistake_escape.h"
#include "spans.h"

typedef void path_step(dciauth_span path, text *out);

/* path_recipe: NULL is the dialect's own step. */
typedef struct {
  path_step *first, *normalise, *encode, *last;
} path_recipe;

static void copy(dciauth_span path, text *out) {
  text_put_span(out, path);
}

static void decode(dciauth_span path, text *out) {
  escape_undo(path, out);
}

/* escape_raw escapes what no URI holds, as the URL parser in front of a signer does. */
static void escape_raw(dciauth_span path, text *out) {
  escape_put(path, "%/!$&'()*+,;=:@", out);
}

static void encode(dciauth_span path, text *out) {
  escape_put(path, "/", out);
}

static void encode_lower(dciauth_span path, text *out) {
  size_t from = out->len;
  encode(path, out);
  escape_lower(out, from);
}

/* encode_but_marks is JavaScript's encodeURIComponent, segment by segment. */
static void encode_but_marks(dciauth_span path, text *out) {
  escape_put(path, "/!'()*", out);
}

static void encode_tilde(dciauth_span path, text *out) {
  text encoded = {0};
  encode(path, &encoded);
  escape_replace(text_span(&encoded), "~", "%7E", out);
  text_free(&encoded);
}

static bool is_segment(dciauth_span segment, const char *word) {
  return spans_equal(segment, dciauth_str(word));
}

/* drop_segment removes the last "/segment" behind `from`. */
static void drop_segment(text *out, size_t from) {
  size_t len = out->len;
  while (len > from && out->ptr[len - 1] != '/') {
    len--;
  }
  text_cut(out, len > from ? len - 1 : from);
}

/* put_segments normalises; one of the two kinds of segments may be kept. A URL is left alone. */
static void put_segments(dciauth_span path, bool keep_empty, bool keep_dots, text *out) {
  dciauth_span rest = path;
  if (spans_cut(&rest, '/').len > 0 || path.len == 0) {
    copy(path, out);
    return;
  }
  size_t from = out->len;
  bool ends_in_slash = path.ptr[path.len - 1] == '/';
  for (bool last = false; !last;) {
    last = !spans_has(rest, '/');
    dciauth_span segment = spans_cut(&rest, '/');
    if (!keep_dots && is_segment(segment, "..")) {
      drop_segment(out, from);
    } else if ((segment.len > 0 || keep_empty) && (keep_dots || !is_segment(segment, "."))) {
      text_puts(out, "/");
      text_put_span(out, segment);
    }
  }
  if (out->len == from || (ends_in_slash && !keep_empty)) {
    text_puts(out, "/");
  }
}

static void normalise(dciauth_span path, text *out) {
  put_segments(path, false, false, out);
}

static void keep_empty_segments(dciauth_span path, text *out) {
  put_segments(path, true, false, out);
}

static void keep_dot_segments(dciauth_span path, text *out) {
  put_segments(path, false, true, out);
}

static void drop_final_slash(dciauth_span path, text *out) {
  bool drop = path.len > 1 && path.ptr[path.len - 1] == '/';
  text_put(out, path.ptr, drop ? path.len - 1 : path.len);
}

/* take replaces the path by what a step makes of it. */
static void take(path_step *step, text *path) {
  text out = {0};
  step(text_span(path), &out);
  text_free(path);
  *path = out;
}

static void make_path(const mistake_case *c, const void *how, parts *out) {
  const path_recipe *recipe = how;
  bool normalises = (c->row & ROW_PATH_NORMALISED) != 0;
  bool encodes = normalises || (c->row & ROW_PATH_ENCODED) != 0;
  path_step *const steps[] = {
      recipe->first != NULL ? recipe->first : copy,
      recipe->normalise != NULL ? recipe->normalise
      : normalises              ? normalise
                                : copy,
      recipe->encode != NULL ? recipe->encode
      : encodes              ? encode
                             : copy,
      recipe->last != NULL ? recipe->last : copy,
  };
  text *path = parts_begin(out, PART_PATH);
  bool decoded = (c->row & ROW_PATH_DECODED) != 0; /* by rules of its own */
  text_put_span(path, decoded ? text_span(&c->right.value[PART_PATH]) : c->path);
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
    take(steps[i], path);
  }
}

static void make_as_sent(const mistake_case *c, const void *how, parts *out) {
  (void)how;
  parts_put(out, PART_PATH, c->path);
}

#define RECIPE(...)                                                                                \
  make_path, &(const path_recipe) {                                                                \
    __VA_ARGS__                                                                                    \
  }
#define AGAIN (ROW_PATH_NORMALISED | ROW_PATH_ENCODED)
#define ON_THE_WIRE (AGAIN | ROW_PATH_AS_SENT)

static const mistake table[] = {
    {"raw bytes of the path escaped first", ON_THE_WIRE, RECIPE(.first = escape_raw)},
    {"path encoded twice", ROW_PATH_AS_SENT, RECIPE(.encode = encode)},
    {"path encoded once", AGAIN, RECIPE(.encode = copy)},
    {"path encoded three times", AGAIN, RECIPE(.last = encode)},
    {"path not normalised", ROW_PATH_NORMALISED, RECIPE(.normalise = copy)},
    {"path normalised", ROW_PATH_ENCODED | ROW_PATH_AS_SENT | ROW_PATH_DECODED,
     RECIPE(.normalise = normalise)},
    {"empty path segments kept", ROW_PATH_NORMALISED, RECIPE(.normalise = keep_empty_segments)},
    {"dot segments of the path kept", ROW_PATH_NORMALISED, RECIPE(.normalise = keep_dot_segments)},
    {"final slash of the path dropped", 0, RECIPE(.last = drop_final_slash)},
    {"path not decoded", ROW_PATH_DECODED, make_as_sent, NULL},
    {"path as sent, neither normalised nor encoded again", ROW_PATH_NORMALISED, make_as_sent, NULL},
    {"path decoded first", ON_THE_WIRE, RECIPE(.first = decode)},
    {"path decoded and encoded", ROW_PATH_AS_SENT, RECIPE(.first = decode, .encode = encode)},
    {"path encoded", ROW_PATH_DECODED, RECIPE(.encode = encode)},
    {"escapes of the path in lower-case hex", AGAIN, RECIPE(.encode = encode_lower)},
    {"marks !'()* of the path left bare", AGAIN, RECIPE(.encode = encode_but_marks)},
    {"tilde of the path escaped", AGAIN, RECIPE(.encode = encode_tilde)},
};

mistake_group mistakes_of_path(void) {
  return (mistake_group){table, sizeof table / sizeof *table};
}
