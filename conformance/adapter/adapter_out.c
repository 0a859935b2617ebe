/* SPDX-License-Identifier: Apache-2.0 */
/* adapter_out.c - writes answers. A stage that was not reached is left out. */
#include "adapter_out.h"
#include "profiles.h"

#include <stdio.h>

static void put_id(int64_t id, const char *status, text *out) {
  out_open(out, '{');
  out_number(out, "id", id);
  out_member(out, "status", status);
}

static void put_stage(const char *name, dciauth_span stage, text *out) {
  if (stage.len > 0) {
    out_bytes(out, name, stage);
  }
}

static void put_stages(const dciauth_stages *stages, text *out) {
  out_key(out, "stages");
  out_open(out, '{');
  put_stage("path", stages->path, out);
  put_stage("query", stages->query, out);
  put_stage("headers", stages->headers, out);
  put_stage("signed_headers", stages->signed_headers, out);
  put_stage("payload_hash", stages->payload_hash, out);
  put_stage("canonical_request", stages->canonical_request, out);
  put_stage("scope", stages->scope, out);
  put_stage("string_to_sign", stages->string_to_sign, out);
  out_close(out, '}');
}

static void put_pairs(const char *name, const dciauth_pair *pairs, size_t num, text *out) {
  out_key(out, name);
  out_open(out, '[');
  for (size_t i = 0; i < num; i++) {
    out_open(out, '{');
    out_bytes(out, "n", pairs[i].name);
    out_bytes(out, "v", pairs[i].value);
    out_close(out, '}');
  }
  out_close(out, ']');
}

void adapter_put_signed(int64_t id, const dciauth_signed *result, text *out) {
  put_id(id, "ok", out);
  out_key(out, "out");
  out_open(out, '{');
  out_bytes(out, "signature", result->signature);
  out_bytes(out, "authorization", result->authorization);
  put_pairs("headers", result->added, result->num_added, out);
  put_stages(&result->stages, out);
  text_puts(out, "}}");
}

void adapter_put_canonical(int64_t id, const dciauth_signed *result, text *out) {
  put_id(id, "ok", out);
  out_key(out, "out");
  out_open(out, '{');
  out_bytes(out, "canonical_request", result->stages.canonical_request);
  out_bytes(out, "signed_headers", result->stages.signed_headers);
  out_bytes(out, "payload_hash", result->stages.payload_hash);
  text_puts(out, "}}");
}

static void put_error(dciauth_status status, const dciauth_where *where, text *out) {
  char position[160];
  snprintf(position, sizeof position, "%s (%s %zu, byte %zu)", dciauth_status_text(status),
           dciauth_field_name(where->field), where->index, where->offset);
  out_key(out, "error");
  out_open(out, '{');
  out_member(out, "native", dciauth_status_class(status));
  out_member(out, "message", position);
  out_member(out, "code", dciauth_status_class(status));
  out_close(out, '}');
}

void adapter_put_refused(int64_t id, dciauth_status status, const dciauth_where *where, text *out) {
  put_id(id, "refused", out);
  out_member(out, "message", dciauth_status_text(status));
  out_key(out, "out");
  out_open(out, '{');
  put_error(status, where, out);
  text_puts(out, "}}");
}

static void put_view(const dciauth_view *view, text *out) {
  out_key(out, "view");
  out_open(out, '{');
  out_bytes(out, "method", view->method);
  out_bytes(out, "path", view->path);
  put_pairs("args", view->args, view->num_args, out);
  put_pairs("headers", view->headers, view->num_headers, out);
  out_key(out, "body_covered");
  text_puts(out, view->body_covered ? "true" : "false");
  out_close(out, '}');
}

void adapter_put_verdict(int64_t id, const dciauth_verdict *verdict, text *out) {
  bool accepted = verdict->status == DCIAUTH_OK;
  put_id(id, "ok", out);
  out_key(out, "out");
  out_open(out, '{');
  out_member(out, "decision", accepted ? "accept" : "reject");
  if (accepted) {
    out_bytes(out, "principal", verdict->claim.access_key);
    put_view(&verdict->view, out);
  } else {
    put_error(verdict->status, &verdict->where, out);
  }
  put_stages(&verdict->stages, out);
  text_puts(out, "}}");
}

void adapter_put_status(int64_t id, const char *status, const char *message, text *out) {
  put_id(id, status, out);
  out_member(out, "message", message);
  out_close(out, '}');
}

void adapter_put_rules(const dciauth_profile *profile, text *out) {
  out_open(out, '{');
  for (size_t i = 0; dciauth_profile_rule(profile, i).column != NULL; i++) {
    dciauth_rule rule = dciauth_profile_rule(profile, i);
    if (rule.text != NULL) {
      out_member(out, rule.column, rule.text);
    } else {
      out_number(out, rule.column, rule.number);
    }
  }
  out_close(out, '}');
}

/* put_words appends an array of strings, given with a blank between them. */
static void put_words(const char *key, const char *words, text *out) {
  out_key(out, key);
  out_open(out, '[');
  for (size_t len; *words != '\0'; words += len + (words[len] == ' ' ? 1 : 0)) {
    len = strcspn(words, " ");
    text_puts(out, out->ptr[out->len - 1] == '[' ? "" : ",");
    out_string(out, dciauth_bytes(words, len));
  }
  out_close(out, ']');
}

static void put_profiles(text *out) {
  out_key(out, "profiles");
  out_open(out, '[');
  for (size_t i = 0; profiles_at(i) != NULL; i++) {
    text_puts(out, i > 0 ? "," : "");
    out_string(out, dciauth_str(dciauth_profile_rule(profiles_at(i), 0).text));
  }
  out_close(out, ']');
}

const char *adapter_features(void) {
  return "payload.unsigned payload.literal header.custom header.repeated "
         "header.content-sha256-optional query.duplicate-keys path.raw-bytes query.raw-bytes "
         "header.raw-bytes token.session clock.injectable signed-headers.select "
         "params.constants policy.python-dciauth policy.knobs "
         "policy.coverage policy.date policy.limits policy.payload policy.scope policy.syntax "
         "policy.token limits.suite view.wire view.wsgi";
}

void adapter_put_hello(int64_t id, text *out) {
  put_id(id, "ok", out);
  out_number(out, "protocol", PROTOCOL_VERSION);
  out_key(out, "impl");
  out_open(out, '{');
  out_member(out, "name", "libdciauth");
  out_member(out, "version", dciauth_version());
  out_member(out, "language", "c");
  out_member(out, "language_version", "11");
  out_close(out, '}');
  put_words("ops", "sign verify canonicalize", out);
  put_profiles(out);
  put_words("features", adapter_features(), out);
  put_words("stages",
            "path query headers signed_headers payload_hash canonical_request scope string_to_sign "
            "signature view",
            out);
  out_close(out, '}');
}
