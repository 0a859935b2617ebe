/* SPDX-License-Identifier: Apache-2.0 */
/* adapter_in.c - reads a vector's input. What the format does not know is refused rather than left
 * out: a request that lost a part on the way would be judged for another one. */
#include "adapter_in.h"

#include "json_bytes.h"
#include "memory.h"
#include "policy_file.h"
#include "profiles.h"

#include <stdio.h>
#include <stdlib.h>

/* refuse: `below` is a pointer into the field, or "". */
static bool refuse(adapter_input *in, const char *status, const char *field, const char *below,
                   const char *why) {
  in->status = status;
  snprintf(in->message, sizeof in->message, "%s%s: %s", field, below, why);
  return false;
}

static void *keep(adapter_input *in, void *block) {
  in->blocks = mem_resize(in->blocks, in->num_blocks + 1, sizeof *in->blocks);
  in->blocks[in->num_blocks++] = block;
  return block;
}

/* borrow takes a plain string as it lies in the request, which outlives what is read of it. */
static bool borrow(const json *object, const char *field, dciauth_span *out) {
  const char *s = json_str(object, field);
  if (s == NULL || json_get_b64(object, field) != NULL) {
    return false;
  }
  *out = dciauth_str(s);
  return true;
}

/* read_bytes reads a field into a span; an absent one is empty. */
static bool read_bytes(const json *object, const char *field, adapter_input *in,
                       dciauth_span *out) {
  text bytes = {0};
  if (borrow(object, field, out)) {
    return true;
  }
  bytes_status status = json_bytes(object, field, &bytes);
  if (bytes.ptr != NULL) {
    keep(in, bytes.ptr);
  }
  if (status == BYTES_BAD) {
    return refuse(in, "error", field, "", "neither text nor base64");
  }
  *out = text_span(&bytes);
  return true;
}

static bool read_headers(const json *list, adapter_input *in) {
  size_t num = json_count(list), i = 0;
  dciauth_pair *headers = keep(in, mem_alloc(num, sizeof *headers));
  for (const json *h = json_first(list); h != NULL; h = json_next(h), i++) {
    if (!read_bytes(h, "n", in, &headers[i].name) || !read_bytes(h, "v", in, &headers[i].value)) {
      return false;
    }
  }
  in->request.headers = headers;
  in->request.num_headers = num;
  return true;
}

static bool read_payload(const json *payload, adapter_input *in) {
  const char *mode = payload != NULL ? json_str(payload, "mode") : "body";
  if (mode == NULL || (strcmp(mode, "body") != 0 && strcmp(mode, "literal") != 0)) {
    return refuse(in, "unsupported", "payload.mode", "", "neither body nor literal");
  }
  if (strcmp(mode, "body") == 0) {
    return true;
  }
  if (!read_bytes(payload, "hash", in, &in->request.payload_hash)) {
    return false;
  }
  return in->request.payload_hash.len > 0 || refuse(in, "unrepresentable", "payload.hash", "",
                                                    "empty, which stands for the body's own");
}

static bool read_common(const json *input, adapter_input *in) {
  dciauth_span name;
  if (!read_bytes(input, "profile", in, &name)) {
    return false;
  }
  in->profile = profiles_find(name);
  if (in->profile == NULL) {
    return refuse(in, "unsupported", "profile", "", "there is no such row");
  }
  const json *request = json_get(input, "request");
  if (!json_is_object(request)) {
    return refuse(in, "error", "request", "", "absent");
  }
  return read_bytes(request, "method", in, &in->request.method) &&
         read_bytes(request, "target", in, &in->request.target) &&
         read_bytes(request, "body", in, &in->request.body) &&
         read_headers(json_get(request, "headers"), in) &&
         read_payload(json_get(input, "payload"), in);
}

