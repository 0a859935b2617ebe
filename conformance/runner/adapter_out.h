/* SPDX-License-Identifier: Apache-2.0 */
/* adapter_out.h - the library's results as the protocol's answers. */
#ifndef CONFORM_ADAPTER_OUT_H
#define CONFORM_ADAPTER_OUT_H

#include "json_out.h"

/* PROTOCOL_VERSION is the version of the shim protocol that both programs speak. */
enum { PROTOCOL_VERSION = 1 };

/* adapter_features returns all features that the suite knows, a blank between two. */
const char *adapter_features(void);

/* Each function appends one answer, an object in one line without a line feed. */
void adapter_put_hello(int64_t id, text *out);
void adapter_put_signed(int64_t id, const dciauth_signed *result, text *out);
void adapter_put_canonical(int64_t id, const dciauth_signed *result, text *out);
void adapter_put_verdict(int64_t id, const dciauth_verdict *verdict, text *out);

/* adapter_put_refused is the answer to an input that the signer rejects. */
void adapter_put_refused(int64_t id, dciauth_status status, const dciauth_where *where, text *out);

/* adapter_put_status is an answer without results: "unsupported", "unrepresentable", "error". */
void adapter_put_status(int64_t id, const char *status, const char *message, text *out);

/* adapter_put_rules appends the object of a profile's columns: {"name":"aws4",…}. */
void adapter_put_rules(const dciauth_profile *profile, text *out);

#endif
