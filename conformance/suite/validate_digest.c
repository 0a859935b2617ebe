/* SPDX-License-Identifier: Apache-2.0 */
/* validate_digest.c - the digest of a test: SHA-256 of its input and expectation, as JSON with
 * sorted keys and without blanks. */
#include "json_sorted.h"
#include "mistake_hash.h"
#include "validate.h"

void validate_digest(const subject *s) {
  const char *digest = json_str(s->test, "digest");
  if (digest == NULL) {
    return; /* of sweeps there is none */
  }
  text canonical = {0}, hash = {0};
  text_puts(&canonical, "{\"expected\":");
  json_put_sorted(json_get(s->test, "expected"), &canonical);
  text_puts(&canonical, ",\"input\":");
  json_put_sorted(json_get(s->test, "input"), &canonical);
  text_puts(&canonical, "}");
  hash_hex(text_span(&canonical), &hash);
  place at = place_of(&s->at, "digest");
  if (strcmp(text_str(&hash), digest) != 0) {
    place_blame(&at, "of another input or expectation; of this one it is %s", text_str(&hash));
  }
  text_free(&canonical);
  text_free(&hash);
}