/* read_signed_headers takes the list of names as a string joined by ';', or as an array. */
static bool read_signed_headers(const json *params, adapter_input *in) {
  const json *list = json_get(params, "signed_headers");
  if (!json_is_array(list)) {
    return read_bytes(params, "signed_headers", in, &in->params.signed_headers);
  }
  text joined = {0};
  for (const json *name = json_first(list); name != NULL; name = json_next(name)) {
    text_puts(&joined, name == json_first(list) ? "" : ";");
    text_puts(&joined, json_string(name) != NULL ? json_string(name) : "");
  }
  if (joined.ptr != NULL) {
    keep(in, joined.ptr);
  }
  in->params.signed_headers = text_span(&joined);
  return joined.len > 0 ||
         refuse(in, "unrepresentable", "params.signed_headers", "", "an empty list is the default");
}

bool adapter_read_sign(const json *input, adapter_input *in) {
  *in = (adapter_input){0};
  const json *params = json_get(input, "params"), *credentials = json_get(input, "credentials");
  const char *placement = json_str(params, "placement");
  if (placement != NULL && strcmp(placement, "header") != 0) {
    return refuse(in, "unsupported", "params.placement", "", "header alone is supported");
  }
  dciauth_sign_params *p = &in->params;
  return read_common(input, in) && read_bytes(credentials, "access_key", in, &p->access_key) &&
         read_bytes(credentials, "secret_key", in, &in->secret_key) &&
         read_bytes(credentials, "session_token", in, &p->session_token) &&
         read_bytes(params, "region", in, &p->region) &&
         read_bytes(params, "service", in, &p->service) &&
         read_bytes(params, "timestamp", in, &p->timestamp) && read_signed_headers(params, in) &&
         read_bytes(params, "algorithm", in, &p->algorithm) &&
         read_bytes(params, "terminator", in, &p->terminator) &&
         read_bytes(params, "datestamp", in, &p->datestamp);
}

static bool read_keyring(const json *ring, adapter_input *in) {
  in->num_keys = 0;
  in->keys = keep(in, mem_alloc(json_count(ring), sizeof *in->keys));
  for (const json *k = json_first(ring); k != NULL; k = json_next(k)) {
    adapter_key *key = &in->keys[in->num_keys++];
    if (!read_bytes(k, "access_key", in, &key->access_key) ||
        !read_bytes(k, "secret_key", in, &key->secret_key) ||
        !read_bytes(k, "session_token", in, &key->session_token)) {
      return false;
    }
  }
  return true;
}

/* read_policy reads the vector's own knobs over those of the file. */
static bool read_policy(const json *policy, adapter_input *in) {
  policy_problem wrong;
  return policy_json_read(policy, policy_file(), &in->setting, &wrong) ||
         refuse(in, "unsupported", "policy", wrong.pointer, wrong.what);
}

static bool read_clock(const json *clock, adapter_input *in) {
  const char *now = json_str(clock, "now");
  size_t offset;
  if (now == NULL || !dciauth_timestamp_parse(dciauth_str(now), &in->now, &offset)) {
    return refuse(in, "error", "clock.now", "", "not of the form YYYYMMDDTHHMMSSZ");
  }
  const json *skew = json_get(clock, "max_skew_s");
  int64_t seconds = 0;
  if (skew != NULL && (!json_int(skew, &seconds) || seconds < 0)) {
    return refuse(in, "error", "clock.max_skew_s", "", "not a number of seconds");
  }
  dciauth_policy *policy = &in->setting.policy;
  bool settled = skew == NULL || policy->max_skew != 0; /* by the file */
  policy->max_skew = settled ? policy->max_skew : seconds > 0 ? seconds : DCIAUTH_NO_SKEW;
  return true;
}

bool adapter_read_verify(const json *input, adapter_input *in) {
  *in = (adapter_input){0};
  const json *expect = json_get(input, "expect");
  return read_common(input, in) && read_keyring(json_get(input, "keyring"), in) &&
         read_policy(json_get(input, "policy"), in) && read_clock(json_get(input, "clock"), in) &&
         read_bytes(expect, "region", in, &in->setting.policy.region) &&
         read_bytes(expect, "service", in, &in->setting.policy.service);
}

void adapter_free(adapter_input *in) {
  for (size_t i = 0; i < in->num_blocks; i++) {
    free(in->blocks[i]);
  }
  free(in->blocks);
  policy_setting_free(&in->setting);
  *in = (adapter_input){0};
}
