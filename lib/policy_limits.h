/* SPDX-License-Identifier: Apache-2.0 */
/* policy_limits.h - the limits of a policy, which are lower than those of the library. */
#ifndef DCIAUTH_POLICY_LIMITS_H
#define DCIAUTH_POLICY_LIMITS_H

#include "span.h"

/* limits_fit: none of them is above the library's. */
COLD bool limits_fit(const dciauth_limits *limits);

/* limits_request and limits_claim: LIMIT_EXCEEDED, at the first thing too many. */
COLD DCIAUTH_MUST_USE dciauth_status limits_request(const dciauth_limits *limits,
                                                    const dciauth_request *request,
                                                    dciauth_where *where);
COLD DCIAUTH_MUST_USE dciauth_status limits_claim(const dciauth_limits *limits,
                                                  const dciauth_claim *claim, dciauth_where *where);

#endif
