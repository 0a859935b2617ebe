/* SPDX-License-Identifier: Apache-2.0 */
/* redact.c - a secret is found as it is, in hex, and in base64 at each of the three places that it
 * can have there, also where the text was cut off in the middle of it. */
#include "redact.h"

#include "base64.h"
#include "json_bytes.h"
#include "spans.h"
#include "visible.h"

#include <stdio.h>

static const char secret_mark[] = "[secret key]";
static const char key_mark[] = "[signing key]";
static const char cut_mark[] = "…"; /* what visible_put ends with where it cut off */

/* ---- Blotting out ---------------------------------------------------------------------------- */

static bool is_at(const text *t, size_t at, dciauth_span part) {
  return at + part.len <= t->len && (uint8_t)t->ptr[at] == part.ptr[0] &&
         spans_equal(dciauth_bytes(t->ptr + at, part.len), part);
}

/* put_over replaces `len` bytes at `at` by a mark. */
static void put_over(text *t, size_t at, size_t len, const char *mark) {
  text out = {0};
  text_put(&out, t->ptr, at);
  text_puts(&out, mark);
  text_put(&out, t->ptr + at + len, t->len - at - len);
  text_free(t);
  *t = out;
}

static void blot_all(text *t, dciauth_span secret) {
  for (size_t at = 0; at + secret.len <= t->len; at++) {
    if (is_at(t, at, secret)) {
      put_over(t, at, secret.len, secret_mark);
      at += sizeof secret_mark - 2;
    }
  }
}

/* blot_ends looks for the end of a secret at the beginning of the text, and for its beginning at
 * the end. */
static void blot_ends(text *t, dciauth_span secret) {
  size_t mark = sizeof cut_mark - 1;
  bool cut = t->len >= mark && is_at(t, t->len - mark, dciauth_str(cut_mark));
  size_t end = t->len - (cut ? mark : 0);
  for (size_t len = secret.len - 1; len >= REDACT_MIN; len--) {
    if (len <= end && is_at(t, end - len, dciauth_bytes(secret.ptr, len))) {
      put_over(t, end - len, len, secret_mark);
      break;
    }
  }
  for (size_t len = secret.len - 1; len >= REDACT_MIN; len--) {
    if (is_at(t, 0, dciauth_bytes(secret.ptr + secret.len - len, len))) {
      put_over(t, 0, len, secret_mark);
      break;
    }
  }
}

/* value_at returns where the value of a stage begins whose name ends at `at`: behind `": "` or what
 * stands for that, and a quotation mark; else the end of the text. */
static size_t value_at(const text *t, size_t at) {
  at += is_at(t, at, dciauth_str("_b64")) ? 4 : 0;
  size_t start = at;
  while (at < t->len && memchr("\": ", t->ptr[at], 3) != NULL) {
    at++;
  }
  return at > start && t->ptr[at - 1] == '"' ? at : t->len;
}

/* blot_stages looks for the stage `signing_key` in the text of an answer, and for what stands in
 * the quotation marks behind it. */
static void blot_stages(text *t) {
  const dciauth_span name = dciauth_str("signing_key");
  for (size_t at = 0; at < t->len; at++) {
    size_t start = is_at(t, at, name) ? value_at(t, at + name.len) : t->len, end = start;
    while (end < t->len && t->ptr[end] != '"') {
      end++;
    }
    if (end > start) {
      put_over(t, start, end - start, key_mark);
    }
  }
}

static void blot_value(text *t) {
  if (t->len > 0) {
    text_clear(t);
    text_puts(t, key_mark);
  }
}

/* ---- Where to look for what ------------------------------------------------------------------ */

/* each_text lists the texts of an outcome that a target may have had a say in. */
enum { NUM_TEXTS = 5 };
static void each_text(outcome *o, text *texts[NUM_TEXTS]) {
  texts[0] = &o->expected;
  texts[1] = &o->actual;
  texts[2] = &o->message;
  texts[3] = &o->warning;
  texts[4] = &o->noise;
}

static void blot(text *texts[NUM_TEXTS], dciauth_span form) {
  for (size_t i = 0; i < NUM_TEXTS && form.len >= REDACT_MIN; i++) {
    if (texts[i]->len > 0) {
      blot_all(texts[i], form);
      blot_ends(texts[i], form);
    }
  }
}

static void blot_hex(text *texts[NUM_TEXTS], dciauth_span secret) {
  static const char *const formats[] = {"%02x", "%02X"};
  for (size_t k = 0; k < 2; k++) {
    text hex = {0};
    for (size_t i = 0; i < secret.len; i++) {
      char digits[3];
      snprintf(digits, sizeof digits, formats[k], secret.ptr[i]);
      text_puts(&hex, digits);
    }
    blot(texts, text_span(&hex));
    text_free(&hex);
  }
}

/* blot_base64: of what stands before and behind it, a secret shares a digit with either. */
static void blot_base64(text *texts[NUM_TEXTS], dciauth_span secret) {
  for (size_t before = 0; before < 3; before++) {
    text bytes = {0}, digits = {0};
    text_put(&bytes, "\0", before > 0 ? 1 : 0);
    text_put(&bytes, "\0", before > 1 ? 1 : 0);
    text_put_span(&bytes, secret);
    base64_put(&digits, text_span(&bytes));
    size_t first = (before * 8 + 5) / 6, end = bytes.len * 8 / 6;
    blot(texts, dciauth_bytes(digits.ptr + first, end > first ? end - first : 0));
    text_free(&bytes);
    text_free(&digits);
  }
}

/* blot_visible: as visible_put writes it. */
static void blot_visible(text *texts[NUM_TEXTS], dciauth_span secret) {
  text shown = {0};
  visible_put(&shown, secret, SIZE_MAX);
  blot(texts, text_span(&shown));
  text_free(&shown);
}

/* blot_key looks for the secret of credentials. */
static void blot_key(text *texts[NUM_TEXTS], const json *credentials) {
  text secret = {0};
  if (json_bytes(credentials, "secret_key", &secret) == BYTES_OK && secret.len >= REDACT_MIN) {
    blot(texts, text_span(&secret));
    blot_visible(texts, text_span(&secret));
    blot_hex(texts, text_span(&secret));
    blot_base64(texts, text_span(&secret));
  }
  text_free(&secret);
}

void redact_outcome(const vector *v, outcome *o) {
  text *texts[NUM_TEXTS];
  size_t any = 0;
  each_text(o, texts);
  for (size_t i = 0; i < NUM_TEXTS; i++) {
    any += texts[i]->len;
  }
  if (any == 0) {
    return;
  }
  for (size_t i = 0; i < NUM_TEXTS; i++) {
    blot_stages(texts[i]);
  }
  if (strcmp(o->stage, "signing_key") == 0) {
    blot_value(&o->expected);
    blot_value(&o->actual);
  }
  blot_key(texts, json_get(v->input, "credentials"));
  const json *ring = json_get(v->input, "keyring");
  for (const json *key = json_first(ring); key != NULL; key = json_next(key)) {
    blot_key(texts, key);
  }
}
