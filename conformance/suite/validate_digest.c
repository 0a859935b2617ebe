/* SPDX-License-Identifier: Apache-2.0 */
/* validate_digest.c - the digest of a test: SHA-256 of its input and expectation, as JSON with
 * sorted keys and without blanks. */
#include "memory.h"
#include "mistake_hash.h"
#include "validate.h"

#include <stdlib.h>

static int compare_members(const void *a, const void *b) {
  return strcmp(json_key(*(const json *const *)a), json_key(*(const json *const *)b));
}

/* sorted returns the members of an object in the order of their keys. */
static const json **sorted(const json *object, size_t num) {
  const json **members = mem_alloc(num, sizeof *members);
  size_t i = 0;
  for (const json *m = json_first(object); m != NULL; m = json_next(m)) {
    members[i++] = m;
  }
  qsort(members, num, sizeof *members, compare_members);
  return members;
}

static void put_canonical(const json *value, text *out);

static void put_object(const json *object, text *out) {
  size_t num = json_count(object);
  const json **members = sorted(object, num);
  text_puts(out, "{");
  for (size_t i = 0; i < num; i++) {
    text_printf(out, "%s\"%s\":", i > 0 ? "," : "", json_key(members[i]));
    put_canonical(members[i], out);
  }
  text_puts(out, "}");
  free(members);
}

/* put_canonical: the keys of a sound test need no escape. */
static void put_canonical(const json *value, text *out) {
  if (json_is_object(value)) {
    put_object(value, out);
    return;
  }
  if (!json_is_array(value)) {
    json_print(value, out);
    return;
  }
  text_puts(out, "[");
  for (const json *e = json_first(value); e != NULL; e = json_next(e)) {
    text_puts(out, e != json_first(value) ? "," : "");
    put_canonical(e, out);
  }
  text_puts(out, "]");
}

void validate_digest(const subject *s) {
  const char *digest = json_str(s->test, "digest");
  if (digest == NULL) {
    return; /* of sweeps there is none */
  }
  text canonical = {0}, hash = {0};
  text_puts(&canonical, "{\"expected\":");
  put_canonical(json_get(s->test, "expected"), &canonical);
  text_puts(&canonical, ",\"input\":");
  put_canonical(json_get(s->test, "input"), &canonical);
  text_puts(&canonical, "}");
  hash_hex(text_span(&canonical), &hash);
  place at = place_of(&s->at, "digest");
  if (strcmp(text_str(&hash), digest) != 0) {
    place_blame(&at, "of another input or expectation; of this one it is %s", text_str(&hash));
  }
  text_free(&canonical);
  text_free(&hash);
}
