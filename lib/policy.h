/* SPDX-License-Identifier: Apache-2.0 */
/* policy.h - what a verifier demands of a claim before it believes it: coverage, freshness, scope,
 * session token. */
#ifndef DCIAUTH_POLICY_H
#define DCIAUTH_POLICY_H

#include "names.h"
#include "query.h"

/* policy_check finds a policy that cannot be meant: no region or service to expect, or one where
 * the row has none, a negative skew, an unknown rule for repeated keys, a bit without a meaning, a
 * limit above the library's. ARGUMENT. */
DCIAUTH_MUST_USE dciauth_status policy_check(const dciauth_profile *p, const dciauth_policy *policy,
                                             dciauth_where *where);

/* policy_authorization finds the Authorization header; where syntax is loose the last of several:
 * NO_AUTH, DUPLICATE_AUTHORIZATION. MULTIPLE_AUTH: arguments are a second authentication. */
DCIAUTH_MUST_USE dciauth_status policy_authorization(const dciauth_profile *p, bool loose,
                                                     const header_list *list,
                                                     const query_args *args,
                                                     const header_item **line,
                                                     dciauth_where *where);

/* policy_coverage: HOST_NOT_SIGNED, HEADER_NOT_SIGNED, SIGNED_HEADER_MISSING; MALFORMED_HEADER for
 * a signed header that is repeated where `join` refuses it. */
DCIAUTH_MUST_USE dciauth_status policy_coverage(const dciauth_profile *p,
                                                const dciauth_policy *policy, join_rule join,
                                                const header_list *list, name_list *names,
                                                dciauth_where *where);

/* policy_http_date returns the Date header where it stands for the dialect's, or NULL. */
const header_item *policy_http_date(const dciauth_profile *p, const dciauth_policy *policy,
                                    const header_list *list);

/* policy_date finds the date header and judges its age: MISSING_DATE, DUPLICATE_DATE,
 * MALFORMED_DATE, SKEWED_PAST, SKEWED_FUTURE, SPACE. *timestamp is its text, or that of Date in the
 * form that is signed. */
DCIAUTH_MUST_USE dciauth_status policy_date(const dciauth_profile *p, const dciauth_policy *policy,
                                            const header_list *list, int64_t now, buf *b,
                                            dciauth_span *timestamp, dciauth_where *where);

/* policy_scope compares the claim's scope with what is expected, in the order date, region,
 * service, terminator. */
DCIAUTH_MUST_USE dciauth_status policy_scope(const dciauth_profile *p, const dciauth_policy *policy,
                                             const dciauth_claim *claim, dciauth_span timestamp,
                                             dciauth_where *where);

/* policy_token compares the session token sent with the one that the key has, or has not:
 * TOKEN_MISSING, TOKEN_UNEXPECTED, TOKEN_INVALID. */
DCIAUTH_MUST_USE dciauth_status policy_token(const dciauth_profile *p, unsigned allow,
                                             const header_list *list, dciauth_span token,
                                             dciauth_where *where);

#endif
