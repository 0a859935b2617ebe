/* SPDX-License-Identifier: Apache-2.0 */
/* adapter_in.h - a vector's input as the arguments of the library's calls. */
#ifndef CONFORM_ADAPTER_IN_H
#define CONFORM_ADAPTER_IN_H

#include "policy_json.h"

typedef struct {
  dciauth_span access_key, secret_key, session_token;
} adapter_key;

/* adapter_input is everything that one sign or verify needs. Spans lie in `blocks`
 * or in the input, which must outlive it. */
typedef struct {
  const dciauth_profile *profile;
  dciauth_request request;
  dciauth_sign_params params;
  dciauth_span secret_key;
  adapter_key *keys;
  size_t num_keys;
  policy_setting setting;
  int64_t now;
  void **blocks;
  size_t num_blocks;
  const char *status; /* when reading failed: "unsupported", "unrepresentable" or "error" */
  char message[160];
} adapter_input;

/* adapter_read_sign and adapter_read_verify fill `in`; false: see status and message. Call
 * adapter_free in either case. */
bool adapter_read_sign(const json *input, adapter_input *in);
bool adapter_read_verify(const json *input, adapter_input *in);
void adapter_free(adapter_input *in);

/* adapter_derive derives the key of what is to be signed (adapter.c). */
dciauth_status adapter_derive(const adapter_input *in, dciauth_key *key);

#endif
