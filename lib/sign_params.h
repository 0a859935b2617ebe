/* SPDX-License-Identifier: Apache-2.0 */
/* sign_params.h - what a signature is made for, beside the request. */
#ifndef DCIAUTH_SIGN_PARAMS_H
#define DCIAUTH_SIGN_PARAMS_H

#include "profile.h"

/* scope_of_params is the scope that the parameters ask for, with the row's defaults. */
void scope_of_params(const dciauth_profile *p, const dciauth_sign_params *params,
                     dciauth_scope *out);

/* sign_params_check judges the parameters and their scope. Errors: MALFORMED_DATE, ARGUMENT,
 * MALFORMED_CREDENTIAL, BAD_ALGORITHM, SCOPE_TERMINATOR, MALFORMED_HEADER (the token),
 * LIMIT_EXCEEDED. */
DCIAUTH_MUST_USE dciauth_status sign_params_check(const dciauth_profile *p,
                                                  const dciauth_sign_params *params,
                                                  const dciauth_scope *scope, dciauth_where *where);

#endif
