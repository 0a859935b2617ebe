/* SPDX-License-Identifier: Apache-2.0 */
/* compare.c - the comparison stops at the first stage that differs: what follows from it is no
 * news. */
#include "compare.h"

#include "compare_auth.h"
#include "compare_bytes.h"
#include "json_bytes.h"
#include "protocol.h"
#include "visible.h"

/* pipeline names the stages in the order in which a signer makes them. */
static const char *const pipeline[] = {
    "path",  "query",          "headers",     "signed_headers", "payload_hash", "canonical_request",
    "scope", "string_to_sign", "signing_key", "signature"};

bytes_status compare_stage(const json *out, const char *name, text *value) {
  bytes_status status = json_bytes(json_get(out, "stages"), name, value);
  bool beside = status == BYTES_ABSENT && strcmp(name, "headers") != 0;
  return beside ? json_bytes(out, name, value) : status;
}

static bool check_stage(const char *name, dciauth_span expected, const json *out, const json *hello,
                        outcome *o) {
  text actual = {0};
  bytes_status status = compare_stage(out, name, &actual);
  bool fine = status != BYTES_BAD;
  if (status == BYTES_OK) {
    fine = compare_bytes(name, expected, text_span(&actual), o);
  } else if (status == BYTES_BAD) {
    compare_fail(o, name, "the answer's value is neither text nor base64");
  } else if (protocol_lists(hello, "stages", name)) {
    compare_fail(o, name, "declared in the hello, but absent from the answer");
    fine = false;
  }
  text_free(&actual);
  return fine;
}

static bool check_stages(const json *stages, const json *out, const json *hello, outcome *o) {
  bool fine = true;
  for (size_t i = 0; i < sizeof pipeline / sizeof *pipeline && fine; i++) {
    text expected = {0};
    bytes_status status = json_bytes(stages, pipeline[i], &expected);
    if (status == BYTES_BAD) {
      compare_fail(o, pipeline[i], "the vector's value is neither text nor base64");
      fine = false;
    } else if (status == BYTES_OK) {
      fine = check_stage(pipeline[i], text_span(&expected), out, hello, o);
    }
    text_free(&expected);
  }
  return fine;
}

static bool has(const json *out, const char *field) {
  text value = {0};
  bytes_status status = compare_stage(out, field, &value);
  text_free(&value);
  return status == BYTES_OK;
}

static bool check_authorization(const json *expected, const json *out, outcome *o) {
  text want = {0}, got = {0};
  bool fine = true;
  if (json_bytes(expected, "authorization", &want) == BYTES_OK &&
      json_bytes(out, "authorization", &got) == BYTES_OK) {
    fine = compare_authorization(text_span(&want), text_span(&got), o);
  }
  text_free(&want);
  text_free(&got);
  return fine;
}

void compare_signed(const json *expected, const json *out, const json *hello, outcome *o) {
  if (!check_stages(json_get(expected, "stages"), out, hello, o) ||
      !check_authorization(expected, out, o)) {
    return;
  }
  if (!has(out, "signature") && !has(out, "authorization")) {
    compare_fail(o, "signature", "the answer holds neither signature nor authorization");
    return;
  }
  const json *want = json_get(expected, "headers"), *got = json_get(out, "headers");
  if (want != NULL && got != NULL && !compare_added(want, got, o)) {
    return;
  }
  o->status = OUTCOME_PASS;
}

static bool is_among(const char *word, const json *list) {
  const json *item = json_first(list);
  while (item != NULL && (json_string(item) == NULL || strcmp(json_string(item), word) != 0)) {
    item = json_next(item);
  }
  return item != NULL;
}

void compare_error(const json *expected, const json *out, outcome *o) {
  const char *code = json_str(json_get(out, "error"), "code");
  const char *want = json_str(expected, "class");
  if (code != NULL && want != NULL && strcmp(code, want) != 0 &&
      !is_among(code, json_get(expected, "any_of"))) {
    text_puts(&o->warning, "refused for ");
    visible_put(&o->warning, dciauth_str(code), 80);
    text_puts(&o->warning, ", the vector's reason is ");
    visible_put(&o->warning, dciauth_str(want), 80);
  }
}

static void check_principal(const json *expected, const json *out, outcome *o) {
  text want = {0}, got = {0};
  o->status = OUTCOME_PASS;
  if (json_bytes(out, "principal", &got) != BYTES_OK) {
    compare_fail(o, "principal", "a request was accepted without saying whose it is");
  } else if (json_bytes(expected, "principal", &want) == BYTES_OK) {
    compare_bytes("principal", text_span(&want), text_span(&got), o);
  }
  text_free(&want);
  text_free(&got);
}

void compare_verdict(const json *expected, const json *out, bool either, outcome *o) {
  const char *want = json_str(expected, "decision"), *got = json_str(out, "decision");
  if (got == NULL || (strcmp(got, "accept") != 0 && strcmp(got, "reject") != 0)) {
    compare_fail(o, "decision", "the answer's `out.decision` is neither accept nor reject");
    return;
  }
  bool accepted = strcmp(got, "accept") == 0;
  if (want != NULL && strcmp(want, got) != 0) {
    if (either) {
      o->status = OUTCOME_PASS;
      text_printf(&o->warning, "acceptable: the answer is %s, the suite's choice %s", got, want);
      return;
    }
    compare_fail(o, "decision", "");
    text_puts(&o->expected, want);
    text_puts(&o->actual, got);
    const char *reason = json_str(json_get(out, "error"), "message");
    visible_put(&o->message, dciauth_str(!accepted && reason != NULL ? reason : ""), 400);
    return;
  }
  if (accepted) {
    check_principal(expected, out, o);
    return;
  }
  o->status = OUTCOME_PASS;
  compare_error(json_get(expected, "error"), out, o);
}
