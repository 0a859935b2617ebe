/* SPDX-License-Identifier: Apache-2.0 */
/* compare_auth.h - the two parts of a signing answer that are not compared byte for byte. */
#ifndef CONFORM_COMPARE_AUTH_H
#define CONFORM_COMPARE_AUTH_H

#include "json.h"
#include "outcome.h"

/* compare_authorization compares algorithm and parameters; order and blanks are free. */
bool compare_authorization(dciauth_span expected, dciauth_span actual, outcome *o);

/* compare_find_parameter finds a parameter of what stands behind the algorithm, and returns how
 * often it is there. */
size_t compare_find_parameter(dciauth_span list, dciauth_span name, dciauth_span *value);

/* compare_added compares the headers that a signer adds as a set; names in any case, Authorization
 * by its parts. */
bool compare_added(const json *expected, const json *actual, outcome *o);

#endif
