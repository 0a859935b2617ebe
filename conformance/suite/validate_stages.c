/* SPDX-License-Identifier: Apache-2.0 */
/* validate_stages.c - the stages of a signing test hang together: each is made of the one before.
 * Whether the first of them is right, a run of the vectors shows, not this. */
#include "adapter_in.h"
#include "json_bytes.h"
#include "mistake_hash.h"
#include "spans.h"
#include "validate.h"

static dciauth_span last_line(const text *lines) {
  dciauth_span rest = text_span(lines);
  return spans_cut_last(&rest, '\n');
}

static void check_hash(const text *request, const text *to_sign, const place *at) {
  text hash = {0};
  place below = place_of(at, "string_to_sign");
  hash_hex(text_span(request), &hash);
  if (!spans_equal(last_line(to_sign), text_span(&hash))) {
    place_blame(&below, "its last line is not the hash of the canonical request, %s",
                text_str(&hash));
  }
  text_free(&hash);
}

/* check_signature: by the library, where the dialect is one of its own. */
static void check_signature(const json *stages, const text *to_sign, const json *input,
                            const place *at) {
  const char *signature = json_str(stages, "signature");
  place below = place_of(at, "signature");
  adapter_input in;
  dciauth_key key;
  char right[65] = "";
  if (signature != NULL && adapter_read_sign(input, &in)) {
    dciauth_status status = adapter_derive(&in, &key);
    if (status == DCIAUTH_OK) {
      status = dciauth_signature(&key, text_span(to_sign), right);
    }
    if (status != DCIAUTH_OK) {
      place_blame(&below, "nothing can be signed with these credentials and params: %s",
                  dciauth_status_text(status));
    } else if (strcmp(right, signature) != 0) {
      place_blame(&below, "not that of the string to sign with this secret, which is %s", right);
    }
    dciauth_key_wipe(&key);
  }
  if (signature != NULL) {
    adapter_free(&in);
  }
}

/* field returns what stands in `value` behind `name`, up to the byte `stop`. */
static dciauth_span field(const char *value, const char *name, char stop) {
  const char *at = strstr(value, name);
  dciauth_span rest = dciauth_str(at != NULL ? at + strlen(name) : "");
  return spans_cut(&rest, stop);
}

static bool is_word(dciauth_span s, const char *word) {
  return word != NULL && spans_equal(s, dciauth_str(word));
}

/* names_line: the last but one line of a canonical request. */
static dciauth_span names_line(const text *request) {
  dciauth_span rest = text_span(request);
  spans_cut_last(&rest, '\n');
  return spans_cut_last(&rest, '\n');
}

static void check_authorization(const json *result, const text *request, const place *at) {
  const char *value = json_str(result, "authorization");
  const char *signature = json_str(json_get(result, "stages"), "signature");
  place below = place_of(at, "authorization");
  if (value == NULL || signature == NULL) {
    return;
  }
  if (!is_word(field(value, "Signature=", ','), signature)) {
    place_blame(&below, "its Signature is not that of the stages");
  }
  if (!spans_equal(field(value, "SignedHeaders=", ','), names_line(request))) {
    place_blame(&below, "its SignedHeaders are not those of the canonical request");
  }
}

static void check_target(const json *result, const place *at) {
  const char *target = json_str(result, "target");
  const char *signature = json_str(json_get(result, "stages"), "signature");
  place below = place_of(at, "target");
  if (target != NULL && signature != NULL &&
      !is_word(field(target, "X-Amz-Signature=", '&'), signature)) {
    place_blame(&below, "its X-Amz-Signature is not that of the stages");
  }
}

/* check_result looks at one result of a signer, expected or alternative. */
static void check_result(const json *result, const json *input, const place *at) {
  const json *stages = json_get(result, "stages");
  text request = {0}, to_sign = {0};
  place below = place_of(at, "stages");
  if (json_bytes(stages, "canonical_request", &request) == BYTES_OK &&
      json_bytes(stages, "string_to_sign", &to_sign) == BYTES_OK) {
    check_hash(&request, &to_sign, &below);
    check_signature(stages, &to_sign, input, &below);
    check_authorization(result, &request, at);
    check_target(result, at);
  }
  text_free(&request);
  text_free(&to_sign);
}

void validate_stages(const subject *s) {
  const json *input = json_get(s->test, "input"), *others = json_get(s->test, "alternatives");
  place at = place_of(&s->at, "expected"), list = place_of(&s->at, "alternatives");
  size_t i = 0;
  check_result(json_get(s->test, "expected"), input, &at);
  for (const json *a = json_first(others); a != NULL; a = json_next(a)) {
    place below = place_at(&list, i++);
    check_result(a, input, &below);
  }
}
