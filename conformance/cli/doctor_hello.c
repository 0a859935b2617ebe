/* SPDX-License-Identifier: Apache-2.0 */
/* doctor_hello.c - reads the lists of a hello. */
#include "doctor_hello.h"

#include "adapter_out.h"
#include "profiles.h"
#include "visible.h"

#include <stdio.h>

static const char *const ops[] = {"hello", "sign", "verify", "canonicalize", "bye", NULL};
static const char *const stages[] = {
    "path",  "query",          "headers",     "signed_headers", "payload_hash", "canonical_request",
    "scope", "string_to_sign", "signing_key", "signature",      "view",         NULL};

static bool is_among(const char *word, const char *const *known) {
  while (*known != NULL && strcmp(*known, word) != 0) {
    known++;
  }
  return *known != NULL;
}

static bool is_op(const char *word) {
  return is_among(word, ops);
}

static bool is_stage(const char *word) {
  return is_among(word, stages);
}

static bool is_profile(const char *word) {
  return profiles_find(dciauth_str(word)) != NULL;
}

/* is_feature: the reference can do all that the suite knows. */
static bool is_feature(const char *word) {
  text line = {0};
  json_error error;
  adapter_put_hello(0, &line);
  json *reference = json_parse(text_span(&line), &error);
  const json *item = json_first(json_get(reference, "features"));
  while (item != NULL && strcmp(json_string(item), word) != 0) {
    item = json_next(item);
  }
  bool found = item != NULL;
  json_free(reference);
  text_free(&line);
  return found;
}

/* check_list shows a list and returns how many of its words are unknown. */
static size_t check_list(const json *hello, const char *key, bool (*is_known)(const char *),
                         const char *verdict) {
  text shown = {0};
  size_t unknown = 0;
  for (const json *item = json_first(json_get(hello, key)); item != NULL; item = json_next(item)) {
    bool known = is_known(json_string(item));
    text_puts(&shown, " ");
    visible_put(&shown, dciauth_str(json_string(item)), 60);
    text_puts(&shown, known ? "" : " (unknown!)");
    unknown += known ? 0 : 1;
  }
  printf("  %s %s:%s\n", unknown == 0 ? "fine   " : verdict, key,
         shown.len > 0 ? shown.ptr : " none");
  text_free(&shown);
  return unknown;
}

size_t doctor_hello(const json *hello) {
  /* An op that this version does not ask for does no harm: the shim may serve a later one too. */
  check_list(hello, "ops", is_op, "note   ");
  return check_list(hello, "profiles", is_profile, "PROBLEM") +
         check_list(hello, "features", is_feature, "PROBLEM") +
         check_list(hello, "stages", is_stage, "PROBLEM");
}
