/* SPDX-License-Identifier: Apache-2.0 */
/* policy_check.c - policies as a whole: one that nobody can mean, and the one of python-dciauth. */
#include "ascii.h"
#include "policy.h"
#include "policy_limits.h"

/* ALL_ALLOWED is every bit that has a meaning. */
enum { ALL_ALLOWED = (DCIAUTH_ALLOW_SPARE_TOKEN << 1) - 1 };

static bool allows(const dciauth_policy *policy, unsigned bits) {
  return (policy->allow & bits) != 0;
}

/* expects_scope: what is not allowed to be anything is known. */
static bool expects_scope(const dciauth_profile *p, const dciauth_policy *policy) {
  bool region = policy->region.len > 0 || p->default_region.len > 0;
  bool service = policy->service.len > 0 || p->default_service.len > 0;
  if (p->scope == SCOPE_DATE) {
    return !region && !service; /* there is no place for them */
  }
  return (region || allows(policy, DCIAUTH_ALLOW_ANY_SCOPE | DCIAUTH_ALLOW_ANY_REGION)) &&
         (service || allows(policy, DCIAUTH_ALLOW_ANY_SCOPE | DCIAUTH_ALLOW_ANY_SERVICE));
}

/* is_guard: nothing in it could keep it from ever meeting a header; a '*' stands at the end alone.
 */
COLD static bool is_guard(dciauth_span name) {
  for (size_t i = 0; i < name.len; i++) {
    uint8_t byte = name.ptr[i];
    bool star = byte == '*' && i + 1 < name.len;
    if (!ascii_is(byte, ASCII_TOKEN) || byte == '_' || ascii_lower(byte) != byte || star) {
      return false;
    }
  }
  return name.len > 0;
}

COLD static bool are_guards(const dciauth_span *names, size_t num) {
  size_t i = 0;
  while (i < num && is_guard(names[i])) {
    i++;
  }
  return i == num;
}

dciauth_status policy_check(const dciauth_profile *p, const dciauth_policy *policy,
                            dciauth_where *where) {
  bool repeat = policy->repeat >= DCIAUTH_REPEAT_ROW && policy->repeat <= DCIAUTH_REPEAT_FIRST;
  bool view = policy->view >= DCIAUTH_SEEN_WIRE && policy->view <= DCIAUTH_SEEN_WSGI;
  bool good = expects_scope(p, policy) && policy->max_skew >= DCIAUTH_NO_SKEW && repeat && view &&
              policy->allow <= ALL_ALLOWED &&
              (policy->num_guard == 0 || are_guards(policy->guard, policy->num_guard)) &&
              (policy->limits == NULL || limits_fit(policy->limits));
  return good ? DCIAUTH_OK : fail(where, DCIAUTH_E_ARGUMENT, DCIAUTH_FIELD_POLICY, 0, 0);
}

dciauth_policy dciauth_policy_python_dciauth(void) {
  dciauth_policy policy;
  memset(&policy, 0, sizeof policy);
  policy.repeat = DCIAUTH_REPEAT_FIRST;
  policy.allow = DCIAUTH_ALLOW_ANY_SCOPE | DCIAUTH_ALLOW_UNCOVERED | DCIAUTH_ALLOW_LOOSE_SYNTAX;
  return policy;
}
