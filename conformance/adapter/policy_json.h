/* SPDX-License-Identifier: Apache-2.0 */
/* policy_json.h - a verifier's policy as a JSON object: that of a vector, or of a file. */
#ifndef CONFORM_POLICY_JSON_H
#define CONFORM_POLICY_JSON_H

#include "json.h"

/* policy_setting is a policy with what it points at. Names lie in the JSON that was read, which
 * must outlive it; so must the setting that it was based on. It must not be moved. */
typedef struct {
  dciauth_policy policy;
  dciauth_limits limits;
  dciauth_span *must_sign, *guard; /* of its own, or NULL */
} policy_setting;

/* policy_problem is the first thing that is wrong. */
typedef struct {
  char pointer[96]; /* to the member, in JSON Pointer: "/limits/headers" */
  const char *what;
} policy_problem;

/* policy_json_read reads the knobs of an object, or of NULL, which has none; those that it does not
 * name are as in `base`, or strict where there is none or a `preset` is named. False: see problem.
 * Call policy_setting_free in either case. */
bool policy_json_read(const json *object, const policy_setting *base, policy_setting *out,
                      policy_problem *problem);
void policy_setting_free(policy_setting *s);

#endif
