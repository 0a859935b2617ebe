/* SPDX-License-Identifier: Apache-2.0 */
/* verify_request.c - what arrived: is it a request, and one that this policy looks at? */
#include "verify_request.h"

#include "path.h"
#include "policy.h"
#include "policy_limits.h"
#include "verify_loose.h"

static dciauth_status begin(verifying *v) {
  return canonical_begin(v->p, v->request, NULL, 0, v->policy->repeat, &v->b, &v->canonical,
                         &v->out->stages, &v->out->where);
}

/* refuse_target: the target is refused, unless something that is wrong, too, stands before that. */
COLD static dciauth_status refuse_target(verifying *v, dciauth_status status) {
  const dciauth_where where = v->out->where;
  dciauth_status other = begin(v);
  if (other == DCIAUTH_OK || other >= status) {
    other = check_decoded_path(v->p, v->request->target, &v->out->where);
  }
  if (other != DCIAUTH_OK && other < status) {
    return other;
  }
  clear(&v->out->stages, sizeof v->out->stages);
  v->out->where = where;
  return status;
}

/* check_target refuses what a signer may be handed, but no honest request holds on the wire. */
static dciauth_status check_target(verifying *v) {
  dciauth_span target = v->request->target;
  dciauth_status status = check_wire_target(target, &v->out->where);
  if (status == DCIAUTH_OK) {
    status = check_decoded_path(v->p, target, &v->out->where);
  }
  return status == DCIAUTH_OK ? status : refuse_target(v, status);
}

dciauth_status verify_request(verifying *v) {
  dciauth_status status = policy_check(v->p, v->policy, &v->out->where);
  if (status == DCIAUTH_OK && v->policy->limits != NULL) {
    status = limits_request(v->policy->limits, v->request, &v->out->where);
  }
  if (status == DCIAUTH_OK && !v->loose) {
    status = check_target(v);
  }
  if (status != DCIAUTH_OK) {
    return status;
  }
  return v->apart ? verify_begin_apart(v) : begin(v);
}
